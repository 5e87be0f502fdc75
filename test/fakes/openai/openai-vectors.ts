import { createHash } from 'node:crypto';

/** A vector of length 1 that depends on nothing but the text's three-letter groups: like texts lie near. */
export function textVector(text: string, dimensions: number): number[] {
  const vector = new Array<number>(dimensions).fill(0);
  const signs = [...` ${text.toLowerCase()} `];
  for (let at = 0; at + 3 <= signs.length; at += 1) {
    const hash = createHash('sha256')
      .update(signs.slice(at, at + 3).join(''))
      .digest();
    const place = hash.readUInt32LE(0) % dimensions;
    vector[place] = (vector[place] ?? 0) + (hash.readInt8(4) < 0 ? -1 : 1);
  }
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}

/** Base64 of little-endian floats, as the client asks for it. */
export function base64Floats(vector: readonly number[]): string {
  return Buffer.from(Float32Array.from(vector).buffer).toString('base64');
}
