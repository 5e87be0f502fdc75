import { LANGUAGE_TAGS, type LanguageTag } from '../../bot/languages.ts';
import { foldedLight } from '../../bot/text/folded.ts';

/** A folded word and what it stands for. */
export interface Word {
  readonly word: string;
  readonly value: number;
}

/** Scripts in which words stand apart, so that a word must not be a part of a longer one. */
const SPACED =
  /\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Devanagari}|\p{Script=Bengali}|\p{Script=Sinhala}/u;

const literal = (word: string) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** A pattern for one folded word: bounded by other letters where the script puts spaces between words. */
function bounded(word: string): string {
  if (!SPACED.test(word)) return literal(word);
  return `(?<![\\p{L}\\p{M}])${literal(word)}(?![\\p{L}\\p{M}])`;
}

/** Groups divided by `;` (value = place in the line, from `first`), words in a group by `|`. Longest word first. */
export function wordsOf(line: string, first = 0): readonly Word[] {
  return line
    .split(';')
    .flatMap((group, index) =>
      group
        .split('|')
        .map((word) => ({ word: foldedLight(word), value: index + first }))
        .filter(({ word }) => word !== ''),
    )
    .sort((a, b) => b.word.length - a.word.length);
}

/** One pattern for all words, longest first. Give it a `u` flag. */
export function anyOf(words: readonly Word[]): string {
  return words.map(({ word }) => bounded(word)).join('|');
}

/** The values of all words that stand in a folded text, longest words first, each place counted once. */
export function valuesIn(text: string, words: readonly Word[]): readonly number[] {
  if (words.length === 0) return [];
  const byWord = new Map(words.map(({ word, value }) => [word, value] as const));
  return [...text.matchAll(new RegExp(anyOf(words), 'gu'))].flatMap(([word]) => byWord.get(word) ?? []);
}

/**
 * A table's words for somebody who writes `lang`: first the language's own, then those of all others that cannot be
 * mistaken (English, Japanese, and every word in its own script: romanised words are too short to be sure).
 */
export function forLanguage(
  table: Readonly<Record<LanguageTag, string>>,
  first = 0,
): (lang: LanguageTag) => readonly [readonly Word[], readonly Word[]] {
  const own = new Map(LANGUAGE_TAGS.map((tag) => [tag, wordsOf(table[tag], first)] as const));
  return (lang) => {
    const others = LANGUAGE_TAGS.filter((tag) => tag !== lang)
      .flatMap((tag) =>
        (own.get(tag) ?? []).filter(({ word }) => tag === 'en' || !/\p{Script=Latin}/u.test(word)),
      )
      .sort((a, b) => b.word.length - a.word.length);
    return [own.get(lang) ?? [], others];
  };
}
