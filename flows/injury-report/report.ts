import { z } from 'zod';
import { REGIONS } from '../steps/place.ts';
import * as options from './options.ts';

const prefectures: readonly string[] = Object.values(REGIONS).flat();

/** A thing that was asked: what was answered, `unknown` for "I don't know", null when it was not asked or skipped. */
const asked = <Value extends z.ZodType>(value: Value) => z.union([value, z.literal('unknown'), z.null()]);

/** The finished report of an accident: codes, days and the person's own words. Never a name of the reporter. */
export const injuryReport = z.strictObject({
  id: z.string(),
  version: z.literal(1),
  /** ISO 8601. */
  submittedAt: z.iso.datetime(),
  consent: z.strictObject({ text: z.string(), lang: z.string(), at: z.string() }),
  danger: asked(z.boolean()),
  who: asked(z.enum(['self', 'other'])),
  date: asked(z.iso.date()),
  time: asked(z.string()),
  prefecture: asked(z.string().refine((id) => prefectures.includes(id))),
  site: asked(z.enum(options.SITES)),
  situation: asked(z.enum(options.SITUATIONS)),
  accident: asked(z.enum(options.ACCIDENTS)),
  /** In the person's own words, untranslated. */
  story: asked(z.string()),
  body: asked(z.array(z.enum(options.BODY_PARTS))),
  side: asked(z.enum(options.SIDES)),
  treatment: asked(z.enum(options.TREATMENTS)),
  /** The hospital is one of the workers' accident insurance (労災指定). */
  designated: asked(z.boolean()),
  changed: asked(z.boolean()),
  paid: asked(z.boolean()),
  card: asked(z.enum(options.CARDS)),
  companyKnows: asked(z.boolean()),
  companySaid: asked(z.array(z.enum(options.COMPANY_WORDS))),
  daysOff: asked(z.int().min(0).max(730)),
  witnesses: asked(z.boolean()),
  witnessWords: asked(z.string()),
  /** Attachment ids. */
  photos: z.array(z.string()),
  readers: asked(z.array(z.enum(options.READERS))),
  contact: asked(z.string()),
  /** The company's words point to a hidden accident. */
  hidden: z.boolean(),
  urgency: z.enum(['normal', 'high', 'critical']),
});

/** See {@link injuryReport}. */
export type InjuryReport = z.infer<typeof injuryReport>;
