import type { Logistic } from './weights.ts';

/** Probability (0 … 1) of a logistic model. A feature without a value counts as average. */
export function probability(model: Logistic, values: Readonly<Record<string, number>>): number {
  let sum = model.bias;
  for (const [name, { weight, mean, deviation }] of Object.entries(model.features)) {
    const value = values[name];
    if (value !== undefined) sum += (weight * (value - mean)) / deviation;
  }
  return 1 / (1 + Math.exp(-sum));
}
