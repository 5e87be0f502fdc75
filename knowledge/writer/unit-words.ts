/** What a number counts. `article` and `form` name a law's article and a form by its number. */
export type Unit =
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'month'
  | 'year'
  | 'percent'
  | 'yen'
  | 'article'
  | 'form';

/** Units that stand behind their number in our languages, as patterns; longer ones first where one begins another. */
export const UNITS_AFTER: Readonly<Record<Unit, string>> = {
  minute:
    'minutes?|mins?|phút|menit|minuto|minutos|မိနစ်|分钟|分(?!の)|นาที|នាទី|минут|мин|मिनेट|মিনিট|විනාඩි|මිනිත්තු|ນາທີ',
  hour: "hours?|hrs?|o'clock|giờ|tiếng|jam|oras|နာရီ|小时|点|時間|時|ชั่วโมง|โมง|ម៉ោង|цаг|घण्टा|घन्टा|बजे|ঘণ্টা|ঘন্টা|টা|පැය|ຊົ່ວໂມງ|ໂມງ",
  day: 'days?|ngày|hari|araw|ရက်|天|日間|日|วัน|ថ្ងៃ|хоног|өдөр|दिन|দিন|දින|දවස්|දවසක්|ມື້|ວັນ',
  week: 'weeks?|tuần|minggu|linggo|ပတ်|週間|周|週|星期|สัปดาห์|อาทิตย์|សប្តាហ៍|សប្ដាហ៍|долоо хоног|हप्ता|সপ্তাহ|සති|ອາທິດ|ສັບປະດາ',
  month:
    'months?|tháng|bulan|buwan|လ(?![\\u102b-\\u103e]|[\\u1000-\\u1021]\\u103a)|个月|個月|か月|カ月|ヶ月|ヵ月|箇月|月|เดือน|ខែ|сар|महिना|মাস|මාස|මස|ເດືອນ',
  year: 'years?|năm|tahun|taon|နှစ်|年間|年|ปี|ឆ្នាំ|жил|он|वर्ष|साल|বছর|වසර|අවුරුදු|ປີ',
  percent:
    '%|percent|per cent|phần trăm|persen|porsiyento|ရာခိုင်နှုန်း|パーセント|เปอร์เซ็นต์|ភាគរយ|хувь|प्रतिशत|শতাংশ|සියයට|ເປີເຊັນ',
  yen: 'yen|円|日元|日圆|yên|ယန်း|เยน|យ៉េន|иен|येन|ইয়েন|ইয়েন|යෙන්|ເຢນ',
  article: '条|條|(?:-?р|дугаар|дүгээр) зүйл|(?:වන )?වගන්තිය',
  form: '号|號',
};

/** Units that stand before their number. */
export const UNITS_BEFORE: Readonly<Partial<Record<Unit, string>>> = {
  hour: 'පැය|ម៉ោង|jam|နာရီ',
  day: 'දින|දවස්',
  week: 'සති',
  month: 'මාස|tháng|ខែ',
  year: 'වසර|අවුරුදු|năm|ឆ្នាំ',
  percent: 'සියයට|শতকরা',
  yen: '¥|jpy|ယန်း|රුපියල්|යෙන්',
  article: 'articles?|art\\.|điều|pasal|artikulo|ပုဒ်မ|មាត្រា|มาตรา|धारा|ধারা|වගන්තිය|ມາດຕາ',
  form: 'form(?: no\\.?)?|mẫu(?: số)?|formulir(?: nomor| no\\.?)?|porma|แบบ(?:ฟอร์ม)?(?:ที่)?|ពាក្យសុំ|маягт|फारम|ফরম|ফর্ম|පෝරමය|ແບບຟອມ|ပုံစံ|表格?|様式第',
};

/** Words that make a number larger. */
export const MULTIPLIERS: readonly (readonly [pattern: string, factor: number])[] = [
  ['thousand|nghìn|ngàn|ribu|libo(?:ng)?|ထောင်|千|พัน|ពាន់|мянган?|हजार|হাজার|දහස(?:ක්)?|ພັນ', 1e3],
  ['万|萬|သောင်း|หมื่น|ម៉ឺន|ໝື່ນ|түмэн', 1e4],
  ['lakhs?|सय हजार|लाख|লাখ|লক্ষ|ලක්ෂ(?:ය)?|သိန်း|แสน|សែន|ແສນ', 1e5],
  ['million|triệu|juta|milyon|ล้าน|លាន|сая|ລ້ານ|මිලියන', 1e6],
  ['億|亿', 1e8],
];
