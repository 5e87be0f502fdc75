import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGE_TAGS, type LanguageTag } from '../../../bot/languages.ts';
import { loadArticles } from '../../../knowledge/content/load-articles.ts';
import { checkDraft, type DraftRules } from '../../../knowledge/writer/check-draft.ts';

const PASSAGE =
  'After 6 months of continuous work you get 10 days of paid leave (年次有給休暇) under Article 39. ' +
  'Up to 500,000 yen may be paid from 2027-04-01. Use 様式第5号 and phone 0120-950-999 (OTIT). ' +
  'You may ask the company for the notice. It is prohibited and illegal to take your passport.';

const rules: DraftRules = {
  passages: [
    { id: 'p1', text: PASSAGE },
    { id: 'p2', text: 'The new rule: you get 20 days of paid leave.', from: '2027-04-01' },
    { id: 'p3', text: 'The old rule: you get 5 days of paid leave.', until: '2026-03-31' },
  ],
  day: '2026-11-24',
  lang: 'en',
  sources: ['https://laws.e-gov.go.jp/law/322AC0000000049'],
};

const reason = (text: string, passage = 'p1', change: Partial<DraftRules> = {}) =>
  checkDraft([{ text, passage }], { ...rules, ...change }).dropped[0];

describe('sentences that stay', () => {
  it.each([
    'You get 10 days of paid leave after 6 months of continuous work.',
    'After six months you get ten days of paid leave (年次有給休暇).',
    'Up to 500000 yen may be paid from 1 April 2027.',
    'Phone OTIT: 0120 950 999 and use 様式第5号.',
    'Paid leave is under Article 39, see https://laws.e-gov.go.jp/law/322AC0000000049.',
  ])('%s', (text) => {
    expect(reason(text)).toBeUndefined();
  });
});

describe('a no that became a yes, or a yes a no', () => {
  it.each([
    ['en', 'The company must not keep your passport.', 'The company must keep your passport.'],
    [
      'ja',
      '会社はあなたのパスポートを預かってはいけません。',
      '会社はあなたのパスポートを預かってもよいです。',
    ],
    ['vi', 'Công ty không được giữ hộ chiếu của bạn.', 'Công ty được giữ hộ chiếu của bạn.'],
    ['id', 'Perusahaan tidak boleh menyimpan paspor kamu.', 'Perusahaan boleh menyimpan paspor kamu.'],
    [
      'fil',
      'Hindi puwedeng itago ng kompanya ang passport mo.',
      'Puwedeng itago ng kompanya ang passport mo.',
    ],
    ['zh', '公司不能保管你的护照。', '公司能保管你的护照。'],
    ['th', 'บริษัทห้ามเก็บหนังสือเดินทางของคุณ', 'บริษัทเก็บหนังสือเดินทางของคุณ'],
    ['km', 'ក្រុមហ៊ុនមិនអាចទុកលិខិតឆ្លងដែនរបស់អ្នកបានទេ', 'ក្រុមហ៊ុនអាចទុកលិខិតឆ្លងដែនរបស់អ្នកបាន'],
    ['lo', 'ບໍລິສັດບໍ່ສາມາດເກັບໜັງສືຜ່ານແດນຂອງເຈົ້າ', 'ບໍລິສັດສາມາດເກັບໜັງສືຜ່ານແດນຂອງເຈົ້າ'],
    ['my', 'ကုမ္ပဏီက သင့်ပတ်စပို့ကို သိမ်းထားလို့ မရပါဘူး။', 'ကုမ္ပဏီက သင့်ပတ်စပို့ကို သိမ်းထားလို့ ရပါတယ်။'],
    ['mn', 'Компани таны паспортыг хадгалж болохгүй.', 'Компани таны паспортыг хадгалж болно.'],
    ['ne', 'कम्पनीले तपाईंको राहदानी राख्न पाउँदैन।', 'कम्पनीले तपाईंको राहदानी राख्न पाउँछ।'],
    ['bn', 'কোম্পানি আপনার পাসপোর্ট রাখতে পারে না।', 'কোম্পানি আপনার পাসপোর্ট রাখতে পারে।'],
    ['si', 'සමාගමට ඔබේ ගමන් බලපත්‍රය තියාගන්න බැහැ.', 'සමාගමට ඔබේ ගමන් බලපත්‍රය තියාගන්න පුළුවන්.'],
  ] as const)('is dropped in %s', (lang, no, yes) => {
    const judge = (text: string, from: string) =>
      checkDraft([{ text, passage: 'p' }], { ...rules, lang, passages: [{ id: 'p', text: from }] })
        .dropped[0];
    expect(judge(no, no)).toBeUndefined();
    expect(judge(yes, yes)).toBeUndefined();
    expect(judge(yes, no)).toBe('turned');
    expect(judge(no, yes)).toBe('turned');
  });
});

