import { setFlagsFromString } from 'node:v8';
import type { LanguageTag } from '../../bot/languages.ts';
import type { Danger } from './danger.ts';
import {
  guardViews,
  runSpelling,
  type SentenceViews,
  sentenceViews,
  soundSpelling,
  toneSpelling,
  wordSpelling,
} from './guard-views.ts';
import type { Lexicon, Phrases } from './lexicon.ts';
import { LEXICONS } from './lexicons.ts';
import { BARRIER, phrasePatterns, type Spelling } from './phrase.ts';

// V8 (Node 20) interprets an expression at its first run and may never compile it when strings of one and of two
// bytes a sign come by in turn: measured, 10 to 20 ms a message where compiled expressions take 0.7 ms.
setFlagsFromString('--no-regexp-tier-up');

type Patterns = readonly RegExp[];
type Rule = { readonly name: string; readonly patterns: Patterns };

/** One lexicon in one view, ready to run. */
type Ear = {
  readonly lang: LanguageTag;
  readonly script: RegExp;
  readonly view: 'words' | 'tones' | 'run' | 'sounds';
  readonly self: readonly Rule[];
  readonly violence: readonly Rule[];
  readonly accident: readonly Rule[];
  readonly violenceIfNow: readonly Rule[];
  readonly accidentIfNow: readonly Rule[];
  /** Any phrase of any rule: most messages hold none, and then nothing else is looked for. */
  readonly any: Patterns;
  readonly farewell: Patterns;
  readonly harmless: Patterns;
  readonly aside: Patterns;
  readonly now: Patterns;
};

type Writing = Lexicon['writing'] | 'sounds';

const SPELLINGS: Readonly<Record<Writing, Spelling>> = {
  words: { spaced: true, gaps: [3, 7], spell: (word) => [wordSpelling(word)] },
  tones: { spaced: true, gaps: [3, 7], spell: (word) => [toneSpelling(word), wordSpelling(word)] },
  run: { spaced: false, gaps: [8, 18], spell: (piece) => [runSpelling(piece)] },
  syllables: { spaced: false, gaps: [14, 30], spell: (piece) => [runSpelling(piece)] },
  sounds: { spaced: true, gaps: [3, 7], spell: (word) => [soundSpelling(word)] },
};

const LATIN = /\p{Script=Latin}/u;
const HARM_EMOJI = /[🔪🗡🩸💊⚰🪦🔫🪢]/u;

function ear(lang: LanguageTag, script: RegExp, writing: Writing, phrases: Phrases): Ear {
  const patterns = (list: readonly string[] | undefined) =>
    phrasePatterns(list ?? [], phrases.words ?? {}, SPELLINGS[writing]);
  const rules = (group: Phrases['self']) =>
    Object.entries(group ?? {}).map(([name, list]) => ({ name, patterns: patterns(list) }));
  const groups = [
    phrases.self,
    phrases.violence,
    phrases.accident,
    phrases.violenceIfNow,
    phrases.accidentIfNow,
    { farewell: phrases.farewell ?? [] },
  ];
  return {
    lang,
    script,
    any: patterns(groups.flatMap((group) => Object.values(group ?? {}).flat())),
    view: writing === 'syllables' ? 'run' : writing,
    self: rules(phrases.self),
    violence: rules(phrases.violence),
    accident: rules(phrases.accident),
    violenceIfNow: rules(phrases.violenceIfNow),
    accidentIfNow: rules(phrases.accidentIfNow),
    farewell: patterns(phrases.farewell),
    harmless: patterns(phrases.harmless),
    aside: patterns(phrases.aside),
    now: patterns(phrases.now),
  };
}

function earsOf({ lang, script, writing, native, latin, sounds }: Lexicon): readonly Ear[] {
  const ears = [ear(lang, script, writing, native)];
  if (sounds === true) ears.push(ear(lang, LATIN, 'sounds', native));
  if (latin !== undefined) ears.push(ear(lang, LATIN, 'sounds', latin));
  return ears;
}

const EARS: readonly Ear[] = LEXICONS.flatMap(earsOf);

function finds(patterns: Patterns, text: string): boolean {
  return patterns.some((pattern) => text.search(pattern) >= 0);
}

// What every message meets is compiled for strings of one and of two bytes a sign: the first must not wait.
for (const { any } of EARS) {
  finds(any, ' a ');
  finds(any, ' \u1ea1 ');
}

function clausesHear(one: Ear, clauses: readonly string[]): Danger | undefined {
  for (const clause of clauses) {
    const views = sentenceViews(clause);
    const danger = views === undefined ? undefined : hears(one, { ...views, clauses: [] }, false);
    if (danger !== undefined) return danger;
  }
  return undefined;
}

/** What one ear hears in one sentence. */
function hears(one: Ear, views: SentenceViews, harm: boolean): Danger | undefined {
  const whole = views[one.view];
  if (whole === '' || !one.script.test(whole) || !finds(one.any, whole)) return undefined;
  const { lang, harmless } = one;
  const barrier = one.view === 'run' ? BARRIER : `${BARRIER} `;
  const text = harmless.reduce((rest, pattern) => rest.replace(pattern, barrier), whole);
  const first = (rules: readonly Rule[]) => rules.find(({ patterns }) => finds(patterns, text))?.name;
  const self = first(one.self) ?? (harm && finds(one.farewell, text) ? 'farewell' : undefined);
  if (self !== undefined) return { kind: 'crisis', lang, rule: self };
  // "If I tell anyone he will stab me": a threat lives on conditions.
  const threat = first(one.violence.filter(({ name }) => name.startsWith('threatened')));
  if (threat !== undefined) return { kind: 'crisis', lang, rule: threat };
  const isNow = finds(one.now, whole);
  if (finds(one.aside, whole)) {
    if (!isNow) return undefined;
    // "Three years ago there was a fire, is it safe now?": what is now must be said in one breath with it.
    if (views.clauses.length > 0) return clausesHear(one, views.clauses);
  }
  const violence = first(one.violence) ?? (isNow ? first(one.violenceIfNow) : undefined);
  if (violence !== undefined) return { kind: 'crisis', lang, rule: violence };
  const accident = first(one.accident) ?? (isNow ? first(one.accidentIfNow) : undefined);
  return accident === undefined ? undefined : { kind: 'emergency', lang, rule: accident };
}

/**
 * Says whether a message tells of danger to life: suicide, self-harm or violence now (`crisis`), a severe
 * accident or illness now (`emergency`). All fifteen lexicons read it, whatever its language seems to be.
 * A crisis outranks an emergency. Pure, no I/O, never throws; below 5 ms for 1,000 signs (2 cores). It knows
 * phrases, not minds: silence does not mean safety, so exemplars and the triage come after it.
 */
export function hearsDanger(text: string): Danger | undefined {
  const harm = HARM_EMOJI.test(text);
  let emergency: Danger | undefined;
  for (const views of guardViews(text)) {
    for (const one of EARS) {
      const danger = hears(one, views, harm);
      if (danger?.kind === 'crisis') return danger;
      emergency ??= danger;
    }
  }
  return emergency;
}
