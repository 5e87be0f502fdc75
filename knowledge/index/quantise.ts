/** A vector in one byte a number: value = byte × scale. Error below half a scale. */
export interface Quantised {
  readonly scale: number;
  readonly bytes: Int8Array;
}

/** Rounds to 255 steps between minus and plus the largest value. */
export function quantise(vector: Float32Array): Quantised {
  let largest = 0;
  for (const value of vector) largest = Math.max(largest, Math.abs(value));
  const scale = largest > 0 ? largest / 127 : 1;
  return { scale, bytes: Int8Array.from(vector, (value) => Math.round(value / scale)) };
}

/** Back to floats, of unit length again. */
export function restore({ bytes }: Quantised): Float32Array {
  let length = 0;
  for (let index = 0; index < bytes.length; index++) length += (bytes[index] ?? 0) ** 2;
  const factor = length > 0 ? 1 / Math.sqrt(length) : 0;
  const vector = new Float32Array(bytes.length);
  // A plain loop: `from` with a callback takes ten times as long, and a start restores thousands.
  for (let index = 0; index < bytes.length; index++) vector[index] = (bytes[index] ?? 0) * factor;
  return vector;
}
