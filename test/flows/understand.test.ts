import { describe, expect, it } from 'vitest';
import type { LanguageTag } from '../../bot/languages.ts';
import { understandDate } from '../../flows/understand/understand-date.ts';
import { understandNumber } from '../../flows/understand/understand-number.ts';

/** 2026-11-25, a Wednesday, noon in Japan. */
const NOW = Date.parse('2026-11-25T03:00:00Z');

const DATES: readonly (readonly [lang: LanguageTag, text: string, ...days: string[]])[] = [
  ['ja', '昨日', '2026-11-24'],
  ['ja', 'きのうの夜', '2026-11-24'],
  ['ja', 'おととい', '2026-11-23'],
  ['ja', '3日前', '2026-11-22'],
  ['ja', '三日前です', '2026-11-22'],
  ['ja', '11月3日', '2026-11-03'],
  ['ja', '１１月３日 15時30分', '2026-11-03'],
  ['ja', '令和8年11月3日', '2026-11-03'],
  ['ja', 'R7.12.1', '2025-12-01'],
  ['ja', '12/1', '2025-12-01'],
  ['ja', '3/5', '2026-03-05'],
  ['ja', '3日', '2026-11-03'],
  ['ja', '30日', '2026-10-30'],
  ['ja', '月曜日', '2026-11-23'],
  ['ja-simple', 'きょうの あさ', '2026-11-25'],
  ['ja-simple', '１しゅうかんまえ', '2026-11-18'],
  ['en', 'yesterday around 3', '2026-11-24'],
  ['en', 'last night', '2026-11-24'],
  ['en', 'the day before yesterday', '2026-11-23'],
  ['en', 'two days ago', '2026-11-23'],
  ['en', '2 weeks ago', '2026-11-11'],
  ['en', 'Nov 3', '2026-11-03'],
  ['en', '3rd of November 2025', '2025-11-03'],
  ['en', '2026-11-03', '2026-11-03'],
  ['en', '25/10', '2026-10-25'],
  ['en', '3/5', '2026-05-03', '2026-03-05'],
  ['en', 'on Monday', '2026-11-23'],
  ['vi', 'hôm qua', '2026-11-24'],
  ['vi', 'hom kia', '2026-11-23'],
  ['vi', 'sáng nay', '2026-11-25'],
  ['vi', '3 ngày trước', '2026-11-22'],
  ['vi', 'hai ngày trước', '2026-11-23'],
  ['vi', 'ngày 3 tháng 11', '2026-11-03'],
  ['vi', 'thứ hai', '2026-11-23'],
  ['vi', '15/11/2026', '2026-11-15'],
  ['id', 'kemarin', '2026-11-24'],
  ['id', 'kemarin lusa', '2026-11-23'],
  ['id', 'tadi pagi', '2026-11-25'],
  ['id', '3 hari yang lalu', '2026-11-22'],
  ['id', 'tanggal 3 Oktober', '2026-10-03'],
  ['id', 'hari Senin', '2026-11-23'],
  ['fil', 'kahapon', '2026-11-24'],
  ['fil', 'kanina lang po', '2026-11-25'],
  ['fil', 'kagabi', '2026-11-24'],
  ['fil', 'Nobyembre 3', '2026-11-03'],
  ['fil', 'noong Lunes', '2026-11-23'],
  ['fil', 'dalawang araw na ang nakalipas', '2026-11-23'],
  ['my', 'မနေ့က', '2026-11-24'],
  ['my', 'ဒီနေ့ မနက်', '2026-11-25'],
  ['my', 'လွန်ခဲ့တဲ့ ၃ ရက်က', '2026-11-22'],
  ['my', 'နိုဝင်ဘာ ၃ ရက်', '2026-11-03'],
  ['my', 'တနင်္လာနေ့', '2026-11-23'],
  ['zh', '昨天晚上', '2026-11-24'],
  ['zh', '大前天', '2026-11-22'],
  ['zh', '三天前', '2026-11-22'],
  ['zh', '11月3号', '2026-11-03'],
  ['zh', '星期一', '2026-11-23'],
  ['km', 'ម្សិលមិញ', '2026-11-24'],
  ['km', 'ថ្ងៃនេះ', '2026-11-25'],
  ['km', '៣ថ្ងៃមុន', '2026-11-22'],
  ['km', 'ថ្ងៃទី៣ ខែ១១', '2026-11-03'],
  ['km', 'ថ្ងៃទី៣ ខែវិច្ឆិកា ឆ្នាំ២០២៦', '2026-11-03'],
  ['th', 'เมื่อวานซืน', '2026-11-23'],
  ['th', 'เมื่อวาน', '2026-11-24'],
  ['th', '3 วันก่อน', '2026-11-22'],
  ['th', 'สองวันที่แล้ว', '2026-11-23'],
  ['th', '๓ พ.ย. ๒๕๖๙', '2026-11-03'],
  ['th', 'วันที่ 3 พฤศจิกายน 2568', '2025-11-03'],
  ['th', '15/11/2569', '2026-11-15'],
  ['th', 'วันจันทร์', '2026-11-23'],
  ['mn', 'өчигдөр', '2026-11-24'],
  ['mn', 'uchigdur', '2026-11-24'],
  ['mn', '11 сарын 3', '2026-11-03'],
  ['mn', '11-р сарын 3-ны өдөр', '2026-11-03'],
  ['mn', '3 хоногийн өмнө', '2026-11-22'],
  ['ne', 'हिजो', '2026-11-24'],
  ['ne', 'hijo rati', '2026-11-24'],
  ['ne', '३ दिन अगाडि', '2026-11-22'],
  ['ne', 'नोभेम्बर ३', '2026-11-03'],
  ['ne', 'सोमबार', '2026-11-23'],
  ['bn', 'গতকাল', '2026-11-24'],
  ['bn', 'gotokal', '2026-11-24'],
  ['bn', '৩ দিন আগে', '2026-11-22'],
  ['bn', '৩ নভেম্বর', '2026-11-03'],
  ['si', 'ඊයේ', '2026-11-24'],
  ['si', 'පෙරේදා', '2026-11-23'],
  ['si', 'දවස් 3කට කලින්', '2026-11-22'],
  ['si', 'නොවැම්බර් 3', '2026-11-03'],
  ['lo', 'ມື້ວານ', '2026-11-24'],
  ['lo', 'ມື້ນີ້', '2026-11-25'],
  ['lo', '3 ມື້ກ່ອນ', '2026-11-22'],
  ['lo', 'ວັນທີ 3 ເດືອນ 11', '2026-11-03'],
  ['lo', '໓ ພະຈິກ ໒໐໒໖', '2026-11-03'],
  // Another language than the chosen one.
  ['vi', '昨日', '2026-11-24'],
  ['my', 'yesterday', '2026-11-24'],
];

