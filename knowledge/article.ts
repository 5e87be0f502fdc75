import { z } from 'zod';

const isoDate = z.iso.date();
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** A public source of an article's rules. `checked` is the day on which somebody read it, never the day of writing. */
export const source = z.strictObject({
  title: z.string().min(3),
  publisher: z.string().min(2),
  url: z.url({ protocol: /^https?$/ }),
  checked: isoDate,
  /** `primary`: the law or a public body's own page; `secondary`: somebody's summary of it. */
  kind: z.enum(['primary', 'secondary']),
});

/** A section of the body. Sections that hold only for a time say so here, once for all languages. */
const section = z.strictObject({
  /** Stands as `{#id}` behind the heading in each language file. */
  id: slug,
  /** First and last day (ISO) on which the section is valid. */
  from: isoDate.optional(),
  until: isoDate.optional(),
});

/** `article.yaml`: what holds in every language. The folder's name is the article's id. */
export const articleMeta = z.strictObject({
  audience: z.array(z.enum(['trainee', 'company'])).min(1),
  valid_from: isoDate.optional(),
  valid_until: isoDate.optional(),
  /** `rights`: an answer from it comes with an offer of a person (contract: kind `rights`). */
  kind: z.enum(['information', 'rights']).default('information'),
  sources: z.array(source).min(1),
  sections: z.array(section).min(2),
  related: z.array(slug).default([]),
  /** Guided flow to offer below the answer. */
  flow: z.enum(['injury-report', 'mental-health', 'consultation', 'training-plan', 'returnee']).optional(),
});

/** Front matter of `<lang>.md`. */
export const articleFront = z.strictObject({
  title: z.string().min(2),
  /** Three to six ways in which people really ask this in the language; at least two as they are typed on a phone. */
  questions: z.array(z.string().min(2)).min(3).max(8),
  /** First 16 hex digits of the SHA-256 of ja.md from which this translation was made; absent in ja.md. */
  translated_from: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .optional(),
  /** `none`, or the date of a native reader's review. */
  reviewed: z.union([z.literal('none'), isoDate]),
});

/** See {@link articleMeta}. */
export type ArticleMeta = z.infer<typeof articleMeta>;
