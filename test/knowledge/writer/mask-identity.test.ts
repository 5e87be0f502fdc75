import { describe, expect, it } from 'vitest';
import { maskIdentity } from '../../../knowledge/writer/mask-identity.ts';

describe('a question before a model reads it', () => {
  it.each([
    ['My name is Nguyen Van An and I get no leave', 'Nguyen'],
    ['Mr. Tanaka hit my bike', 'Tanaka'],
    ['tên tôi là Trần Thị Lan, tôi bị đau', 'Trần Thị Lan'],
    ['nama saya Budi Santoso, gaji saya kurang', 'Budi'],
    ['Ako si Maria Clara Santos po', 'Maria'],
    ['私の名前はグエン・ヴァン・アンです。給料が少ない', 'グエン'],
    ['タナカさんが給料を払いません', 'タナカ'],
    ['我叫王小明，工资少了', '王小明'],
    ['ผมชื่อสมชาย ได้เงินน้อย', 'สมชาย'],
    ['ကျွန်တော့်နာမည်က အောင်အောင်ပါ လစာနည်းတယ်', 'အောင်အောင်'],
    ['ខ្ញុំឈ្មោះ សុខា ប្រាក់ខែតិច', 'សុខា'],
    ['ຂ້ອຍຊື່ ສົມພອນ', 'ສົມພອນ'],
    ['Намайг Бат гэдэг. Цалин бага', 'Бат'],
    ['मेरो नाम राम हो', 'राम'],
    ['আমার নাম রহিম', 'রহিম'],
    ['මගේ නම නිමල්', 'නිමල්'],
    ['write to lan.tran@example.com', 'lan.tran'],
    ['my number 090-1234-5678', '1234'],
    ['call +81 90 1234 5678', '1234'],
    ['เบอร์ ๐๙๐-๑๒๓๔-๕๖๗๘', '๑๒๓๔'],
    ['my page https://social.example/lan', 'social.example'],
    ['card AB12345678CD', 'AB12345678CD'],
    ['〒123-4567', '4567'],
  ])('%s', (text, secret) => {
    const masked = maskIdentity(text);
    expect(masked).not.toContain(secret);
    expect(masked).toContain('[***]');
  });

  it.each([
    'I get 10 days of paid leave after 6 months, 1,176 yen an hour since 2019-04-01',
    '会社の人は皆、有給休暇を10日もらいました',
    'tôi được nghỉ bao nhiêu ngày?',
  ])('keeps what names nobody: %s', (text) => {
    expect(maskIdentity(text)).toBe(text);
  });
});