describe('dates as people type them', () => {
  it.each(DATES.map(([lang, text, ...days]) => ({ lang, text, days })))(
    '$lang: $text',
    ({ lang, text, days }) => {
      expect(understandDate(text, lang, NOW)).toEqual(days);
    },
  );

  it.each([
    ['en', 'I do not remember'],
    ['en', '31/2'],
    ['vi', 'lâu rồi'],
    ['id', 'ada'],
    ['ne', 'कार्तिक १७'],
    ['en', '3 boxes fell'],
    ['ja', '15時30分'],
  ] as const)('%s: %s is no day', (lang, text) => {
    expect(understandDate(text, lang, NOW)).toEqual([]);
  });

  it('reads a year of the Nepali calendar as no day of the past', () => {
    for (const day of understandDate('2083/8/9', 'ne', NOW)) expect(day > '2026-11-25').toBe(true);
  });
});

describe('numbers as people type them', () => {
  it.each([
    ['en', '3', 3],
    ['en', 'three days', 3],
    ['en', 'about 10,000 yen', 10_000],
    ['my', '၃ ရက်', 3],
    ['km', '១២', 12],
    ['th', '๑๒ วัน', 12],
    ['th', 'สองวัน', 2],
    ['ne', '३', 3],
    ['ne', 'dui din', 2],
    ['ja', '十五日', 15],
    ['ja', 'ふたつ', 2],
    ['ja', '２０', 20],
    ['zh', '两天', 2],
    ['vi', 'hai ngày', 2],
    ['id', 'dua', 2],
    ['fil', 'dalawang araw', 2],
    ['mn', 'гурван хоног', 3],
    ['bn', 'পাঁচ দিন', 5],
    ['si', 'දෙකක්', 2],
    ['lo', 'ສາມມື້', 3],
    ['km', 'ប្រាំពីរ', 7],
    ['vi', 'không', 0],
  ] as const)('%s: %s', (lang, text, number) => {
    expect(understandNumber(text, lang)).toBe(number);
  });

  it.each(['2-3', 'many', '', '2.5', '12345678901'])('%s is no number', (text) => {
    expect(understandNumber(text, 'en')).toBeUndefined();
  });
});
