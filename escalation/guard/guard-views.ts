import { foldedLight } from '../../bot/text/folded.ts';
import { raw } from '../../bot/text/raw.ts';
import { skeleton } from '../../bot/text/skeleton.ts';

/**
 * One sentence as the four ways of writing see it; `words`, `tones` and `sounds` have a space
 * before and behind each word.
 */
export type SentenceViews = {
  /** Folded words: for languages whose marks can be left out. */
  readonly words: string;
  /** Words with their marks: for Vietnamese. */
  readonly tones: string;
  /** Folded, without any space: for scripts that do not part words. */
  readonly run: string;
  /** Skeleton in Latin letters; empty when the sentence has none. */
  readonly sounds: string;
  /** What stands between commas, when there is more than one such part. */
  readonly clauses: readonly string[];
};

/** Texts are read up to this many signs at each end; what lies between is not read. */
const READ = 10_000;

/** Letters put apart: `d i e`, `c.h.e.t`, `m-a-t-i`. */
const APART =
  /(?<![\p{L}\p{M}])(?:[\p{Script=Latin}\p{Script=Cyrillic}]\p{M}*[ .\-_*·]){2,}\p{L}\p{M}*(?![\p{L}\p{M}])/gu;
const SENTENCE_END = /(?<=[。！？!?។៕။।॥])|(?<=[.…;])(?=\s)|\n+/u;

function squashed(text: string): string {
  return text
    .replace(/([\p{Script=Latin}\p{Script=Cyrillic}])\1+/gu, '$1')
    .replace(/(\p{L}|\p{M})\1{2,}/gu, '$1');
}

function plain(text: string): string {
  return text
    .replace(/['’`]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** A word of a `words` view. */
export function wordSpelling(text: string): string {
  return squashed(plain(foldedLight(text)));
}

/** A word of a `tones` view: lower case, marks kept, the two tones that people mix made one. */
export function toneSpelling(text: string): string {
  const lower = text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\u0303/g, '\u0309');
  return squashed(plain(lower.normalize('NFC')));
}

/** A piece of a `run` view. */
export function runSpelling(text: string): string {
  return squashed(plain(foldedLight(text))).replaceAll(' ', '');
}

/** A word of a `sounds` view. */
export function soundSpelling(text: string): string {
  return skeleton(foldedLight(text));
}

/** A sign for private use, which folding leaves alone. */
const PARTING = '\ue000';

const COMMA = /[,،、，;]+/;

/** The views of one sentence (`light`: its folded form), or undefined when it has no letters. */
export function sentenceViews(
  sentence: string,
  light: string = foldedLight(sentence),
): SentenceViews | undefined {
  const words = squashed(plain(light));
  if (words === '') return undefined;
  const latin = /[a-z]/.test(light);
  const clauses = sentence.split(COMMA).filter((clause) => clause.trim() !== '');
  return {
    words: ` ${words} `,
    tones: latin ? ` ${toneSpelling(sentence)} ` : '',
    run: words.replaceAll(' ', ''),
    sounds: latin ? ` ${skeleton(light)} ` : '',
    clauses: clauses.length > 1 ? clauses : [],
  };
}

/** The sentences of a message, letters that were put apart joined again. Never throws; bounded work. */
export function guardViews(text: string): readonly SentenceViews[] {
  const read = text.length <= 2 * READ ? text : `${text.slice(0, READ)}\n${text.slice(-READ)}`;
  const joined = raw(read).replace(APART, (letters) => letters.replace(/[ .\-_*·]/g, ''));
  const sentences = joined.replaceAll(PARTING, ' ').split(SENTENCE_END);
  // Folding costs more by the call than by the sign: all sentences at once.
  const folded = foldedLight(sentences.join(PARTING)).split(PARTING);
  return sentences.flatMap((sentence, index) => sentenceViews(sentence, folded[index]) ?? []);
}
