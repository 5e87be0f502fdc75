import type { LanguageTag } from '../../bot/languages.ts';
import { foldedLight } from '../../bot/text/folded.ts';
import { AGO, DAY_WORDS } from './day-words.ts';
import { addDays, isoDay, japanDay, weekdayOf } from './japan-day.ts';
import { MONTH_WORDS, WEEKDAY_WORDS } from './month-words.ts';
import { NUMBER_WORDS } from './number-words.ts';
import { anyOf, forLanguage, valuesIn, type Word } from './words.ts';

const days = forLanguage(DAY_WORDS);
const months = forLanguage(MONTH_WORDS, 1);
const weekdays = forLanguage(WEEKDAY_WORDS);
const numbers = forLanguage(NUMBER_WORDS);

/** Languages whose people write the month before the day; in the others 3/5 can be both. */
const MONTH_FIRST: ReadonlySet<LanguageTag> = new Set(['ja', 'ja-simple', 'zh', 'mn']);

/** A month by its number: 11月, tháng 11, bulan 11, ខែ 11, เดือน 11, ເດືອນ 11, 11-р сар, 11 လပိုင်း, 11 महिना … */
const MONTH_BEFORE = /(?:thang|bulan|bln|ខែ|เดือน|ເດືອນ)\s*(?:ទី|ที่)?\s*(\d{1,2})(?!\d)/u;
const MONTH_AFTER =
  /(?<!\d)(\d{1,2})\s*(?:月|がつ|-?р?\s*сар(?:ын)?(?![\p{L}])|လပိုင်း|-?r?\s*sar(?:iin|yn)?(?![\p{L}]))/u;

const DAY_BEFORE = /(?:ngay|tanggal|tgl|วันที่|ថ្ងៃទី|ថ្ងៃ|ວັນທີ|mung|mong|the|ika-?)\s*(\d{1,2})(?!\d)/u;
const DAY_AFTER =
  /(?<!\d)(\d{1,2})\s*(?:日|号|號|にち|st|nd|rd|th|ရက်|-?ны|-?ний|өдөр|তারিখ|tarikh|तारिख|गते|වෙනිදා|වැනිදා|වෙනි දා)/u;

/** Calendar years: Buddhist (Thai, Lao, Khmer) count 543 more, Reiwa began in 2019. */
const gregorian = (year: number) => (year >= 2400 && year <= 2700 ? year - 543 : year);

interface Parts {
  readonly year: number | undefined;
  readonly month: number;
  readonly day: number;
}

/** The day; without a year the newest one that is not after today. */
function resolve({ year, month, day }: Parts, today: string): string | undefined {
  if (year !== undefined) return isoDay(gregorian(year), month, day);
  const thisYear = Number(today.slice(0, 4));
  return [thisYear, thisYear - 1, thisYear - 2, thisYear - 3, thisYear - 4]
    .map((candidate) => isoDay(candidate, month, day))
    .find((found) => found !== undefined && found <= today);
}

/** A clock time says nothing about the day. */
function withoutTime(text: string): string {
  return text.replace(
    /\d{1,2}\s*(?::|時|点|點|h(?![a-z])|gio|นาฬิกา|โมง|ໂມງ|បជេ|बजे|цаг)\s*(?:\d{1,2}\s*(?:分|p)?)?/gu,
    ' ',
  );
}

function byNumbers(text: string, lang: LanguageTag, today: string): readonly string[] | undefined {
  const full = /(?<!\d)(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)/u.exec(text);
  if (full) {
    const found = resolve({ year: Number(full[1]), month: Number(full[2]), day: Number(full[3]) }, today);
    return found ? [found] : [];
  }
  const reiwa =
    /(?:令和|れいわ|(?<![a-z])r)\s*\.?(\d{1,2}|元)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})/u.exec(text);
  if (reiwa) {
    const year = 2018 + (reiwa[1] === '元' ? 1 : Number(reiwa[1]));
    const found = resolve({ year, month: Number(reiwa[2]), day: Number(reiwa[3]) }, today);
    return found ? [found] : [];
  }
  const short = /(?<![\d/.-])(\d{1,2})\s*[-/.]\s*(\d{1,2})(?:\s*[-/.]\s*(\d{4}))?(?![\d/-])/u.exec(text);
  if (!short) return undefined;
  const [first, second] = [Number(short[1]), Number(short[2])];
  const year = short[3] ? Number(short[3]) : undefined;
  const monthFirst = resolve({ year, month: first, day: second }, today);
  const dayFirst = resolve({ year, month: second, day: first }, today);
  // With the year behind, the day comes first wherever people write so; ours write the year in front.
  if (MONTH_FIRST.has(lang)) return [monthFirst ?? dayFirst].filter((found) => found !== undefined);
  const both = lang === 'fil' ? [monthFirst, dayFirst] : [dayFirst, monthFirst];
  return [...new Set(both)].filter((found) => found !== undefined);
}

