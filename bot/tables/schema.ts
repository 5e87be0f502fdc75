import { z } from 'zod';
import { isLanguageTag, type LanguageTag } from '../languages.ts';

const isoDate = z.iso.date();
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const hour = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/);
const language = z.custom<LanguageTag>(isLanguageTag, { error: 'not one of the fifteen language tags' });

/** Where a row was read. `checked` is the day of reading, never the day of writing. */
export const provenance = z.strictObject({
  title: z.string().min(3),
  /** Missing where the page's address was not kept. */
  url: z.url({ protocol: /^https?$/ }).optional(),
  checked: isoDate,
});

/** `seen`: read in a source. `known`: from memory. `conflict`: sources disagree. Only `seen` numbers are shown. */
export const mark = z.enum(['seen', 'known', 'conflict']);

const SOURCE_MISSING = 'a row marked seen names its source and the day on which it was read';
const seenHasSource = (row: { mark: string; source?: unknown }) =>
  row.mark !== 'seen' || row.source !== undefined;

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
/** Weekdays in the order of `Date.getUTCDay`. */
export const weekdays: readonly (typeof WEEKDAYS)[number][] = WEEKDAYS;

/** From/to in Japan's time; `to` before `from` crosses midnight, `24:00` is the end of the day. */
const interval = z.strictObject({ days: z.array(z.enum(WEEKDAYS)).min(1), from: hour, to: hour });

/** `always`; `varies` (we do not know the hours); or intervals. */
export const hours = z.union([
  z.enum(['always', 'varies']),
  z.strictObject({
    intervals: z.array(interval).min(1),
    /** On public holidays: as on any such weekday, closed, or these hours on the weekdays above. */
    holidays: z.union([z.enum(['open', 'closed']), z.strictObject({ from: hour, to: hour })]),
    /** Closed from 29 December to 3 January. */
    newYearClosed: z.boolean().default(false),
  }),
]);

/** What a phone line is for. `violence` holds lines for people who are hit, threatened or locked in. */
export const lineCategory = z.enum([
  'emergency',
  'crisis',
  'violence',
  'medical',
  'labour',
  'otit',
  'immigration',
  'legal',
  'rights',
  'embassy',
  'jitco',
]);

/** One telephone number with the languages it speaks and its hours. */
export const line = z
  .strictObject({
    id: slug,
    categories: z.array(lineCategory).min(1),
    names: z.object({ ja: z.string().min(2), en: z.string().min(2) }).catchall(z.string().min(2)),
    number: z.string().regex(/^[0-9#][0-9-]*$/),
    /** Key to press after the call is answered. */
    press: z.string().optional(),
    /** Spoken languages that a source names. Easy Japanese counts as Japanese. */
    languages: z.array(language),
    /** Speaks several languages, or brings an interpreter; which ones is not certain. */
    severalLanguages: z.boolean().default(false),
    hours,
    /** Days or hours may differ from the table: said with the number. */
    uncertain: z.boolean().default(false),
    free: z.boolean().default(false),
    mark,
    source: provenance.optional(),
  })
  .refine(seenHasSource, { error: SOURCE_MISSING });

/** One of the offices that cases are routed to. Numbers and addresses only when a source was read. */
export const office = z.strictObject({
  id: slug,
  names: z.strictObject({ ja: z.string(), romaji: z.string() }),
  number: z
    .string()
    .regex(/^[0-9-]+$/)
    .optional(),
  address: z.string().optional(),
  /** Whether the area is read in a source or is our own assumption until the operator confirms it. */
  areaMark: mark,
  source: provenance,
});

/** A prefecture with the office that serves it. */
export const prefecture = z.strictObject({
  id: slug,
  ja: z.string(),
  romaji: z.string(),
  office: slug,
});

/** A form of the workers' accident insurance. */
export const form = z
  .strictObject({
    id: slug,
    ja: z.string().min(3),
    romaji: z.string().min(3),
    cause: z.enum(['work', 'commuting']),
    purpose: z.enum(['treatment', 'change', 'refund', 'absence']),
    mark,
    source: provenance.optional(),
  })
  .refine(seenHasSource, { error: SOURCE_MISSING });

/** Regional minimum wage of one prefecture, yen an hour, from a day on. */
export const wage = z.strictObject({
  id: slug,
  yen: z.int().positive(),
  from: isoDate,
  /** Amount before `from`, where a source was read. */
  previous: z.int().positive().optional(),
});

/** Public holiday of Japan. */
export const holiday = z.strictObject({ id: isoDate, ja: z.string() });

/** One of the four kinds of advisor, with the kinds of case it takes. */
export const specialist = z.strictObject({
  id: slug,
  names: z.strictObject({ ja: z.string(), en: z.string() }),
  cases: z.array(
    z.enum(['crisis', 'emergency', 'injury', 'mental-health', 'rights', 'question', 'training-plan']),
  ),
});

/** See {@link line}. */
export type Line = z.infer<typeof line>;
/** See {@link lineCategory}. */
export type LineCategory = z.infer<typeof lineCategory>;
/** See {@link hours}. */
export type Hours = z.infer<typeof hours>;
/** See {@link office}. */
export type Office = z.infer<typeof office>;
/** See {@link prefecture}. */
export type Prefecture = z.infer<typeof prefecture>;
/** See {@link form}. */
export type Form = z.infer<typeof form>;
/** See {@link wage}. */
export type Wage = z.infer<typeof wage>;
/** See {@link specialist}. */
export type Specialist = z.infer<typeof specialist>;
