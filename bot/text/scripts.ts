/** Writing systems that matter to us, each with the letters that show it. `other` is any script of a language that is not ours. */
const PATTERNS = {
  latin: /\p{Script=Latin}/u,
  han: /\p{Script=Han}/u,
  hiragana: /[\u3041-\u309f]/,
  katakana: /[\u30a0-\u30ff\uff66-\uff9f]/,
  burmese: /\p{Script=Myanmar}/u,
  khmer: /\p{Script=Khmer}/u,
  thai: /\p{Script=Thai}/u,
  lao: /\p{Script=Lao}/u,
  cyrillic: /\p{Script=Cyrillic}/u,
  mongolian: /\p{Script=Mongolian}/u,
  devanagari: /\p{Script=Devanagari}/u,
  bengali: /\p{Script=Bengali}/u,
  sinhala: /\p{Script=Sinhala}/u,
} as const;

/** See {@link countScripts}. */
export type ScriptName = keyof typeof PATTERNS | 'other';

const NAMES = Object.keys(PATTERNS) as (keyof typeof PATTERNS)[];
const cache = new Map<string, ScriptName>();

function scriptOf(letter: string): ScriptName {
  const known = cache.get(letter);
  if (known) return known;
  const name = NAMES.find((candidate) => PATTERNS[candidate].test(letter)) ?? 'other';
  if (cache.size < 5000) cache.set(letter, name);
  return name;
}

/** How many letters (marks included) of each script stand in `text`. Digits, signs and emoji count nowhere. */
export function countScripts(text: string): Readonly<Record<ScriptName, number>> {
  const counts = Object.fromEntries([...NAMES, 'other'].map((name) => [name, 0])) as Record<
    ScriptName,
    number
  >;
  for (const [letter] of text.matchAll(/[\p{L}\p{M}]/gu)) {
    if (/\p{Script=Inherited}|\p{Script=Common}/u.test(letter) && letter !== 'ー') continue;
    counts[letter === 'ー' ? 'katakana' : scriptOf(letter)] += 1;
  }
  return counts;
}
