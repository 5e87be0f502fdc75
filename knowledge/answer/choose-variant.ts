import type { LanguageTag } from '../../bot/languages.ts';
import type { Article, ArticleVariant } from '../content/load-articles.ts';

/** The article in the reader's language; else the nearest that they may read: the other Japanese, English, Japanese, any. */
export function chooseVariant(article: Article, lang: LanguageTag): ArticleVariant | undefined {
  const order: LanguageTag[] = [
    lang,
    ...(lang === 'ja' ? (['ja-simple'] as const) : []),
    ...(lang === 'ja-simple' ? (['ja'] as const) : []),
    'en',
    'ja',
  ];
  for (const tag of order) {
    const variant = article.variants.get(tag);
    if (variant) return variant;
  }
  return article.variants.values().next().value;
}

/** A title as a button's label: without the Japanese term in brackets behind it. */
export function shortTitle(variant: ArticleVariant): string {
  const short = variant.title.replace(/\s*[(（][^)）]*[)）]\s*$/u, '').trim();
  return short || variant.title;
}
