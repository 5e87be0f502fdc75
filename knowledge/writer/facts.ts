import type { LanguageTag } from '../../bot/languages.ts';
import { monthNames } from './month-names.ts';
import { normalText } from './normal-text.ts';
import { MULTIPLIERS, UNITS_AFTER, UNITS_BEFORE, type Unit } from './unit-words.ts';

/** A number and what it counts, where a unit stands beside it. */
export interface Quantity {
  readonly value: number;
  readonly unit: Unit | undefined;
}

/** Everything in a text that can be false in one sign. */
export interface Facts {
  readonly quantities: readonly Quantity[];
  /** `2027-04-01`, `2027-04` or `--04-01`. */
  readonly dates: readonly string[];
  /** Digits only; Japan's country code as 0. */
  readonly phones: readonly string[];
}

const spell = (pattern: string) => pattern.normalize('NFKC').normalize('NFC');
const entries = (table: Readonly<Partial<Record<Unit, string>>>, wrap: (pattern: string) => string) =>
  Object.entries(table).map(
    ([unit, pattern]) => [unit as Unit, new RegExp(wrap(spell(pattern)), 'u')] as const,
  );
/** A word of letters ends where its letters end; signs of other scripts may go on. */
const END = '(?<!\\p{Script=Latin}(?=\\p{Script=Latin}))';
const AFTER = entries(UNITS_AFTER, (pattern) => `^[ -]?(?:${pattern})${END}`);
const BEFORE = entries(UNITS_BEFORE, (pattern) => `(?<!\\p{Script=Latin})(?:${pattern}) ?$`);
const TIMES = MULTIPLIERS.map(
  ([pattern, factor]) => [new RegExp(`^ ?(?:${spell(pattern)})${END}`, 'u'), factor] as const,
);

const two = (text: string) => text.padStart(2, '0');
const dated = (year: string | undefined, month: string, day: string | undefined) =>
  year ? [year, two(month), ...(day ? [two(day)] : [])].join('-') : `--${two(month)}-${two(day ?? '')}`;

type Groups = { y?: string; m?: string; d?: string };

function datePatterns(lang: LanguageTag): { pattern: RegExp; months: ReadonlyMap<string, number> }[] {
  const months = monthNames(lang);
  const numeric = [
    String.raw`(?<![\d-])(?<y>20\d\d)(?!\d)[-/.](?<m>\d{1,2})(?!\d)(?:[-/.](?<d>\d{1,2})(?!\d))?(?![\d-])`,
    String.raw`(?<![\d/])(?<d>\d{1,2})(?!\d)[/.](?<m>\d{1,2})(?!\d)[/.](?<y>20\d\d)(?!\d)`,
    String.raw`(?<y>20\d\d)(?!\d)年 ?(?<m>\d{1,2})(?!\d)月(?: ?(?<d>\d{1,2})(?!\d)[日号])?`,
    String.raw`(?<m>\d{1,2})(?!\d)月 ?(?<d>\d{1,2})(?!\d)[日号]`,
    String.raw`(?:ngày )?(?<d>\d{1,2})(?!\d) tháng (?<m>\d{1,2})(?!\d)(?:(?: năm |[/-])(?<y>20\d\d)(?!\d))?`,
    String.raw`tháng (?<m>\d{1,2})(?!\d)(?: năm |[/-])(?<y>20\d\d)(?!\d)`,
    String.raw`(?<y>20\d\d)(?!\d) оны (?<m>\d{1,2})(?!\d)[^\s\d]* сарын (?<d>\d{1,2})(?!\d)`,
    String.raw`(?<y>20\d\d)(?!\d) оны (?<m>\d{1,2})(?!\d)[^\s\d]* сар`,
  ];
  const names = [...months.keys()].toSorted((a, b) => b.length - a.length).join('|');
  const named = names
    ? [
        String.raw`(?<d>\d{1,2})(?!\d)(?:st|nd|rd|th)? ?(?:de |ng )?(?<m>${names})\.?(?:,? (?<y>20\d\d)(?!\d))?`,
        String.raw`(?<m>${names})\.? (?<d>\d{1,2})(?!\d)(?:st|nd|rd|th)?(?:,? (?<y>20\d\d)(?!\d))?`,
        String.raw`(?<m>${names})\.?,? (?<y>20\d\d)(?!\d)`,
        String.raw`(?<y>20\d\d)(?!\d)[^\s\d]* ?(?<m>${names})(?: ?(?<d>\d{1,2})(?!\d))?`,
      ]
    : [];
  return [...numeric, ...named].map((source) => ({
    pattern: new RegExp(`(?<!\\d)(?:${source})(?!\\d)`, 'gu'),
    months,
  }));
}

const PHONE = /(?<![\d.,])(?:\+\d|0)(?:[-() ]{0,2}\d){8,13}(?!\d)/gu;
const NUMBER = /\d{1,3}(?:[.,']\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?/gu;

function numberIn(digits: string): number {
  const grouped = /^\d{1,3}(?:[.,']\d{3})+(?:[.,]\d+)?$/.test(digits);
  if (!grouped) return Number(digits.replace(',', '.'));
  const [, whole = '', rest = ''] = /^(.*\d{3})((?:[.,]\d{1,2})?)$/.exec(digits) ?? [];
  return Number(`${whole.replace(/[.,']/g, '')}${rest.replace(',', '.')}`);
}

function quantityAt(text: string, start: number, digits: string): Quantity {
  let value = numberIn(digits);
  let after = text.slice(start + digits.length, start + digits.length + 40);
  for (const [pattern, factor] of TIMES) {
    const found = pattern.exec(after);
    if (!found) continue;
    value = Math.round(value * factor * 100) / 100;
    after = after.slice(found[0].length);
    break;
  }
  const before = text.slice(Math.max(0, start - 24), start);
  const unit =
    AFTER.find(([, pattern]) => pattern.test(after))?.[0] ??
    BEFORE.find(([, pattern]) => pattern.test(before))?.[0];
  return { value, unit };
}

/** Dates, telephone numbers and quantities of a text. Pure. */
export function factsOf(text: string, lang: LanguageTag): Facts {
  let plain = normalText(text, lang);
  const dates: string[] = [];
  const phones: string[] = [];
  for (const { pattern, months } of datePatterns(lang)) {
    plain = plain.replace(pattern, (whole: string, ...rest) => {
      const { y, m = '', d } = rest.at(-1) as Groups;
      const month = months.get(m)?.toString() ?? m;
      if (Number(month) < 1 || Number(month) > 12 || Number(d ?? 1) > 31) return whole;
      dates.push(dated(y, month, d));
      return ' ';
    });
  }
  plain = plain.replace(PHONE, (run) => {
    phones.push(run.replace(/\D/g, '').replace(/^81/, '0'));
    return ' ';
  });
  const quantities = [...plain.matchAll(NUMBER)].map(({ index, 0: digits }) =>
    quantityAt(plain, index, digits),
  );
  const months = monthNames(lang);
  // A month alone: "may" and other words that mean more must stand in a date to count.
  for (const name of words(plain))
    if (months.has(name) && name.length > 3) quantities.push({ value: months.get(name) ?? 0, unit: 'month' });
  return { quantities, dates, phones };
}

const words = (text: string) => text.split(/[^\p{L}\p{M}]+/u);
