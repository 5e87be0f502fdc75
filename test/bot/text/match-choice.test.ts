import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGE_TAGS, type LanguageTag } from '../../../bot/languages.ts';
import type { Choice } from '../../../bot/message.ts';
import { matchChoice } from '../../../bot/text/match-choice.ts';
import { initReadings } from '../../../bot/text/readings.ts';
import { yesNo } from '../../../bot/text/yes-no.ts';

beforeAll(() => initReadings());

describe('yes and no', () => {
  it.each<[LanguageTag, string, string]>([
    ['ja', 'はい。', 'いいえ'],
    ['ja-simple', 'おねがいします', 'ちがいます'],
    ['en', 'Yes please!', 'No, thanks'],
    ['vi', 'Dạ có', 'khong'],
    ['vi', 'dong y', 'ko'],
    ['id', 'iya', 'gak'],
    ['fil', 'Opo', 'hindi po'],
    ['my', 'ဟုတ်ကဲ့', 'မဟုတ်ဘူး'],
    ['my', 'hote kae', 'ma hote bu'],
    ['zh', '好的', '不要'],
    ['km', 'បាទ', 'ទេ'],
    ['th', 'ใช่ค่ะ', 'ไม่ใช่'],
    ['mn', 'Тийм', 'үгүй'],
    ['mn', 'tiim', 'ugui'],
    ['ne', 'हुन्छ', 'होइन'],
    ['ne', 'huncha', 'hoina'],
    ['bn', 'জি', 'না'],
    ['bn', 'thik ache', 'na'],
    ['si', 'ඔව්', 'නැහැ'],
    ['si', 'ow', 'naha'],
    ['lo', 'ແມ່ນ', 'ບໍ່'],
    ['lo', 'men leo', 'bor men'],
  ])('%s: %s, %s', (lang, yes, no) => {
    expect(yesNo(yes, lang)).toBe('yes');
    expect(yesNo(no, lang)).toBe('no');
  });

  it('knows signs in every language', () => {
    for (const lang of LANGUAGE_TAGS) {
      expect(yesNo('👍🏽', lang)).toBe('yes');
      expect(yesNo('❌', lang)).toBe('no');
    }
  });

  it('a word that two languages understand differently is no answer without the language', () => {
    expect(yesNo('ie')).toBe('no');
    expect(yesNo('ha')).toBe('yes');
    expect(yesNo('ya', 'id')).toBe('yes');
    expect(yesNo('no se que')).toBeUndefined();
    expect(yesNo('')).toBeUndefined();
    expect(yesNo('I was not paid', 'en')).toBeUndefined();
  });
});

const topics: readonly Choice[] = [
  { value: 'topic:paid-leave', label: 'Nghỉ phép có lương' },
  { value: 'topic:overtime', label: 'Tiền làm thêm giờ' },
  { value: 'other', label: 'Khác' },
];
const japanese: readonly Choice[] = [
  { value: 'topic:paid-leave', label: '有給休暇' },
  { value: 'topic:overtime', label: '残業代' },
  { value: 'topic:salary', label: '給料' },
];
const consent: readonly Choice[] = [
  { value: 'consent:yes', label: 'Được, đồng ý gửi' },
  { value: 'consent:no', label: 'Không gửi' },
];

describe('choices', () => {
  it.each<[string, readonly Choice[], LanguageTag | undefined, string | undefined]>([
    ['nghi phep co luong', topics, 'vi', 'topic:paid-leave'],
    ['TIEN LAM THEM GIO!', topics, 'vi', 'topic:overtime'],
    ['tien lam', topics, 'vi', 'topic:overtime'],
    ['topic:overtime', topics, 'vi', 'topic:overtime'],
    ['2', topics, 'vi', 'topic:overtime'],
    ['số 1', topics, 'vi', 'topic:paid-leave'],
    ['３', topics, undefined, 'other'],
    ['၁', topics, 'my', 'topic:paid-leave'],
    ['២', topics, 'km', 'topic:overtime'],
    ['२', topics, 'ne', 'topic:overtime'],
    ['③', topics, undefined, 'other'],
    ['4', topics, 'vi', undefined],
    ['', topics, 'vi', undefined],
    ['gi vay', topics, 'vi', undefined],
    ['ざんぎょうだい', japanese, 'ja', 'topic:overtime'],
    ['yuukyuu kyuuka', japanese, 'ja', undefined],
    ['kyuuryou', japanese, 'ja', 'topic:salary'],
    ['2番', japanese, 'ja', 'topic:overtime'],
    ['二', japanese, 'ja', 'topic:overtime'],
    ['vang', consent, 'vi', 'consent:yes'],
    ['ko', consent, 'vi', 'consent:no'],
    ['👍', consent, undefined, 'consent:yes'],
    ['yes', topics, 'en', undefined],
  ])('%j', (text, choices, lang, value) => {
    expect(matchChoice(text, choices, lang)).toBe(value);
  });

  it('a number among numbers means its label or nothing', () => {
    const hours = ['8', '10', '12'].map((label) => ({ value: `hours:${label}`, label }));
    expect(matchChoice('10', hours)).toBe('hours:10');
    expect(matchChoice('2', hours)).toBeUndefined();
  });

  it('two labels that fit are none', () => {
    const twins = [
      { value: 'a', label: 'Work accident' },
      { value: 'b', label: 'Work hours' },
    ];
    expect(matchChoice('work', twins)).toBeUndefined();
    expect(matchChoice('work acc', twins)).toBe('a');
  });

  it('gives an offered value or undefined, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const value = matchChoice(text, topics);
        expect(value === undefined || topics.some((choice) => choice.value === value)).toBe(true);
      }),
    );
  });

  it('finds every label by itself', () => {
    for (const choices of [topics, japanese, consent]) {
      for (const { value, label } of choices) expect(matchChoice(label.toUpperCase(), choices)).toBe(value);
    }
  });
});
