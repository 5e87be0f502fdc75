import { z } from 'zod';
import type { Json } from '../bot/json.ts';

/** What a person gave to one step: a value (with the person's own words when they were typed), "I don't know", or nothing. */
export const answer = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('given'), value: z.json(), words: z.string().optional() }),
  z.strictObject({ state: z.literal('unknown') }),
  z.strictObject({ state: z.literal('skipped') }),
]);

/** See {@link answer}. */
export type Answer = z.infer<typeof answer>;

/** Answers by step id. */
export type Answers = Readonly<Record<string, Answer>>;

/** The value given to a step; undefined when it was not asked, skipped or not known. */
export function given(answers: Answers, step: string): Json | undefined {
  const found = answers[step];
  return found?.state === 'given' ? found.value : undefined;
}

/** {@link given} as text; undefined when it is something else. */
export function givenText(answers: Answers, step: string): string | undefined {
  const value = given(answers, step);
  return typeof value === 'string' ? value : undefined;
}

/** {@link given} as a list of texts; empty when it is something else. */
export function givenList(answers: Answers, step: string): readonly string[] {
  const value = given(answers, step);
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
