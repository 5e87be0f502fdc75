import type { LanguageTag } from '../bot/languages.ts';
import { coreTexts } from '../bot/locales/core.ts';
import type { Link } from '../bot/message.ts';
import { type LineOffer, linesFor } from '../bot/tables/lines-for.ts';
import type { Tables } from '../bot/tables/load.ts';
import { offersText, type ReferenceText } from '../bot/tables/reference-text.ts';
import { EMERGENCY_LINKS, emergencyNumbers } from './guard/emergency-numbers.ts';
import { sentences } from './guard/sentences.ts';

/** Kinds of lines that stand in for a person, the nearest to trainees first. */
const CATEGORIES = ['otit', 'crisis', 'labour', 'immigration'] as const;
/** With JITCO's these fill the four rows that a text of lines has. */
const MOST = 3;

/** Lines for any worry, those first that speak the reader's language and are open; each number once. */
function generalLines(tables: Tables, lang: LanguageTag, now: number): readonly LineOffer[] {
  const all = CATEGORIES.flatMap((category) => linesFor(tables, category, lang, now));
  const once = all.filter(
    ({ line }, index) => all.findIndex((other) => other.line.number === line.number) === index,
  );
  const rank = ({ speech, opening }: LineOffer) =>
    (opening.state === 'open' ? 0 : opening.state === 'varies' ? 1 : 2) +
    (speech === 'own' ? 0 : speech === 'several' ? 4 : 8);
  const best = [...once].sort((a, b) => rank(a) - rank(b)).slice(0, MOST);
  return [...best, ...linesFor(tables, 'jitco', lang, now).slice(0, 1)];
}

/** 119 and 110 with the two sentences to say, then lines that help with any worry in the reader's language. */
export function linesText(tables: Tables, lang: LanguageTag, now: number): ReferenceText {
  const t = coreTexts(lang).lines;
  const { text, links } = offersText(generalLines(tables, lang, now), lang, now);
  const all: readonly Link[] = [...EMERGENCY_LINKS, ...links];
  return {
    text: [
      `${t.heading}:\n${text}`,
      emergencyNumbers(lang),
      `${t.sayThis}:\n${sentences(undefined, lang)}`,
    ].join('\n\n'),
    links: all,
  };
}
