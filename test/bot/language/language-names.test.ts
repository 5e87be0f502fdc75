import { describe, expect, it } from 'vitest';
import { languageOfLocale, languageWish } from '../../../bot/language/language-names.ts';
import { LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from '../../../bot/languages.ts';

describe('a wish for a language', () => {
  it.each<[string, LanguageTag]>([
    ['Tiếng Việt', 'vi'],
    ['tieng viet', 'vi'],
    ['vietnamese', 'vi'],
    ['ベトナム語', 'vi'],
    ['ベトナム語でお願いします', 'vi'],
    ['English please', 'en'],
    ['in english', 'en'],
    ['tiếng anh', 'en'],
    ['英語でおねがいします', 'en'],
    ['can you speak Indonesian please', 'id'],
    ['pakai bahasa indonesia dong', 'id'],
    ['Tagalog po', 'fil'],
    ['မြန်မာလို', 'my'],
    ['burmese', 'my'],
    ['请用中文', 'zh'],
    ['中国語', 'zh'],
    ['ខ្មែរ', 'km'],
    ['ภาษาไทย', 'th'],
    ['Монголоор', 'mn'],
    ['mongolian language', 'mn'],
    ['नेपाली', 'ne'],
    ['nepali ma', 'ne'],
    ['বাংলা', 'bn'],
    ['bangla', 'bn'],
    ['සිංහල', 'si'],
    ['ພາສາລາວ', 'lo'],
    ['にほんご', 'ja'],
    ['やさしい日本語', 'ja-simple'],
    ['easy japanese please', 'ja-simple'],
    ['やさしいにほんごで おねがいします', 'ja-simple'],
  ])('%s → %s', (text, tag) => {
    expect(languageWish(text)?.tag).toBe(tag);
  });

  it.each([
    'my boss does not speak English',
    '日本語がわかりません',
    'where can I learn Japanese',
    'tôi không biết tiếng Nhật',
    'nihongo wakarimasen',
    'ok',
    'in',
    '',
  ])('%j is none', (text) => {
    expect(languageWish(text)).toBeUndefined();
  });

  it('every language by its own and its English name', () => {
    for (const tag of LANGUAGE_TAGS) {
      expect(languageWish(LANGUAGES[tag].name)?.tag).toBe(tag);
      expect(languageWish(LANGUAGES[tag].english)?.tag).toBe(tag);
    }
  });
});

it.each<[string | undefined, LanguageTag | undefined]>([
  ['vi-VN', 'vi'],
  ['zh-Hant-TW', 'zh'],
  ['tl', 'fil'],
  ['fil_PH', 'fil'],
  ['in', 'id'],
  ['ja-simple', 'ja-simple'],
  ['pt-BR', undefined],
  ['', undefined],
  [undefined, undefined],
])('locale %s is %s', (locale, tag) => {
  expect(languageOfLocale(locale)).toBe(tag);
});
