import { htmlLang, type LanguageTag } from '../../bot/languages.ts';
import { foldedLight } from '../../bot/text/folded.ts';

const segmenters = new Map<LanguageTag, Intl.Segmenter>();

function segmenter(lang: LanguageTag): Intl.Segmenter {
  const known = segmenters.get(lang) ?? new Intl.Segmenter(htmlLang(lang), { granularity: 'word' });
  segmenters.set(lang, known);
  return known;
}

const ALPHABET = /^[\p{Script=Latin}\p{Script=Cyrillic}'-]+$/u;
/** Short words of alphabets say grammar, not matter. */
const SHORT = 3;

function wordsOf(text: string, lang: LanguageTag): string[] {
  const found = new Set<string>();
  for (const { segment, isWordLike } of segmenter(lang).segment(foldedLight(text))) {
    if (!isWordLike || /^\d/.test(segment)) continue;
    if (ALPHABET.test(segment) ? segment.length > SHORT : [...segment].length > 1) found.add(segment);
  }
  return [...found];
}

/**
 * Share (0 to 1) of the sentence's words that stand in the passage; endings may differ. 0 when the sentence has none.
 * Finds what was brought from elsewhere, not a twisted meaning. Pure.
 */
export function wordSupport(sentence: string, passage: string, lang: LanguageTag): number {
  const words = wordsOf(sentence, lang);
  if (words.length === 0) return 0;
  const source = foldedLight(passage);
  const starts = ` ${source.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')} `;
  const held = words.filter((word) => {
    if (!ALPHABET.test(word)) return source.includes(word);
    const stem =
      word.length > 6
        ? word.slice(0, Math.ceil(word.length * 0.7))
        : word.slice(0, Math.max(4, word.length - 1));
    return starts.includes(` ${stem}`);
  });
  return held.length / words.length;
}
