import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LanguageTag } from '../../../bot/languages.ts';
import { folded, foldedLight } from '../../../bot/text/folded.ts';
import { raw } from '../../../bot/text/raw.ts';
import { initReadings } from '../../../bot/text/readings.ts';
import { skeleton } from '../../../bot/text/skeleton.ts';
import { views } from '../../../bot/text/views.ts';

beforeAll(() => initReadings());

describe('raw', () => {
  it.each([
    ['joins letter and mark', 'tie\u0302\u0301ng Vie\u0323\u0302t', 'tiếng Việt'],
    ['one kind of space, line breaks stay', ' a\u00a0\u3000b \r\n\r\n\r\n\r\n c\u2028d ', 'a b\n\nc\nd'],
    ['no byte order marks, bidi or soft hyphens', '\ufeffover\u00adtime\u200e', 'overtime'],
    ['zero-width space stays between Khmer words', 'ប្រាក់\u200b\u200bខែ', 'ប្រាក់\u200bខែ'],
    ['zero-width space goes elsewhere', 'luong\u200b toi', 'luong toi'],
    ['Sinhala needs its joiner', 'ශ්\u200dරී ලංකා', 'ශ්\u200dරී ලංකා'],
    ['Bengali non-joiner stays', 'র\u200c্যা', 'র\u200c্যা'],
    ['Latin has no joiners', 'pay\u200dday', 'payday'],
    ['emoji families stay together', '👩\u200d🏭👍🏽', '👩\u200d🏭👍🏽'],
    ['lone surrogates', 'a\ud800b', 'a b'],
    ['Zawgyi', 'ေနေကာင္းလား', 'နေကောင်းလား'],
    ['Unicode Burmese as it is', 'နေကောင်းလား', 'နေကောင်းလား'],
  ])('%s', (_what, text, wanted) => {
    expect(raw(text)).toBe(wanted.normalize('NFC'));
  });
});

describe('folded', () => {
  it.each<[LanguageTag, string, string]>([
    ['en', 'OVERTIME Pay？', 'overtime pay?'],
    ['vi', 'Lương tối thiểu Đà Nẵng', 'luong toi thieu da nang'],
    ['vi', 'LƯƠNG TỐI THIỂU', 'luong toi thieu'],
    ['id', 'Gaji  lembur\nberapa', 'gaji lembur berapa'],
    ['fil', 'Magkano ang sahod niño', 'magkano ang sahod nino'],
    ['ja', '有給休暇は何日もらえますか', 'ゆうきゅうきゅうかはなんにちもらえますか'],
    ['ja', 'ﾊﾟｽﾎﾟｰﾄ', 'ぱすぽーと'],
    ['ja', 'パスポート１通', 'ぱすぽーと1つう'],
    ['zh', '加班费怎么算', '加班费怎么算'],
    ['th', 'เเรงงาน ๑๕ วัน', 'แรงงาน 15 วัน'],
    ['th', 'ทำงาน', 'ทำงาน'],
    ['lo', 'ຄ່າຈ້າງ ໑໐໐', 'ຄ່າຈ້າງ 100'],
    ['lo', 'ເຮັດວຽກນຳ', 'ເຮັດວຽກນຳ'],
    ['km', 'ប្រាក់\u200bខែ ២០', 'ប្រាក់ខែ 20'],
    ['my', 'လစာ ၁၅ ရက်', 'လစာ 15 ရက်'],
    ['mn', 'Илүү ЦАГ', 'илүү цаг'],
    ['ne', '१० दिन', '10 दिन'],
    ['bn', '১৫ দিন', '15 দিন'],
    ['si', 'දින \u0de7\u0de6', 'දින 10'],
    ['si', '\u{111e1}', '1'],
  ])('%s: %s', (lang, text, wanted) => {
    expect(folded(text, lang)).toBe(wanted);
  });

  it('reads kanji in Japanese only', () => {
    expect(folded('残業代')).toBe('ざんぎょうだい');
    expect(folded('加班费多少钱')).toBe('加班费多少钱');
    expect(folded('残業代', 'zh')).toBe('残業代');
    expect(foldedLight('残業代ダイ')).toBe('残業代だい');
  });
});

describe('skeleton', () => {
  const bone = (text: string, lang?: LanguageTag) => skeleton(folded(text, lang));

  it.each<[LanguageTag, ...string[]]>([
    ['ja', '有給', 'ゆうきゅう', 'ユウキュウ', 'yuukyuu', 'yukyu'],
    ['ja', '残業代', 'ざんぎょうだい', 'zangyoudai', 'zangyodai'],
    ['ja', '写真', 'しゃしん', 'shashin'],
    ['ja', '給料', 'きゅうりょう', 'kyuuryou', 'kyuryo'],
    ['ja', '学校', 'がっこう', 'gakou'],
    ['vi', 'nghỉ phép', 'nghi phep', 'NGHI PHEP'],
    ['ne', 'छुट्टी', 'chhutti', 'chhuti', 'chuti', 'chutti'],
    ['ne', 'तलब', 'talab'],
    ['ne', 'कति दिन', 'kati din', 'katii deen'],
    ['bn', 'বেতন', 'beton'],
    ['bn', 'ছুটি', 'chhuti', 'chuti'],
    ['si', 'වැටුප', 'vetupa', 'wetupa'],
    ['si', 'මට', 'mata'],
    ['mn', 'цалин хэдэн', 'tsalin heden', 'calin heden'],
    ['mn', 'хэзээ', 'hezee'],
    ['zh', '加班', 'jiaban'],
    ['th', 'วันลา', 'wanla', 'vanla'],
    ['en', 'Off', 'of'],
  ])('%s: %s = %s', (lang, first, ...others) => {
    for (const other of others) expect(bone(other)).toBe(bone(first, lang));
  });

  it('keeps numbers whole', () => {
    expect(bone('1000 円', 'ja')).toBe('1000 en');
    expect(bone('၁၁၀')).toBe('110');
  });

  it('has nothing to say of emoji', () => {
    expect(bone('👍 ❤️ !!!')).toBe('');
  });
});

describe('all views', () => {
  const alphabets =
    'abđéß ıẞﬁǅ０９ーッヶがｶﾞ有給残業不𠮟々加费 กำเเ๑ໍາຳ កខ្រ២ ကေ့်္ြ၁ေန ांधक्ष१ য়ড়ো১ ශ්රී ө ү Ў й \u0301\u0323\u200b\u200c\u200d\ufe0f😀👩🏽 İΣς؜ﷺ㌔①½';
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.array(fc.constantFrom(...alphabets), { maxLength: 30 }).map((signs) => signs.join('')),
  );

  it('rest: a view of a view is the view', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const seen = views(text);
        expect(raw(seen.raw)).toBe(seen.raw);
        expect(foldedLight(foldedLight(text))).toBe(foldedLight(text));
        expect(folded(seen.folded)).toBe(seen.folded);
        expect(skeleton(seen.skeleton)).toBe(seen.skeleton);
      }),
      { numRuns: 2000 },
    );
  });

  it('stay within bounds and never throw', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const seen = views(text);
        expect(seen.raw.length).toBeLessThanOrEqual(4 * text.length + 4);
        expect(seen.folded.length).toBeLessThanOrEqual(40 * text.length + 40);
        expect(seen.skeleton).toMatch(/^[a-z0-9 ]*$/);
      }),
      { numRuns: 1000 },
    );
  });

  it('take a lone surrogate', () => {
    for (const text of ['\ud83d', '\udc4d', 'a\udc4db\ud83d']) expect(() => views(text)).not.toThrow();
  });
});
