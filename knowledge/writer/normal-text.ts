import type { LanguageTag } from '../../bot/languages.ts';
import { asciiDigits } from '../../bot/text/digits.ts';
import { KANJI_NUMBER, kanjiNumber, NUMBER_WORDS } from './number-words.ts';
import { MULTIPLIERS, UNITS_AFTER, UNITS_BEFORE } from './unit-words.ts';

const spell = (text: string) => asciiDigits(text.normalize('NFKC')).toLowerCase().normalize('NFC');

const any = (patterns: readonly string[]) => spell(patterns.join('|')).replaceAll('\\S', '\\s');
const COUNTED = any([...Object.values(UNITS_AFTER), ...MULTIPLIERS.map(([pattern]) => pattern)]);
const BEFORE = any(Object.values(UNITS_BEFORE));
const KANJI = new RegExp(
  `(?<=第)${KANJI_NUMBER}|${KANJI_NUMBER}(?=\\s*(?:${COUNTED}|人|回|歳|割|倍|万|億))`,
  'gu',
);

/** Words for numbers of one language that stand beside a unit; the longest first. */
function spelledOut(lang: LanguageTag): { pattern: RegExp; value: ReadonlyMap<string, number> } | undefined {
  const words = NUMBER_WORDS[lang].map(spell);
  if (words.length === 0) return undefined;
  const value = new Map(words.map((word, index) => [word, index + 1]));
  const all = words.toSorted((a, b) => b.length - a.length).join('|');
  const start = /^[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(all) ? '(?<!\\p{L})' : '';
  const pattern = new RegExp(`${start}(?:${all})(?=[ -]?(?:${COUNTED}))|(?<=(?:${BEFORE}) )(?:${all})`, 'gu');
  return { pattern, value };
}

const SPELLED = new Map(
  (Object.keys(NUMBER_WORDS) as LanguageTag[]).map((lang) => [lang, spelledOut(lang)] as const),
);

/**
 * The text with one form for what is the same: NFKC, lower case, ASCII digits for digits of every script, for Han
 * number signs and for number words that stand beside a unit; one dash, one space; no readings in brackets, no list
 * numbers. Pure.
 */
export function normalText(text: string, lang: LanguageTag): string {
  let plain = spell(text)
    .replace(/[‐‑‒–—―−ー](?=\s*\d)|(?<=\d\s*)[‐‑‒–—―−〜~～]/gu, '-')
    .replace(/\([\u3041-\u309f\u30a0-\u30ff\s]+\)/gu, '')
    .replace(/^\s*\d{1,2}[.)]\s+/gmu, '')
    .replace(/[\u200b-\u200f\u2060\ufeff]/gu, '')
    .replace(/\s+/gu, ' ');
  if (lang === 'ja' || lang === 'ja-simple' || lang === 'zh')
    plain = plain.replace(KANJI, (run, at: number) =>
      run === '十' && plain.startsWith('分', at + 1) ? run : String(kanjiNumber(run)),
    );
  const spelled = SPELLED.get(lang);
  return spelled ? plain.replace(spelled.pattern, (word) => String(spelled.value.get(word) ?? word)) : plain;
}