/** Day and month in words or with a sign: "3 November", 11月3日, ngày 3 tháng 11, วันที่ 3 พ.ย. 2569. */
function byMonth(text: string, lang: LanguageTag, today: string): readonly string[] | undefined {
  const named = months(lang).find((table) => valuesIn(text, table).length > 0);
  const month = named
    ? valuesIn(text, named)[0]
    : Number((MONTH_BEFORE.exec(text) ?? MONTH_AFTER.exec(text))?.[1]);
  const rest = named
    ? text.replace(new RegExp(anyOf(named), 'gu'), ' ')
    : text.replace(MONTH_BEFORE, ' ').replace(MONTH_AFTER, ' ');
  const year = /(?<!\d)(\d{4})(?!\d)/.exec(rest)?.[1];
  const loose = rest.match(/(?<!\d)\d{1,2}(?!\d)/g) ?? [];
  const marked = (DAY_AFTER.exec(rest) ?? DAY_BEFORE.exec(rest))?.[1];
  const day = Number(marked ?? (month && loose.length === 1 ? loose[0] : undefined));
  if (!day) return undefined;
  if (month) {
    const found = resolve({ year: year ? Number(year) : undefined, month, day }, today);
    return found ? [found] : [];
  }
  return marked && loose.length === 1 && !year ? latestDay(day, today) : undefined;
}

/** Only "the 3rd": the newest one that is not after today. */
function latestDay(day: number, today: string): readonly string[] {
  const [year = 0, month = 0] = today.split('-').map(Number);
  const back = Array.from({ length: 3 }, (_, index) => {
    const at = new Date(Date.UTC(year, month - 1 - index, 1));
    return isoDay(at.getUTCFullYear(), at.getUTCMonth() + 1, day);
  });
  return back.filter((found) => found !== undefined && found <= today).slice(0, 1) as string[];
}

function numberPattern(tables: readonly (readonly Word[])[]): string {
  return `(\\d{1,3}|${tables.map(anyOf).filter(Boolean).join('|')})`;
}

function byAgo(text: string, lang: LanguageTag, today: string): string | undefined {
  for (const tag of [lang, 'en', 'ja', 'zh'] as const) {
    const words = numbers(tag);
    for (const [index, pattern] of AGO[tag].entries()) {
      const source = pattern.replaceAll('#', numberPattern([words[0]]));
      const count = new RegExp(source, 'u')
        .exec(text)
        ?.slice(1)
        .find((group) => group !== undefined);
      if (count === undefined) continue;
      const number = /^\d+$/.test(count) ? Number(count) : words[0].find(({ word }) => word === count)?.value;
      if (number !== undefined) return addDays(today, -number * (index === 0 ? 1 : 7));
    }
  }
  return undefined;
}

function firstIn(tables: readonly (readonly Word[])[], text: string): number | undefined {
  for (const table of tables) {
    const found = new Set(valuesIn(text, table));
    if (found.size > 0) return found.size === 1 ? [...found][0] : undefined;
  }
  return undefined;
}

/**
 * The days (ISO, in Japan) that typed words can mean when they tell of something that happened: "hôm qua", "3 days ago",
 * 11月3日, "3/5", "๓ พ.ย. ๒๕๖๙", 令和8年11月3日, "Monday". Best first; two when day and month can be exchanged; none when
 * not understood. Days in the future are given as they are. The Nepali calendar (Bikram Sambat) is not understood.
 */
export function understandDate(text: string, lang: LanguageTag, now: number): readonly string[] {
  const today = japanDay(now);
  const folded = withoutTime(foldedLight(text.slice(0, 300)));
  const ago = byAgo(folded, lang, today);
  if (ago) return [ago];
  const numeric = byNumbers(folded, lang, today) ?? byMonth(folded, lang, today);
  if (numeric) return numeric;
  const back = firstIn(days(lang), folded);
  if (back !== undefined) return [addDays(today, -back)];
  const weekday = firstIn(weekdays(lang), folded);
  if (weekday !== undefined) return [addDays(today, -((weekdayOf(today) - weekday + 7) % 7))];
  return [];
}
