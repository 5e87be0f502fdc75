import { describe, expect, it } from 'vitest';
import { LANGUAGE_TAGS, type LanguageTag } from '../../../bot/languages.ts';
import { coreTexts } from '../../../bot/locales/core.ts';
import { detectLanguage } from '../../../bot/text/detect-language.ts';

function* strings(tree: unknown): Generator<string> {
  if (typeof tree === 'string') yield tree;
  else if (tree !== null && typeof tree === 'object')
    for (const branch of Object.values(tree)) yield* strings(branch);
}

/** Our core texts are one parallel text in fifteen languages on which nothing was trained. */
function sentences(lang: LanguageTag): string[] {
  return [...strings(coreTexts(lang))]
    .flatMap((text) => text.split(/(?<=[.。!?！？။၊។|।])\s*/))
    .filter((sentence) => /\p{L}{2}/u.test(sentence));
}

const SPACELESS = new Set<LanguageTag>(['ja', 'ja-simple', 'zh', 'th', 'km', 'lo', 'my']);

function pieces(sentence: string, lang: LanguageTag): string[] {
  const spaceless = SPACELESS.has(lang);
  const words = spaceless
    ? [...new Intl.Segmenter(lang, { granularity: 'word' }).segment(sentence)]
        .filter((word) => word.isWordLike)
        .map((word) => word.segment)
    : sentence.replace(/[.,!?:;"()]/g, '').split(/\s+/);
  return [2, 3]
    .flatMap((size) =>
      words.map((_, at) => words.slice(at, at + size)).filter(({ length }) => length === size),
    )
    .map((some) => some.join(spaceless ? '' : ' '))
    .filter((text) => /\p{L}{2}/u.test(text));
}

const same = (text: string, lang: LanguageTag) =>
  detectLanguage(text).lang.replace('-simple', '') === lang.replace('-simple', '');
const share = (texts: readonly string[], lang: LanguageTag) =>
  texts.filter((text) => same(text, lang)).length / texts.length;
const toneless = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd');

describe.each(LANGUAGE_TAGS)('%s', (lang) => {
  it('sentences', () => {
    const long = sentences(lang).filter(({ length }) => length > 12);
    expect(long.length).toBeGreaterThan(20);
    expect(share(long, lang)).toBeGreaterThanOrEqual(0.99);
  });

  it('two or three words', () => {
    const short = sentences(lang).flatMap((sentence) => pieces(sentence, lang));
    expect(short.length).toBeGreaterThan(100);
    expect(share(short, lang)).toBeGreaterThanOrEqual(0.95);
  });
});

it('Vietnamese without marks', () => {
  const texts = sentences('vi').map(toneless);
  expect(
    share(
      texts.filter(({ length }) => length > 12),
      'vi',
    ),
  ).toBeGreaterThanOrEqual(0.99);
  expect(
    share(
      texts.flatMap((text) => pieces(text, 'vi')),
      'vi',
    ),
  ).toBeGreaterThanOrEqual(0.95);
});
