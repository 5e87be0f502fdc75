import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { LISTS } from './lists.ts';

const listWeights = z.partialRecord(z.enum(LISTS), z.number());
const shapeWeights = z.strictObject({ plain: listWeights, bare: listWeights, foreign: listWeights });

/** `p = 1 / (1 + exp(-(bias + Σ weight × (feature − mean) / deviation)))`. */
const logistic = z.strictObject({
  bias: z.number(),
  features: z.record(
    z.string(),
    z.strictObject({ weight: z.number(), mean: z.number(), deviation: z.number().positive() }),
  ),
  /** Probability from which the top topic is answered, and from which its neighbours are offered as choices. */
  answer: z.number(),
  clarify: z.number(),
});

const fitted = z.strictObject({ lists: shapeWeights, ranker: logistic });

/** `weights.json`: what `fit` writes. `models` by embedding model; `words` when there are no vectors. */
export const rankingWeights = z.strictObject({
  provenance: z.strictObject({
    /** How the numbers came to be, in one sentence. */
    how: z.string(),
    /** ISO date. */
    made: z.string(),
    questions: z.number().int(),
  }),
  models: z.record(z.string(), fitted),
  words: fitted,
});

/** See {@link rankingWeights}. */
export type RankingWeights = z.infer<typeof rankingWeights>;
/** Weights for one embedding model, or for words alone. */
export type FittedWeights = z.infer<typeof fitted>;
/** Weight of each list; an absent list weighs nothing. */
export type ListWeights = z.infer<typeof listWeights>;
/** See `logistic` in this file. */
export type Logistic = z.infer<typeof logistic>;

/** Reads `weights.json`. Throws when it is missing or wrong: it is part of the product. */
export function loadWeights(path: string): RankingWeights {
  return rankingWeights.parse(JSON.parse(readFileSync(path, 'utf8')));
}
