import type { LanguageTag } from '../../bot/languages.ts';

const JAPANESE =
  '今日|きょう|本日|今朝|けさ|さっき|先ほど|たった今|今;昨日|きのう|昨夜|昨晩|ゆうべ|夕べ|前日;一昨日|おととい|おとつい;さきおととい|一昨々日';

/** Today, yesterday, the day before, three days ago: groups divided by `;`, other words for the same day by `|`. */
export const DAY_WORDS: Readonly<Record<LanguageTag, string>> = {
  ja: `${JAPANESE}|kyou|kyo`,
  'ja-simple': JAPANESE,
  en: 'today|this morning|this afternoon|this evening|tonight|just now|now;yesterday|last night;day before yesterday|the other yesterday',
  vi: 'hôm nay|hnay|sáng nay|trưa nay|chiều nay|tối nay|vừa xong|vừa nãy|mới nãy|ban nãy|lúc nãy;hôm qua|hqua|tối qua|đêm qua|sáng qua|chiều qua;hôm kia|bữa kia',
  id: 'hari ini|tadi|tadi pagi|tadi siang|tadi sore|barusan|baru saja|sekarang;kemarin|kemaren|kmrn|semalam|tadi malam;kemarin dulu|kemarin lusa|dua hari lalu',
  fil: 'ngayon|ngayong araw|kanina|kaninang umaga|kani-kanina;kahapon|kagabi;kamakalawa|noong makalawa|makalawa',
  my: 'ဒီနေ့|ယနေ့|ဒီမနက်|ဒီညနေ|ဒီည|ခုနက|ခုလေးတင်|အခု|di nay|de nay;မနေ့က|မနေ့|ညက|မနေ့ည|manay|manay ka|mane ka|ma nay ka;တမြန်နေ့|တစ်မြန်နေ့',
  zh: '今天|今日|今早|今晚|刚才|剛才|刚刚|现在|jintian;昨天|昨日|昨晚|昨夜|zuotian;前天|qiantian;大前天',
  km: 'ថ្ងៃនេះ|ព្រឹកនេះ|ព្រឹកមិញ|រសៀលនេះ|ល្ងាចនេះ|យប់នេះ|អម្បាញ់មិញ|ឥឡូវ|thngai nis|thngai ni;ម្សិលមិញ|ម្សិលម៉ិញ|យប់មិញ|msel menh|msil menh;ម្សិលម្ង៉ៃ|ម្សិលម៉្ងៃ',
  th: 'วันนี้|เมื่อเช้า|เช้านี้|บ่ายนี้|เย็นนี้|คืนนี้|เมื่อกี้|เมื่อสักครู่|ตอนนี้|wan ni|wannee;เมื่อวาน|เมื่อวานนี้|เมื่อคืน|muea wan|meua wan;เมื่อวานซืน|วานซืน',
  mn: 'өнөөдөр|өнөө өглөө|өнөө орой|дөнгөж сая|сая|onoodor|unuudur|onoodr|saya;өчигдөр|өчигдөр шөнө|өчигдөр орой|ochigdor|uchigdur|ochigdr;уржигдар|urjigdar|urjigdr;уржийн цаад өдөр',
  ne: 'आज|आज बिहान|आजै|अहिले|भर्खर|aaja|aja|ahile|bharkhar;हिजो|हिजो राति|hijo|hijoo|hijo rati;अस्ति|asti;अस्तिको अघिल्लो दिन',
  bn: 'আজ|আজকে|আজ সকালে|এইমাত্র|এখন|aj|aaj|ajke|ajk;গতকাল|গত কাল|কাল|কালকে|গতরাতে|গত রাতে|কাল রাতে|gotokal|goto kal|kal|kalke|kalk;গত পরশু|পরশু|পরশুদিন|porshu|goto porshu;তরশু',
  si: 'අද|අද උදේ|අද හවස|දැන්|මේ දැන්|ada|dan;ඊයේ|ඊයෙ|ඊයේ රෑ|iye|eeye|eye;පෙරේදා|පෙරෙයිදා|pereda',
  lo: 'ມື້ນີ້|ເມື່ອເຊົ້າ|ເຊົ້ານີ້|ຕອນນີ້|ຫວ່າງກີ້|ມື້ກີ້|meu ni;ມື້ວານ|ມື້ວານນີ້|ວານນີ້|ຄືນວານ|ມື້ຄືນ|meu wan;ມື້ວານຊືນ|ວານຊືນ|ມື້ຊືນ',
};

