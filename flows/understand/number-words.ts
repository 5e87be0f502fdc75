import type { LanguageTag } from '../../bot/languages.ts';

const JAPANESE =
  'ゼロ|れい|零;一|いち|ひとつ|一つ;二|に|ふたつ|二つ;三|さん|みっつ|三つ;四|よん|し|よっつ|四つ;五|ご|いつつ|五つ;六|ろく|むっつ|六つ;七|なな|しち|ななつ|七つ;八|はち|やっつ|八つ;九|きゅう|ここのつ|九つ;十|じゅう|とお';

/**
 * Zero to ten in each language as people type them, romanised forms behind the native ones: eleven groups divided by
 * `;`, other words for the same number by `|`.
 */
export const NUMBER_WORDS: Readonly<Record<LanguageTag, string>> = {
  ja: JAPANESE,
  'ja-simple': JAPANESE,
  en: 'zero|none|nothing;one;two;three;four;five;six;seven;eight;nine;ten',
  vi: 'không;một|mốt;hai;ba;bốn|tư;năm|lăm;sáu;bảy|bẩy;tám;chín;mười',
  id: 'nol|kosong|nihil;satu;dua;tiga;empat;lima;enam;tujuh;delapan;sembilan;sepuluh',
  fil: 'wala|sero;isa|isang;dalawa|dalawang;tatlo|tatlong;apat;lima|limang;anim;pito|pitong;walo|walong;siyam;sampu|sampung',
  my: 'သုည;တစ်|တ|tit|ta;နှစ်|hnit;သုံး|thone;လေး|lay;ငါး|ngar;ခြောက်|chauk;ခုနစ်|ခုနှစ်|khun nit;ရှစ်|shit;ကိုး|koe;ဆယ်|တစ်ဆယ်|sal',
  zh: '零|〇|没有|沒有;一;二|两|兩;三;四;五;六;七;八;九;十',
  km: 'សូន្យ|sone;មួយ|muoy|muy;ពីរ|pi|pir;បី|bey|bei;បួន|buon;ប្រាំ|pram;ប្រាំមួយ|pram muoy;ប្រាំពីរ|ប្រាំពិល|pram pi;ប្រាំបី|pram bey;ប្រាំបួន|pram buon;ដប់|dob',
  th: 'ศูนย์;หนึ่ง|นึง|neung;สอง|song;สาม|sam;สี่|si;ห้า|ha;หก|hok;เจ็ด|jet;แปด|paet;เก้า|kao;สิบ|sip',
  mn: 'тэг|teg;нэг|neg;хоёр|hoyor|hoyr;гурав|гурван|gurav|gurvan;дөрөв|дөрвөн|dorov|dorvon;тав|таван|tav|tavan;зургаа|зургаан|zurgaa;долоо|долоон|doloo;найм|найман|naim;ес|есөн|yes|yeson;арав|арван|arav|arvan',
  ne: 'शून्य|shunya;एक|ek;दुई|dui;तीन|tin|teen;चार|char;पाँच|पांच|panch|pach;छ|cha|chha;सात|saat|sat;आठ|aath|aat;नौ|nau;दश|दस|das',
  bn: 'শূন্য|shunno;এক|ek;দুই|dui;তিন|tin;চার|char;পাঁচ|pach|panch;ছয়|ছয়|choy|chhoy;সাত|sat|saat;আট|at|aat;নয়|নয়|noy;দশ|dosh',
  si: 'බිංදුව|binduwa;එක|එකක්|eka|ekak;දෙක|දෙකක්|deka|dekak;තුන|තුනක්|thuna|thunak;හතර|හතරක්|hathara|hatarak;පහ|පහක්|paha|pahak;හය|හයක්|haya|hayak;හත|හතක්|hatha|hathak;අට|අටක්|ata|atak;නවය|නවයක්|nawaya;දහය|දහයක්|dahaya',
  lo: 'ສູນ;ໜຶ່ງ|ຫນຶ່ງ|neung;ສອງ|song;ສາມ|sam;ສີ່|si;ຫ້າ|ha;ຫົກ|hok;ເຈັດ|jet;ແປດ|paet;ເກົ້າ|kao;ສິບ|sip',
};