describe('sentences that are dropped', () => {
  it.each([
    ['passage', 'You get 10 days of paid leave.', 'p9'],
    ['not-valid', 'You get 20 days of paid leave.', 'p2'],
    ['not-valid', 'You get 5 days of paid leave.', 'p3'],
    ['number', 'You get 14 days of paid leave.', 'p1'],
    ['number', 'You get １４ days of paid leave.', 'p1'],
    ['number', 'You get fourteen or nine days of paid leave.', 'p1'],
    ['number', 'You get 10 months of paid leave.', 'p1'],
    ['number', 'You get 10 days of paid leave under Article 10.', 'p1'],
    ['number', 'Up to 500 yen may be paid.', 'p1'],
    ['number', 'Up to 500 thousand days of paid leave.', 'p1'],
    ['date', 'It may be paid from 1 May 2027.', 'p1'],
    ['date', 'It may be paid from 2027-04-02.', 'p1'],
    ['phone', 'Phone OTIT: 0120-950-990.', 'p1'],
    ['phone', 'Phone OTIT: +81 90 1234 5678.', 'p1'],
    ['name', 'Use 様式第5号 and 退職届 after 6 months.', 'p1'],
    ['name', 'Ask the company or the NPO for paid leave.', 'p1'],
    ['link', 'Ask for paid leave at https://laws.e-gov.go.jp.evil.example/law.', 'p1'],
    ['link', 'Write about paid leave to help@leave.example.', 'p1'],
    ['markup', 'You get [paid leave](https://a.example).', 'p1'],
    ['markup', 'You get paid leave <img src=x>.', 'p1'],
    ['promise', 'We promise you get 10 days of paid leave.', 'p1'],
    ['verdict', 'The company may not: it is illegal to take your passport.', 'p1'],
    ['language', 'Bạn được nghỉ phép có lương, hãy hỏi công ty của bạn nhé.', 'p1'],
    ['unsupported', 'Send your bank card to the manager tonight.', 'p1'],
    ['length', ' ', 'p1'],
    ['length', 'You get paid leave. '.repeat(40), 'p1'],
  ])('%s: %s', (expected, text, passage) => {
    expect(reason(text, passage)).toBe(expected);
  });

  it('counts a repeated sentence once and is useful while half is sound', () => {
    const good = { text: 'You get 10 days of paid leave.', passage: 'p1' };
    const bad = { text: 'You get 14 days of paid leave.', passage: 'p1' };
    expect(checkDraft([good, good, bad], rules)).toEqual({
      kept: [good],
      dropped: ['repeated', 'number'],
      useful: true,
    });
    expect(checkDraft([good, bad, bad], rules).useful).toBe(false);
    expect(checkDraft([], rules).useful).toBe(false);
  });
});

/** First digit of each script that a language's people type. */
const ZERO: Partial<Record<LanguageTag, number>> = {
  my: 0x1040,
  km: 0x17e0,
  th: 0x0e50,
  ne: 0x0966,
  bn: 0x09e6,
  lo: 0x0ed0,
  ja: 0xff10,
  'ja-simple': 0xff10,
  zh: 0xff10,
};

const inDigitsOf = (lang: LanguageTag, text: string) => {
  const zero = ZERO[lang];
  return zero === undefined
    ? text
    : text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
};

interface Counted {
  readonly lang: LanguageTag;
  readonly text: string;
  readonly passage: string;
}

/** Lines of our own articles that hold a number; each rests on its own section. */
const counted: Counted[] = loadArticles('knowledge/articles').articles.flatMap(({ variants }) =>
  [...variants.values()].flatMap(({ lang, sections }) =>
    sections.flatMap(({ text }) => {
      const passage = text.replace(/\{\{[^}]*\}\}/g, '').trim();
      return passage
        .split('\n')
        .map((line) => line.replace(/^\s*(?:-|\d+\.)\s+/, '').trim())
        .filter((line) => /\d/.test(line) && line.length < 400)
        .map((line) => ({ lang, text: line, passage }));
    }),
  ),
);

const check = ({ lang, passage }: Counted, text: string) =>
  checkDraft([{ text, passage: 'p1' }], {
    passages: [{ id: 'p1', text: passage }],
    day: '2026-11-24',
    lang,
    sources: [],
  });

describe.each(LANGUAGE_TAGS)('numbers in %s', (lang) => {
  const lines = counted.filter((line) => line.lang === lang);

  it('stay when they are the passage’s own, in digits of either script', () => {
    expect(lines.length).toBeGreaterThan(50);
    const lost = lines.filter(({ text }, index) => {
      const line = lines[index];
      return (
        line &&
        check(line, inDigitsOf(lang, text)).dropped.some((why) => ['number', 'date', 'phone'].includes(why))
      );
    });
    expect(lost.map(({ text }) => text)).toEqual([]);
  });

  it('never survive when they are not in the passage', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...lines),
        fc.nat(),
        // Smaller ones may stand there as words.
        fc.integer({ min: 13, max: 999_999 }),
        fc.boolean(),
        (line, pick, number, native) => {
          const runs = [...line.text.matchAll(/\d+/g)];
          const run = runs[pick % runs.length];
          if (!run) return;
          // Independent of the checker: the new number's digits stand nowhere in the passage.
          fc.pre(!line.passage.replace(/[.,\s]/g, '').includes(String(number)));
          const put = native ? inDigitsOf(lang, String(number)) : String(number);
          const text = line.text.slice(0, run.index) + put + line.text.slice(run.index + run[0].length);
          expect(check(line, text).kept).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});
