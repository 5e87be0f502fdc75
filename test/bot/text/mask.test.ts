import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MASK, maskIdentifiers } from '../../../bot/text/mask.ts';

/** Numbers with a valid My Number check digit, made up. */
const VALID = '123456789018';
const GROUPED = '1234 5678 9018';

describe('maskIdentifiers (P-12)', () => {
  test.each([
    ['bare', `${VALID}`, MASK],
    ['in a sentence', `số của em là ${VALID} ạ`, `số của em là ${MASK} ạ`],
    ['groups of four', `${GROUPED}です`, `${MASK}です`],
    ['hyphens', 'ID 1234-5678-9018.', `ID ${MASK}.`],
    ['full-width digits', '１２３４５６７８９０１８', MASK],
    ['full-width with full-width hyphens', '１２３４－５６７８－９０１８', MASK],
    ['Burmese digits', 'ကျွန်တော့် ၁၂၃၄၅၆၇၈၉၀၁၈ ပါ', `ကျွန်တော့် ${MASK} ပါ`],
    ['Khmer digits', '១២៣៤ ៥៦៧៨ ៩០១៨', MASK],
    ['Thai digits', '๑๒๓๔๕๖๗๘๙๐๑๘', MASK],
    ['Lao digits', '໑໒໓໔໕໖໗໘໙໐໑໘', MASK],
    ['Nepali digits', '१२३४५६७८९०१८ हो', `${MASK} हो`],
    ['Bengali digits', '১২৩৪৫৬৭৮৯০১৮', MASK],
    ['Sinhala digits', '෧෨෩෪෫෬෭෮෯෦෧෮', MASK],
    ['zero-width characters between', '1234\u200b5678\u200b9018', MASK],
    ['followed by another number', `${GROUPED} 20000`, `${MASK} 20000`],
    ['after a phone number', `090-1234-5678 ${GROUPED}`, `090-1234-5678 ${MASK}`],
    ['twice', `${VALID}, ${VALID}`, `${MASK}, ${MASK}`],
  ])('My Number by check digit: %s', (_, text, masked) => expect(maskIdentifiers(text)).toBe(masked));

  test.each([
    ['ja', 'マイナンバーは111122223333です', `マイナンバーは${MASK}です`],
    ['ja kana', 'まいなんばーは 1111 2222 3333', `まいなんばーは ${MASK}`],
    ['ja law', '個人番号：1111-2222-3333', `個人番号：${MASK}`],
    ['en', 'My Number is 1111 2222 3333', `My Number is ${MASK}`],
    ['en after', '111122223333 is my my number', `${MASK} is my my number`],
    ['any grouping', 'mynumber 111 222 333 444', `mynumber ${MASK}`],
    ['dots', 'MY NUMBER 1111.2222.3333', `MY NUMBER ${MASK}`],
    ['zh', '我的个人编号是111122223333', `我的个人编号是${MASK}`],
    ['th', 'มายนัมเบอร์ ๑๑๑๑๒๒๒๒๓๓๓๓', `มายนัมเบอร์ ${MASK}`],
    ['my', 'မိုင်နံပါတ် ၁၁၁၁၂၂၂၂၃၃၃၃', `မိုင်နံပါတ် ${MASK}`],
    ['mn', 'Май намбер 111122223333', `Май намбер ${MASK}`],
    ['ne', 'माइ नम्बर ११११२२२२३३३३', `माइ नम्बर ${MASK}`],
    ['bn', 'মাই নম্বর ১১১১২২২২৩৩৩৩', `মাই নম্বর ${MASK}`],
  ])('My Number by label, whatever its check digit: %s', (_, text, masked) =>
    expect(maskIdentifiers(text)).toBe(masked),
  );

  test.each([
    ['plain', '在留カード AB12345678CD', `在留カード ${MASK}`],
    ['small letters', 'zairyu card: ab12345678cd', `zairyu card: ${MASK}`],
    ['full-width', 'ＡＢ１２３４５６７８ＣＤ', MASK],
    ['spaces', 'UH 1234 5678 EA', MASK],
    ['beside Japanese', 'カードはAB12345678CDです', `カードは${MASK}です`],
  ])('residence card: %s', (_, text, masked) => expect(maskIdentifiers(text)).toBe(masked));

  test.each([
    ['shape, Vietnam', 'số C1234567 của tôi', `số ${MASK} của tôi`],
    ['shape, Indonesia and Thailand', 'A1234567 AA1234567', `${MASK} ${MASK}`],
    ['shape, Philippines', 'P1234567A', MASK],
    ['shape, Myanmar', 'MC123456', MASK],
    ['shape, China', 'E12345678', MASK],
    ['label, small letters', 'my passport no. c1234567', `my passport no. ${MASK}`],
    ['label, digits only (Nepal)', 'राहदानी नम्बर ०१२३४५६७', `राहदानी नम्बर ${MASK}`],
    ['label, ja', 'パスポート番号はTR 1234567です', `パスポート番号は${MASK}です`],
    ['label, vi', 'Số hộ chiếu: 12345678', `Số hộ chiếu: ${MASK}`],
    ['label, my', 'ပတ်စပို့ mc123456', `ပတ်စပို့ ${MASK}`],
    ['label, th', 'พาสปอร์ต aa1234567', `พาสปอร์ต ${MASK}`],
  ])('passport: %s', (_, text, masked) => expect(maskIdentifiers(text)).toBe(masked));

  test.each([
    ['Visa', 'card 4111 1111 1111 1111 exp 12/27', `card ${MASK} exp 12/27`],
    ['bare', '4111111111111111', MASK],
    ['Mastercard, hyphens', '5555-5555-5555-4444', MASK],
    ['Amex', '3782 822463 10005', MASK],
    ['JCB, full-width', '３５３０１１１３３３３０００００', MASK],
    ['Burmese digits', '၄၁၁၁ ၁၁၁၁ ၁၁၁၁ ၁၁၁၁', MASK],
  ])('credit card: %s', (_, text, masked) => expect(maskIdentifiers(text)).toBe(masked));

  test.each([
    '119',
    '0120-250-192',
    '0120-00-7911 / 03-1234-5678',
    '電話は090-1234-5678です',
    '09012345678',
    '+81 90-1234-5678',
    '+819012345673',
    '819012345673 ครับ',
    '+63 917 123 4566',
    'WhatsApp 639171234566',
    'Viber 959123456780',
    'Zalo: 555123456787',
    '+880 1712-345678, +86 138 1234 5678',
    '0063 917 123 4566',
    '2026-11-24 15:30',
    '2026/11/24-2026/12/31',
    '202611241536',
    '令和8年11月24日',
    '給料は123,456円、残業は1,234,567円',
    '123456789018円',
    '¥123456789018',
    'vay 150.000.000.000 đồng',
    '150 000 000 000 VND',
    'tôi nợ 150000000 đồng để làm hộ chiếu',
    'パスポートを作るのに10000000ドンかかった',
    'パスポートは20301124まで',
    'passport office 03-1234-5678',
    'passport office 0312345678',
    '9月20日 8:30-17:30、休憩12:00-13:00',
    'ຂ້ອຍເຮັດວຽກ ໑໒ ຊົ່ວໂມງ ໕໐໐໐ ເຢັນ',
    'ကျွန်တော် ၁၂ နာရီ အလုပ်လုပ်တယ် ၁၅၀၀၀၀',
    'お問い合わせ番号 1234-5678-9012',
    '郵便番号 160-0022',
    'order 123456789012',
    '1790000000000',
    '4111111111111112',
    '雇用保険 1234-567890-1',
  ])('leaves alone: %s', (text) => expect(maskIdentifiers(text)).toBe(text));

  test('an unmasked text is the very same, a masked one is not masked again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = maskIdentifiers(text);
        expect(maskIdentifiers(once)).toBe(once);
        if (!once.includes(MASK)) expect(once).toBe(text);
      }),
    );
  });

  test('no valid My Number survives in any words', () => {
    fc.assert(
      fc.property(fc.lorem(), fc.lorem(), (before, after) => {
        expect(maskIdentifiers(`${before} ${VALID} ${after}`)).toBe(`${before} ${MASK} ${after}`);
      }),
    );
  });
});
