import { htmlLang, type LanguageTag } from '../languages.ts';

// Latin digits and the Gregorian calendar everywhere: people compare these with papers in Japan.
const locale = (lang: LanguageTag) => `${htmlLang(lang)}-u-ca-gregory-nu-latn`;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(lang: LanguageTag, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${lang}/${name}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale(lang), options);
  formats.set(key, made);
  return made;
}

/** ICU names the months of the lunar calendar in Sinhala; papers and phones in Sri Lanka write these. */
const SINHALA_MONTHS = 'ජනවාරි පෙබරවාරි මාර්තු අප්‍රේල් මැයි ජූනි ජූලි අගෝස්තු සැප්තැම්බර් ඔක්තෝබර් නොවැම්බර් දෙසැම්බර්'.split(' ');

/** A day in words, e.g. `24 November 2026`. `iso`: a date without time (`2026-11-24`). */
export function formatDate(lang: LanguageTag, iso: string): string {
  const day = new Date(`${iso}T00:00:00Z`);
  if (lang === 'si')
    return `${day.getUTCFullYear()} ${SINHALA_MONTHS[day.getUTCMonth()] ?? ''} ${day.getUTCDate()}`;
  return format(lang, 'date', { dateStyle: 'long', timeZone: 'UTC' }).format(day);
}

/** Weekday and hour in Japan, e.g. `Monday 09:00`. `at`: epoch milliseconds. */
export function formatMoment(lang: LanguageTag, at: number): string {
  const weekday = format(lang, 'weekday', { weekday: 'long', timeZone: 'Asia/Tokyo' }).format(at);
  return `${weekday} ${formatHour(at)}`;
}

/** Hour in Japan, `HH:mm`, the same in every language. */
export function formatHour(at: number): string {
  return new Date(at + 9 * 3_600_000).toISOString().slice(11, 16);
}
