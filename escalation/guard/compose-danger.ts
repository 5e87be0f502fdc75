import { CHOICE } from '../../bot/choice-values.ts';
import type { LanguageTag } from '../../bot/languages.ts';
import { coreTexts } from '../../bot/locales/core.ts';
import { sayByReach } from '../../bot/locales/say-by-reach.ts';
import type { Choice, Link, Message } from '../../bot/message.ts';
import type { Reach } from '../../bot/ports/reach.ts';
import { interpreterRequest } from '../../bot/tables/interpreter-request.ts';
import { linesFor } from '../../bot/tables/lines-for.ts';
import type { Tables } from '../../bot/tables/load.ts';
import { offersText, type ReferenceText } from '../../bot/tables/reference-text.ts';
import { EMERGENCY_LINKS, emergencyNumbers } from './emergency-numbers.ts';
import { sentences } from './sentences.ts';
import type { Situation } from './texts/danger-texts.ts';
import { textsOf } from './texts/texts-of.ts';

/** What an answer in danger is made from. */
export interface DangerInput {
  readonly kind: 'crisis' | 'emergency';
  /** Undefined: only "I am not safe" is known. */
  readonly situation: Situation | undefined;
  /** It burns: another sentence to say and other things to do than for an injury. */
  readonly fire?: boolean;
  readonly lang: LanguageTag;
  readonly audience: 'trainee' | 'company';
  /** Number of texts already said in this situation; each number gives another text than the one before. */
  readonly told: number;
  /** The person has just said that they are not safe. */
  readonly notSafe?: boolean;
  readonly reach: Reach;
  readonly tables: Tables;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Most lines beside 119 and 110: more than that nobody reads in danger. */
const MOST_LINES = 3;

/** "Yes, I am safe" and "No". */
export function safeChoices(lang: LanguageTag): readonly Choice[] {
  const { yes, no } = textsOf(lang).safe;
  return [
    { value: CHOICE.safeYes, label: yes },
    { value: CHOICE.safeNo, label: no },
  ];
}

/** Lines that can be called at this moment, each number once. An accident needs 119 and nothing beside it. */
function linesNow({ situation, lang, tables, now }: DangerInput): ReferenceText | undefined {
  if (situation === 'emergency') return undefined;
  const category = situation === 'attack' ? 'violence' : 'crisis';
  const open = linesFor(tables, category, lang, now).filter(({ opening }) => opening.state !== 'closed');
  const once = open.filter(
    ({ line }, index) => open.findIndex((other) => other.line.number === line.number) === index,
  );
  if (once.length === 0) return undefined;
  const { text, links } = offersText(once.slice(0, MOST_LINES), lang, now);
  return { text: `${coreTexts(lang).lines.heading}:\n${text}`, links };
}

function message(input: DangerInput, parts: readonly string[], links: readonly Link[] = []): Message {
  return {
    kind: input.kind,
    lang: input.lang,
    text: parts.filter(Boolean).join('\n\n'),
    urgency: 'critical',
    purpose: 'safety',
    links: [...EMERGENCY_LINKS, ...links],
  };
}

const numbers = ({ lang, situation }: DangerInput) =>
  emergencyNumbers(lang, situation === 'attack' ? '110' : '119');
const say = ({ lang, situation, fire }: DangerInput) =>
  `${coreTexts(lang).lines.sayThis}:\n${sentences(fire ? 'fire' : situation, lang)}`;

/** Numbers, first words, what to do, what to say; then who can be called or reached. Buttons on the last one. */
function first(input: DangerInput): readonly Message[] {
  const { lang, situation, reach, audience, notSafe } = input;
  const t = textsOf(lang);
  const words = situation && t[situation];
  const ask = notSafe ? '' : t.safe.ask;
  const lead = words && !notSafe ? words.open : t.notSafe;
  const other = situation === 'self' && !notSafe ? t.someoneElse : '';
  const steps = [input.fire ? t.fire : (words?.steps ?? ''), other].filter(Boolean).join('\n');
  // In an accident each second before 119 counts: the question comes behind what to do.
  const order =
    situation === 'emergency'
      ? [lead, steps, say(input), ask]
      : [[lead, ask].filter(Boolean).join('\n'), steps, say(input)];
  const lines = linesNow(input);
  const truth = [sayByReach(t.reach, reach, lang), audience === 'trainee' ? t.company : ''];
  return [
    message(input, [numbers(input), ...order]),
    {
      ...message(input, [lines?.text ?? '', truth.filter(Boolean).join('\n')], lines?.links),
      choices: safeChoices(lang),
    },
  ];
}

/** Shorter, with something else to do each time. After the third, what was said before returns in another company. */
function further(input: DangerInput): Message {
  const { lang, situation, told, reach, notSafe } = input;
  const t = textsOf(lang);
  const words = situation && t[situation];
  const again = told % 2 === 1;
  const lead = notSafe ? t.notSafe : '';
  const action = words ? (again ? words.again : words.still) : '';
  const truth = sayByReach(t.reach, reach, lang);
  const request = interpreterRequest(lang);
  const interpreter = request
    ? `${request.ja}\n${request.reading}\n= ${coreTexts(lang).lines.interpreterMeaning}`
    : '';
  const extras: readonly string[] = !words
    ? again
      ? [truth]
      : [say(input)]
    : told === 1
      ? [interpreter, truth]
      : told === 2
        ? []
        : again
          ? [say(input)]
          : [truth];
  return {
    ...message(input, [numbers(input), [lead, action].filter(Boolean).join('\n'), ...extras, t.safe.ask]),
    choices: safeChoices(lang),
  };
}

/** The fixed answer in danger, in sending order. Pure: needs no network, no model, no store. */
export function composeDanger(input: DangerInput): readonly Message[] {
  return input.told === 0 ? first(input) : [further(input)];
}
