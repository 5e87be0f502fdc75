import { isLanguageTag, type LanguageTag } from '../../bot/languages.ts';

/** Other names under which browsers ask for our languages. */
const ALIASES: Readonly<Record<string, LanguageTag>> = { tl: 'fil', in: 'id', jp: 'ja' };

/**
 * The language of a page: the one asked for in the address, else the first of `Accept-Language` that we have,
 * by weight, else English.
 */
export function pickLanguage(asked: string | null, acceptLanguage: string | null): LanguageTag {
  if (isLanguageTag(asked)) return asked;
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .slice(0, 20)
    .map((part, index) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const weight = Number(/^\s*q=([\d.]+)\s*$/.exec(parameters.join(';'))?.[1] ?? 1);
      return { tag: tag.toLowerCase(), weight, index };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.index - b.index);
  for (const { tag } of wanted) {
    const base = tag.split('-')[0] ?? '';
    if (isLanguageTag(tag)) return tag;
    if (isLanguageTag(base)) return base;
    const alias = ALIASES[base];
    if (alias) return alias;
  }
  return 'en';
}
