import type { Logistic } from '../ranking/weights.ts';

/** Features of one example and whether the top topic was right. */
export interface Labelled {
  readonly features: Readonly<Record<string, number>>;
  readonly right: boolean;
  /** How much it counts; 1 for a real question. */
  readonly weight: number;
}

const STEPS = 800;
const RATE = 0.5;
/** Ridge: keeps weights small where features say the same. */
const RIDGE = 0.003;

/** Logistic regression by gradient descent on standardised features; a missing feature counts as average. */
export function fitLogistic(examples: readonly Labelled[]): Pick<Logistic, 'bias' | 'features'> {
  const names = [...new Set(examples.flatMap(({ features }) => Object.keys(features)))].sort();
  const scale = names.map((name) => {
    const values = examples.flatMap(({ features }) => features[name] ?? []);
    const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(values.length, 1);
    return { name, mean, deviation: Math.sqrt(variance) || 1 };
  });
  const rows = examples.map(({ features }) =>
    Float64Array.from(scale, ({ name, mean, deviation }) => {
      const value = features[name];
      return value === undefined ? 0 : (value - mean) / deviation;
    }),
  );
  const weights = new Float64Array(names.length);
  let bias = 0;
  const count = Math.max(
    examples.reduce((sum, { weight }) => sum + weight, 0),
    1,
  );
  for (let step = 0; step < STEPS; step++) {
    const gradient = new Float64Array(names.length);
    let slope = 0;
    for (const [index, row] of rows.entries()) {
      const sum = row.reduce((total, value, at) => total + value * (weights[at] ?? 0), bias);
      const example = examples[index];
      const error = (example?.weight ?? 0) * ((example?.right ? 1 : 0) - 1 / (1 + Math.exp(-sum)));
      slope += error;
      for (const [at, value] of row.entries()) gradient[at] = (gradient[at] ?? 0) + error * value;
    }
    bias += (RATE * slope) / count;
    for (let at = 0; at < weights.length; at++)
      weights[at] = (weights[at] ?? 0) + RATE * ((gradient[at] ?? 0) / count - RIDGE * (weights[at] ?? 0));
  }
  const round = (value: number) => Math.round(value * 1e4) / 1e4;
  return {
    bias: round(bias),
    features: Object.fromEntries(
      scale.map(({ name, mean, deviation }, at) => [
        name,
        { weight: round(weights[at] ?? 0), mean: round(mean), deviation: Math.max(round(deviation), 1e-4) },
      ]),
    ),
  };
}