/** `N` days or weeks back: patterns on a folded text, `#` stands for the number. The second is weeks. */
export const AGO: Readonly<Record<LanguageTag, readonly [string, string]>> = {
  ja: ['#\\s*(?:日|にち)\\s*(?:前|まえ|ぐらい前)', '#\\s*(?:週間|しゅうかん)\\s*(?:前|まえ)'],
  'ja-simple': ['#\\s*(?:日|にち)\\s*(?:前|まえ)', '#\\s*(?:週間|しゅうかん)\\s*(?:前|まえ)'],
  en: ['# days? (?:ago|back|before)', '# weeks? (?:ago|back|before)'],
  vi: ['# (?:ngay|hom|bua) truoc', '# tuan truoc'],
  id: ['# hari (?:yang |yg )?lalu', '# (?:minggu|pekan) (?:yang |yg )?lalu'],
  fil: [
    '# (?:na )?araw (?:na )?(?:ang )?(?:nakalipas|nakaraan|nakararaan)',
    '# (?:na )?linggo (?:na )?(?:ang )?(?:nakalipas|nakaraan|nakararaan)',
  ],
  my: [
    '(?:လွန်ခဲ့(?:တဲ့|သော)\\s*#\\s*ရက်|#\\s*ရက်\\s*(?:က|လောက်က|အရင်က))',
    '(?:လွန်ခဲ့(?:တဲ့|သော)\\s*#\\s*ပတ်|#\\s*ပတ်\\s*(?:က|လောက်က))',
  ],
  zh: ['#\\s*天(?:以|之)?前', '#\\s*(?:个)?(?:周|星期|礼拜)(?:以|之)?前'],
  km: ['#\\s*ថ្ងៃ\\s*(?:មុន|ហើយ)', '#\\s*(?:សប្តាហ៍|អាទិត្យ)\\s*(?:មុន|ហើយ)'],
  th: ['#\\s*วัน\\s*(?:ก่อน|ที่แล้ว|มาแล้ว|ที่ผ่านมา)', '#\\s*(?:สัปดาห์|อาทิตย์)\\s*(?:ก่อน|ที่แล้ว|มาแล้ว|ที่ผ่านมา)'],
  mn: [
    '# (?:хоног|хоногийн|өдөр|өдрийн|honog|honogiin|odor|odriin) (?:өмнө|omno)',
    '# (?:долоо хоног|долоо хоногийн|7 хоног|7 хоногийн) (?:өмнө|omno)',
  ],
  ne: [
    '# ?दिन (?:अघि|अगाडि|पहिले|भयो)|# din (?:aghi|agadi|pahile|bhayo)',
    '# ?(?:हप्ता|साता) (?:अघि|अगाडि|पहिले)|# hapta (?:aghi|agadi|pahile)',
  ],
  bn: ['# ?দিন আগে|# din age', '# ?সপ্তাহ আগে|# soptaho age'],
  si: [
    '(?:දවස්|දින) #\\s*(?:කට|ක්|කට)?\\s*(?:කලින්|පෙර|ඉස්සර)|dawas # ?(?:kata|ta)? ?(?:kalin|issara)',
    'සති #\\s*(?:කට|ක්)?\\s*(?:කලින්|පෙර|ඉස්සර)|sathi # ?(?:kata|ta)? ?kalin',
  ],
  lo: ['#\\s*(?:ມື້|ວັນ)\\s*(?:ກ່ອນ|ແລ້ວ|ຜ່ານມາ)', '#\\s*ອາທິດ\\s*(?:ກ່ອນ|ແລ້ວ|ຜ່ານມາ)'],
};
