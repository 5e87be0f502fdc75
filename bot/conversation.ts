import { z } from 'zod';
import { isLanguageTag, type LanguageTag } from './languages.ts';

const languageTag = z.custom<LanguageTag>(isLanguageTag);

/**
 * What we remember of one conversation between turns. Stored encrypted under `conversation/{id}`.
 * `version` names the shape: a stored state of another version is dropped, never misread.
 */
export const conversationState = z.object({
  version: z.literal(1),
  audience: z.enum(['trainee', 'company']),
  /** `chosen` locks the language until the person chooses again; `detected` gives way with hysteresis; `profile` is a first guess. */
  language: z
    .object({
      tag: languageTag,
      source: z.enum(['chosen', 'detected', 'profile']),
      /** The person writes in a language that is not ours: `tag` is English and answers add easy Japanese. */
      other: z.boolean().optional(),
    })
    .optional(),
  /** Id of the topic last answered, for "and at night?". */
  lastTopic: z.string().optional(),
  /** Topics offered by the last clarify question, by choice value. */
  offered: z.array(z.string()).optional(),
  /** May a model outside this system read questions? Version of the asked text, its language, epoch ms of the answer (P-8, P-9). */
  modelConsent: z
    .object({ given: z.boolean(), version: z.number(), language: languageTag, at: z.number() })
    .optional(),
  /** Consent was asked for at `at`; `question` (identity masked) and `topic` only until the person's next message. */
  modelAsk: z
    .object({ at: z.number(), question: z.string().optional(), topic: z.string().optional() })
    .optional(),
  /** True once the privacy line was shown. */
  privacyShown: z.boolean().optional(),
  /** A running guided flow (flows/run). */
  flow: z.object({ id: z.string(), version: z.number(), step: z.string(), answers: z.json() }).optional(),
  /** Set while danger is open: class, epoch ms of the first and the newest signal, number of texts already said. */
  danger: z
    .object({
      kind: z.enum(['crisis', 'emergency']),
      since: z.number(),
      last: z.number(),
      said: z.number(),
      caseId: z.string().optional(),
      /** What is happening, as the newest signal shows it; missing when only "I am not safe" is known. */
      situation: z.enum(['self', 'attack', 'emergency']).optional(),
      /** Number of texts already said, by situation: none is said twice in a row. */
      told: z.partialRecord(z.enum(['self', 'attack', 'emergency', 'unclear']), z.number()).optional(),
      /** The last thing we said asks whether the person is safe: a typed yes or no answers it. */
      asking: z.boolean().optional(),
      /** Epoch ms at which the emergency numbers were last said. */
      reminded: z.number().optional(),
    })
    .optional(),
  /** Epoch ms at which easy Japanese last explained that we do not have the person's language. */
  otherSaid: z.number().optional(),
  /** A human has the conversation. */
  human: z.object({ caseId: z.string(), advisor: z.string(), since: z.number() }).optional(),
  /** The person blocked us: nothing may be pushed. */
  left: z.boolean().optional(),
  /** Event time (epoch ms) of the newest thing the person did; kept by the worker to tell late events (L-7). */
  lastAt: z.number().optional(),
});

/** See {@link conversationState}. */
export type ConversationState = z.infer<typeof conversationState>;

/** State of a conversation that has just begun. */
export function freshConversation(audience: ConversationState['audience']): ConversationState {
  return { version: 1, audience };
}
