/** One expression for many words. Alphabetic words must begin where a word begins; short ones must end there, too. */
function anyOf(words: readonly string[]): RegExp {
  const parts = words.map((word) => {
    if (!/^[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(word)) return word;
    return `(?<!\\p{L})${word}${word.length <= 4 ? '(?!\\p{L})' : ''}`;
  });
  return new RegExp(parts.join('|'), 'u');
}

/**
 * Words that people write beside a number of theirs, lower case, in the fifteen languages (and as foreigners
 * spell the Japanese ones). Checked against text after `plainForm` of mask.ts.
 */
export const MY_NUMBER_LABELS = anyOf([
  'マイナンバー',
  'マイナ',
  'まいなんばー',
  '個人番号',
  'こじんばんごう',
  'my number',
  'mynumber',
  'my-number',
  'my no',
  'individual number',
  'mainanba',
  'mã số cá nhân',
  'ma so ca nhan',
  'mã cá nhân',
  'nomor pribadi',
  'nomor individu',
  'numero ng indibidwal',
  'မိုင်နံပါတ်',
  'မိုင်နမ်ဘာ',
  'ကိုယ်ပိုင်နံပါတ်',
  '个人编号',
  '個人編號',
  '个人号码',
  '我的号码',
  'លេខផ្ទាល់ខ្លួន',
  'ម៉ាយណាំប៊ើ',
  'มายนัมเบอร์',
  'มายนัมเบอ',
  'หมายเลขส่วนบุคคล',
  'หมายเลขประจำตัว',
  'май намбер',
  'май намбэр',
  'хувийн дугаар',
  'माइ नम्बर',
  'माई नम्बर',
  'माइनम्बर',
  'व्यक्तिगत नम्बर',
  'মাই নাম্বার',
  'মাই নম্বর',
  'ব্যক্তিগত নম্বর',
  'මයි නම්බර්',
  'පුද්ගලික අංකය',
  'ມາຍນຳເບີ',
  'ມາຍນັມເບີ',
  'ໝາຍເລກປະຈຳຕົວ',
]);

/** See {@link MY_NUMBER_LABELS}: passports. */
export const PASSPORT_LABELS = anyOf([
  'パスポート',
  'ぱすぽーと',
  '旅券',
  'passport',
  'pasport',
  'hộ chiếu',
  'ho chieu',
  'paspor',
  'pasaporte',
  'နိုင်ငံကူး',
  'ပတ်စပို့',
  'ပါစပို့',
  '护照',
  '護照',
  'លិខិតឆ្លងដែន',
  'ប៉ាស្ព័រ',
  'ប៉ាស្ពត',
  'หนังสือเดินทาง',
  'พาสปอร์ต',
  'паспорт',
  'राहदानी',
  'पासपोर्ट',
  'পাসপোর্ট',
  'විදේශ ගමන් බලපත්',
  'පාස්පෝට්',
  'ໜັງສືຜ່ານແດນ',
  'ຫນັງສືຜ່ານແດນ',
  'ພາສປອດ',
  'ພາສປອຕ',
]);

/** Words before a number that make it a telephone number. */
export const PHONE_LABELS = anyOf([
  '電話',
  'でんわ',
  '携帯',
  '☎',
  '📞',
  'tel',
  'phone',
  'call',
  'whatsapp',
  'viber',
  'zalo',
  'điện thoại',
  'dien thoai',
  'sđt',
  'sdt',
  'telepon',
  'telp',
  'hp',
  'telepono',
  'ဖုန်း',
  '电话',
  '手机',
  'ទូរស័ព្ទ',
  'โทร',
  'เบอร์',
  'утас',
  'फोन',
  'ফোন',
  'මොබයිල්',
  'දුරකථන',
  'ໂທ',
]);

/** Words or signs after a number that make it an amount of money. */
export const MONEY_AFTER =
  /^\s{0,2}(?:[円元฿₫₱₮៛万億千]|えん|엔|ドン|ドル|ルピア|ペソ|ကျပ်|日元|日圆|人民币|រៀល|บาท|रुपैयाँ|रु|টাকা|රුපියල්|ກີບ|(?:yen|jpy|đồng|dong|vnd|vnđ|đ|rupiah|idr|rp|pesos?|php|kyats?|mmk|rmb|riel|baht|thb|төгрөг|npr|bdt|lkr|kip|usd|dollars?)(?!\p{L}))/iu;

/** Signs before a number that make it an amount of money. */
export const MONEY_BEFORE = /(?:[¥$€₫₱₮៛฿]|(?<!\p{L})(?:rp\.?|jpy|vnd|usd))\s{0,2}$/iu;
