import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { asciiDigits } from '../../../bot/text/digits.ts';
import { loadArticles } from '../../../knowledge/content/load-articles.ts';

const { articles } = loadArticles(join(import.meta.dirname, '..', '..', '..', 'knowledge', 'articles'));

/** Numbers of a text, native digits and thousands separators normalised; numbering of list lines does not count. */
function numbersOf(text: string): Set<string> {
  const plain = asciiDigits(text.normalize('NFKC'))
    .replace(/^\s*\d+[.)]\s/gm, '')
    .replace(/(\d)[,٬](?=\d{3}\b)/g, '$1');
  return new Set([...plain.matchAll(/\d+(?:\.\d+)?/g)].map(([number]) => String(Number(number))));
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** Other ways of writing a number: 20万 for 200,000, and in English a month by its name. */
function spelledOut(text: string, lang: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/(\d+(?:\.\d+)?)万/g, (_, number: string) => String(Number(number) * 10_000));
  if (lang !== 'en') return plain;
  // "May" is also a verb: only before a day is it a month.
  return plain.replace(new RegExp(`\\b(${MONTHS.join('|')})\\b`, 'g'), (name, _month, at: number) =>
    name === 'May' && !/^May \d/.test(plain.slice(at)) ? name : String(MONTHS.indexOf(name) + 1),
  );
}

describe('every number of an article is the same in all its languages', () => {
  it.each(articles.map((article) => [article.id, article] as const))('%s', (_id, { variants }) => {
    const original = variants.get('ja');
    expect(original).toBeDefined();
    for (const [lang, variant] of variants) {
      for (const [index, section] of variant.sections.entries()) {
        const wanted = numbersOf(spelledOut(original?.sections[index]?.text ?? '', 'ja'));
        const found = numbersOf(spelledOut(section.text, lang));
        const missing = [...wanted].filter((number) => !found.has(number));
        const added = [...found].filter((number) => !wanted.has(number));
        expect({ lang, section: section.id, missing, added }).toEqual({
          lang,
          section: section.id,
          missing: [],
          added: [],
        });
      }
    }
  });
});
