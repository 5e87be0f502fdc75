import { LANGUAGES, type LanguageTag } from '../../bot/languages.ts';

/**
 * How a question is written: `foreign` in Latin letters although its language has its own script, `bare`
 * without what carries meaning (Vietnamese without a single mark, Japanese without a kanji), else `plain`.
 * Each has its own weights: the embedder reads the three with very different success (retrieval.md §1).
 */
export type QueryShape = 'plain' | 'bare' | 'foreign';

/** All shapes. */
export const QUERY_SHAPES: readonly QueryShape[] = ['plain', 'bare', 'foreign'];

/** Shape of a raw question in the language it is taken for. */
export function queryShape(text: string, lang: LanguageTag): QueryShape {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (LANGUAGES[lang].script !== 'Latn' && latin * 2 > letters) return 'foreign';
  if (lang === 'vi' && !/đ|\p{M}/iu.test(text.normalize('NFD'))) return 'bare';
  if ((lang === 'ja' || lang === 'ja-simple') && !/\p{Script=Han}/u.test(text)) return 'bare';
  return 'plain';
}
