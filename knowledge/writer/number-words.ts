import type { LanguageTag } from '../../bot/languages.ts';

/** One to ten, as people write them before a unit ("ten days"). Japanese and Chinese signs are read by {@link KANJI_NUMBER}. */
export const NUMBER_WORDS: Readonly<Record<LanguageTag, readonly string[]>> = {
  ja: [],
  'ja-simple': [],
  zh: [],
  en: ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  vi: ['một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'],
  id: ['satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh'],
  fil: [
    'isang',
    'dalawang',
    'tatlong',
    'apat na',
    'limang',
    'anim na',
    'pitong',
    'walong',
    'siyam na',
    'sampung',
  ],
  my: ['တစ်', 'နှစ်', 'သုံး', 'လေး', 'ငါး', 'ခြောက်', 'ခုနစ်', 'ရှစ်', 'ကိုး', 'ဆယ်'],
  km: ['មួយ', 'ពីរ', 'បី', 'បួន', 'ប្រាំ', 'ប្រាំមួយ', 'ប្រាំពីរ', 'ប្រាំបី', 'ប្រាំបួន', 'ដប់'],
  th: ['หนึ่ง', 'สอง', 'สาม', 'สี่', 'ห้า', 'หก', 'เจ็ด', 'แปด', 'เก้า', 'สิบ'],
  mn: ['нэг', 'хоёр', 'гурван', 'дөрвөн', 'таван', 'зургаан', 'долоон', 'найман', 'есөн', 'арван'],
  ne: ['एक', 'दुई', 'तीन', 'चार', 'पाँच', 'छ', 'सात', 'आठ', 'नौ', 'दश'],
  bn: ['এক', 'দুই', 'তিন', 'চার', 'পাঁচ', 'ছয়', 'সাত', 'আট', 'নয়', 'দশ'],
  si: ['එක්', 'දෙ', 'තුන්', 'හතර', 'පස්', 'හය', 'හත්', 'අට', 'නව', 'දහ'],
  lo: ['ໜຶ່ງ', 'ສອງ', 'ສາມ', 'ສີ່', 'ຫ້າ', 'ຫົກ', 'ເຈັດ', 'ແປດ', 'ເກົ້າ', 'ສິບ'],
};

const DIGITS = '〇一二三四五六七八九';
const STEPS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** A run of Han number signs. */
export const KANJI_NUMBER = '[〇一二三四五六七八九十百千]+';

/** Value of a run of Han number signs: 三十 → 30, 二〇二七 → 2027, 千百七十六 → 1176. */
export function kanjiNumber(run: string): number {
  if (![...run].some((sign) => sign in STEPS))
    return Number([...run].map((sign) => DIGITS.indexOf(sign)).join(''));
  let total = 0;
  let digit = 0;
  for (const sign of run) {
    const step = STEPS[sign];
    if (step === undefined) digit = DIGITS.indexOf(sign);
    else {
      total += (digit || 1) * step;
      digit = 0;
    }
  }
  return total + digit;
}
