/** Mean of the vectors that are there; undefined when none is. */
export function meanOf(some: readonly (Float32Array | undefined)[]): Float32Array | undefined {
  const vectors = some.filter((vector) => vector !== undefined);
  const first = vectors[0];
  if (!first) return undefined;
  const mean = new Float32Array(first.length);
  for (const vector of vectors)
    for (let index = 0; index < mean.length; index++)
      mean[index] = (mean[index] ?? 0) + (vector[index] ?? 0) / vectors.length;
  return mean;
}

/**
 * The vector less the mean of its kind and language, of length 1 again. Takes away what all texts of a language
 * share, so that what they say decides (retrieval.md §3: hit@1 66 → 72 % in the mean).
 */
export function centred(vector: Float32Array, mean: Float32Array | undefined): Float32Array {
  if (!mean) return vector;
  const moved = new Float32Array(vector.length);
  let sum = 0;
  for (let index = 0; index < vector.length; index++) {
    const value = (vector[index] ?? 0) - (mean[index] ?? 0);
    moved[index] = value;
    sum += value * value;
  }
  const factor = sum > 0 ? 1 / Math.sqrt(sum) : 0;
  for (let index = 0; index < moved.length; index++) moved[index] = (moved[index] ?? 0) * factor;
  return moved;
}
