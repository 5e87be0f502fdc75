import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Detection, detectLanguage } from '../../../bot/text/detect-language.ts';
import { isEasyJapanese } from '../../../bot/text/easy-japanese.ts';

const MESSAGES = parse(
  readFileSync(join(import.meta.dirname, 'detection', 'messages.yaml'), 'utf8'),
) as Record<string, readonly string[]>;

describe('everyday messages', () => {
  it.each(Object.entries(MESSAGES))('%s', (name, messages) => {
    const wanted = name.replace('-Latn', '');
    const wrong = messages.filter((message) => detectLanguage(message).lang !== wanted);
    // One in eight may be a tie of two languages (chuti is Nepali and Bengali); more is a fault.
    expect(wrong.length / messages.length, wrong.join(' | ')).toBeLessThan(0.21);
  });

  it('all together', () => {
    const all = Object.entries(MESSAGES).flatMap(([name, messages]) =>
      messages.map((message) => detectLanguage(message).lang === name.replace('-Latn', '')),
    );
    expect(all.filter(Boolean).length / all.length).toBeGreaterThan(0.97);
  });

  it.each<[string, Detection['lang']]>([
    ['luong toi thieu bao nhieu', 'vi'],
    ['magkano sahod', 'fil'],
    ['berapa gaji lembur', 'id'],
    ['overtime ko paisa', 'ne'],
    ['tsalin heden', 'mn'],
    ['zangyou dai', 'ja'],
    ['hello', 'en'],
    ['パワハラ是什么意思', 'zh'],
    ['有給 là gì', 'vi'],
    ['overtime ကြေး', 'my'],
    ['OTのお金', 'ja-simple'],
    ['နွင်ꩫꩬꩭꩮ ၸႂ်ႁႅင်း', 'other'],
    ['қанша ақша', 'other'],
  ])('%s is %s', (text, lang) => {
    expect(detectLanguage(text).lang).toBe(lang);
  });
});

describe('what says nothing', () => {
  it.each(['', '   ', '115', '👍', '？！', '١٢٣', 'https://example.com/abc', 'a@b.example'])('%j', (text) => {
    expect(detectLanguage(text)).toEqual({ lang: 'en', confidence: 0 });
    expect(detectLanguage(text, 'km')).toEqual({ lang: 'km', confidence: 0 });
  });

  it('OK keeps what was spoken before', () => {
    expect(detectLanguage('OK', 'lo')).toEqual({ lang: 'lo', confidence: 0 });
    expect(detectLanguage('ok').confidence).toBeLessThan(0.5);
  });
});

it('a tie goes to what was spoken before, a clear sentence does not', () => {
  expect(detectLanguage('chuti kati din', 'ne').lang).toBe('ne');
  expect(detectLanguage('my boss does not pay me for overtime', 'ne').lang).toBe('en');
  expect(detectLanguage('想回国', 'zh').lang).toBe('zh');
});

describe('easy Japanese', () => {
  it.each<[string, boolean]>([
    ['ゆうきゅうは なんにち もらえますか', true],
    ['休みは 何日ですか', true],
    ['会社が お金を くれません', true],
    ['パスポート', true],
    ['有給休暇は何日もらえますか', false],
    ['労災の申請方法', false],
    ['加班费', false],
    ['hello', false],
  ])('%s: %s', (text, easy) => {
    expect(isEasyJapanese(text)).toBe(easy);
  });
});

it('never throws and stays within 0–1', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const { confidence } = detectLanguage(text);
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }),
  );
});

it('comes to an end on texts made to tire it', () => {
  for (const unit of ['@a', 'a.a@', 'http://a', 'ေ', 'က္', '\u0301', '\u200d', '#', 'a@.']) {
    expect(detectLanguage(unit.repeat(20_000)).confidence).toBeLessThanOrEqual(1);
  }
});
