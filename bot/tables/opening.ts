import { type Hours, weekdays } from './schema.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;
/** Japan has had no summer time since 1951: UTC+9 all year. */
const OFFSET = 9 * 60 * MINUTE;

/** What a line's hours mean at a moment. `opensAt`: epoch milliseconds, missing when nothing opens in 14 days. */
export type Opening =
  | { readonly state: 'open'; readonly until: number | undefined }
  | { readonly state: 'closed'; readonly opensAt: number | undefined }
  | { readonly state: 'varies' };

/** ISO date in Japan of an epoch moment. */
export function japanDate(at: number): string {
  return new Date(at + OFFSET).toISOString().slice(0, 10);
}

const minutes = (hour: string): number => Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3));
const midnight = (date: string): number => Date.parse(`${date}T00:00:00Z`) - OFFSET;

/** Intervals that begin on a day of Japan, as epoch milliseconds. */
function spansOf(
  hours: Exclude<Hours, string>,
  date: string,
  holidays: ReadonlySet<string>,
): readonly (readonly [number, number])[] {
  const monthDay = date.slice(5);
  if (hours.newYearClosed && (monthDay >= '12-29' || monthDay <= '01-03')) return [];
  const holiday = holidays.has(date);
  if (holiday && hours.holidays === 'closed') return [];
  const special = holiday && typeof hours.holidays === 'object' ? hours.holidays : undefined;
  const start = midnight(date);
  const weekday = weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()];
  return hours.intervals
    .filter((interval) => weekday !== undefined && interval.days.includes(weekday))
    .map((interval) => {
      const { from, to } = special ?? interval;
      const length = minutes(to) - minutes(from);
      const begin = start + minutes(from) * MINUTE;
      return [begin, begin + (length > 0 ? length : length + 24 * 60) * MINUTE] as const;
    });
}

/** Whether hours are open at `now`, and else when they open next (weekdays, holidays, turn of the year, midnight). */
export function opening(hours: Hours, now: number, holidays: ReadonlySet<string>): Opening {
  if (hours === 'varies') return { state: 'varies' };
  if (hours === 'always') return { state: 'open', until: undefined };
  const spans: (readonly [number, number])[] = [];
  for (let day = -1; day <= 14; day++) spans.push(...spansOf(hours, japanDate(now + day * DAY), holidays));
  const current = spans.find(([from, to]) => from <= now && now < to);
  if (current) return { state: 'open', until: current[1] };
  const next = spans.map(([from]) => from).filter((from) => from > now);
  return { state: 'closed', opensAt: next.length > 0 ? Math.min(...next) : undefined };
}
