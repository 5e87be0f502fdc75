import { z } from 'zod';

const part = z.object({ type: z.literal('text'), text: z.string() });
const content = z
  .union([z.string(), z.array(part)])
  .transform((value) => (typeof value === 'string' ? value : value.map(({ text }) => text).join('')));

/**
 * A chat call as we may make it. Stricter than the platform: `store: false` (O-1), a `safety_identifier` of at
 * most 64 characters (O-4) and no tools (P-1) are demanded; structured output must be strict (O-6).
 */
export const chatRequest = z.object({
  model: z.string().min(1),
  store: z.literal(false),
  safety_identifier: z.string().min(16).max(64),
  stream: z.literal(false).optional(),
  tools: z.never().optional(),
  max_tokens: z.number().int().positive().max(4000).optional(),
  max_completion_tokens: z.number().int().positive().max(8000).optional(),
  messages: z.array(z.object({ role: z.enum(['system', 'developer', 'user', 'assistant']), content })).min(1),
  response_format: z
    .object({
      type: z.literal('json_schema'),
      json_schema: z.object({
        name: z.string().regex(/^[\w-]{1,64}$/),
        strict: z.literal(true),
        schema: z.looseObject({ type: z.literal('object'), additionalProperties: z.literal(false) }),
      }),
    })
    .optional(),
});

/** See {@link chatRequest}. */
export type ChatRequest = z.infer<typeof chatRequest>;

/** O-7: at most 2,048 inputs. */
export const embeddingsRequest = z.object({
  model: z.string().min(1),
  input: z.union([
    z
      .string()
      .min(1)
      .transform((text) => [text]),
    z.array(z.string().min(1)).min(1).max(2048),
  ]),
  dimensions: z.number().int().positive().optional(),
  encoding_format: z.enum(['float', 'base64']).default('float'),
});

/** Texts to be looked at. */
export const moderationRequest = z.object({
  model: z.string().optional(),
  input: z.union([z.string().transform((text) => [text]), z.array(z.string())]),
});
