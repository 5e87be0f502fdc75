import type { LanguageTag } from '../../bot/languages.ts';
import { folded } from '../../bot/text/folded.ts';
import { raw } from '../../bot/text/raw.ts';

/** Share of words left out, and of letters that are missing or change places. */
const WORDS_LOST = 0.25;
const LETTERS_LOST = 0.06;

/** Numbers from 0 to 1 that are the same for the same text: a fit must be repeatable. */
function numbersFrom(text: string): () => number {
  let state = 2166136261;
  for (const letter of text) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 16777619) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A question as another hurried person might type it: words missing, letters missing or swapped, every second one without marks or kanji. */
export function disturb(text: string, lang: LanguageTag): string {
  const next = numbersFrom(text);
  const start = next() < 0.5 ? folded(raw(text), lang) : raw(text);
  const words = start.split(' ');
  const kept = words.length > 3 ? words.filter(() => next() >= WORDS_LOST) : words;
  const letters = Array.from((kept.length > 0 ? kept : words).join(' '));
  // In scripts without blanks nothing was lost yet: leave out a little more.
  const lost = words.length > 3 ? LETTERS_LOST : LETTERS_LOST * 2;
  for (let at = 0; at < letters.length - 1; at++) {
    const chance = next();
    if (chance < lost / 2) letters[at] = '';
    else if (chance < lost) [letters[at], letters[at + 1]] = [letters[at + 1] ?? '', letters[at] ?? ''];
  }
  return letters.join('');
}
