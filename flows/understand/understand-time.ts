import type { LanguageTag } from '../../bot/languages.ts';
import { foldedLight } from '../../bot/text/folded.ts';
import { hanDigits } from './han-digits.ts';
import { forLanguage, valuesIn } from './words.ts';

/** Halves of the day: morning (before noon); noon and afternoon; evening; night. Groups divided by `;`. */
const HALVES: Readonly<Record<LanguageTag, string>> = {
  ja: '午前|ごぜん|朝|あさ;午後|ごご|昼|ひる;夕方|ゆうがた;夜|よる|晩',
  'ja-simple': '午前|ごぜん|朝|あさ;午後|ごご|昼|ひる;夕方|ゆうがた;夜|よる',
  en: 'am|a.m.|morning|in the morning;pm|p.m.|afternoon;evening;night|at night',
  vi: 'sáng;trưa|chiều;tối;đêm|khuya',
  id: 'pagi|subuh;siang;sore;malam',
  fil: 'umaga|am|ng umaga;hapon|tanghali|pm;;gabi',
  my: 'မနက်|မနက်ပိုင်း;နေ့လယ်|နေ့လည်|မွန်းလွဲ;ညနေ;ည',
  zh: '早上|上午|凌晨|早晨;中午|下午;傍晚;晚上|夜里|夜|晚',
  km: 'ព្រឹក;ថ្ងៃត្រង់|រសៀល;ល្ងាច;យប់',
  th: 'เช้า;เที่ยง|บ่าย;เย็น;ค่ำ|กลางคืน',
  mn: 'өглөө|ogloo|ugluu;өдөр|үдээс хойш|odor;орой|oroi;шөнө|shono',
  ne: 'बिहान|bihana;दिउँसो|diuso;साँझ|बेलुका|sanjha|beluka;राति|rati',
  bn: 'সকাল|সকালে|ভোর|ভোরে|sokal|sokale;দুপুর|দুপুরে|dupur|dupure;বিকাল|বিকেল|বিকালে|বিকেলে|সন্ধ্যা|সন্ধ্যায়|bikal|bikel|sondha;রাত|রাতে|rat|rate',
  si: 'උදේ|උදෑසන|පෙ.ව.|ude;දවල්|දහවල්|ප.ව.|dawal;හවස|සවස|hawasa;රෑ|රාත්‍රී|රාත්රී|ra',
  lo: 'ເຊົ້າ;ສວຍ|ບ່າຍ|ທ່ຽງ;ແລງ;ກາງຄືນ|ຄ່ຳ',
};

const halves = forLanguage(HALVES);

/** Hour and minute: 15:30, 15時30分, 3時半, 15h30, 15 giờ 30, jam 3, 3 นาฬิกา, ម៉ោង 3, ၃ နာရီ … */
const CLOCK =
  /(?<!\d)(\d{1,2})\s*(?::|\.(?=\d{2}(?!\d))|時|じ|点|點|h(?![a-z])|gio|นาฬิกา|โมง|ໂມງ|នាទី|နာရီ|цаг(?:т)?|बजे|বাজে|টায়|টা|ට)\s*(半|はん|rưỡi|ruoi|ครึ่ง|ເຄິ່ງ|កន្លះ|ခွဲ|\d{1,2})?/u;
const BEFORE = /(?:ម៉ោង|ໂມງ|jam|pukul|pkl|alas(?:-| )|ika-?|at|around|about|baje)\s*(\d{1,2})(?!\d)/u;
const WITH_HALF = /(?<![\d/:-])(\d{1,2})\s*(?:a\.?m\.?|p\.?m\.?|noon|o'?clock)/u;

/** Thai hours of the evening (2 ทุ่ม = 20:00), of the afternoon (บ่าย 3), and after midnight (ตี 3). */
function thai(text: string): number | undefined {
  const evening = /(\d)\s*ทุ่ม/u.exec(text)?.[1];
  if (evening) return Number(evening) + 18;
  const afternoon = /บ่าย\s*(?:โมง|(\d))/u.exec(text);
  if (afternoon) return Number(afternoon[1] ?? 1) + 12;
  const night = /ตี\s*(\d)/u.exec(text)?.[1];
  return night ? Number(night) : undefined;
}

function atHalf(hour: number, half: number): number {
  if (half === 0) return hour === 12 ? 0 : hour;
  if (hour >= 13) return hour;
  if (half === 1) return hour < 7 ? hour + 12 : hour;
  if (half === 2) return hour < 12 ? hour + 12 : hour;
  if (hour === 12) return 0;
  return hour >= 6 ? hour + 12 : hour;
}

const clock = (hour: number, minute: number) =>
  `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;

/**
 * The clock times (`HH:mm`) that typed words can mean, the likelier first: "15:30" and 午後3時半 mean one, "3:30" may be of
 * the day or of the night. Empty when not understood. Pure.
 */
export function understandTime(text: string, lang: LanguageTag): readonly string[] {
  const folded = hanDigits(foldedLight(text.slice(0, 200)));
  const thaiHour = thai(folded);
  const found =
    CLOCK.exec(folded) ?? WITH_HALF.exec(folded) ?? BEFORE.exec(folded) ?? /^\s*(\d{1,2})\s*$/.exec(folded);
  if (!found && thaiHour === undefined) return [];
  const hour = thaiHour ?? Number(found?.[1]);
  const minute = /^\d+$/.test(found?.[2] ?? '') ? Number(found?.[2]) : found?.[2] ? 30 : 0;
  if (hour > 24 || minute > 59) return [];
  if (thaiHour !== undefined) return [clock(hour % 24, minute)];
  const half = halves(lang)
    .map((table) => valuesIn(folded, table)[0])
    .find((value) => value !== undefined);
  if (half !== undefined) return [clock(atHalf(hour, half) % 24, minute)];
  if (hour === 0 || hour >= 13) return [clock(hour % 24, minute)];
  const [day, night] = hour >= 7 && hour < 12 ? [hour, hour + 12] : hour === 12 ? [12, 0] : [hour + 12, hour];
  // A zero in front: people who write 08:30 use the long clock.
  return found?.[1]?.startsWith('0') ? [clock(hour, minute)] : [clock(day, minute), clock(night, minute)];
}
