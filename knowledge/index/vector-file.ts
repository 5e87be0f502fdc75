import { createHash } from 'node:crypto';
import { z } from 'zod';
import { BotError } from '../../bot/errors.ts';
import type { Quantised } from './quantise.ts';

/** Says what a file of vectors holds. The first line of the file, as JSON. */
export const vectorManifest = z.strictObject({
  format: z.literal('soudan-vectors-1'),
  model: z.string(),
  dimensions: z.number().int().positive(),
  count: z.number().int().nonnegative(),
  /** SHA-256 (hex) of everything behind the first line. */
  sha256: z.string(),
});

/** See {@link vectorManifest}. */
export type VectorManifest = z.infer<typeof vectorManifest>;

/** The file is of another model, another size, or damaged: it is not used. */
export class VectorFileError extends BotError {
  constructor(code: 'vectors_model' | 'vectors_damaged', message: string, options?: ErrorOptions) {
    super(code, message, options);
  }
}

const KEY_BYTES = 16;

/** One file: manifest line, then for each vector 16 bytes of key, the scale as float32, one byte a dimension. */
export function encodeVectors(
  model: string,
  dimensions: number,
  vectors: Iterable<readonly [key: string, vector: Quantised]>,
): Uint8Array {
  const rows = [...vectors]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { scale, bytes }]) => {
      const row = Buffer.alloc(KEY_BYTES + 4 + dimensions);
      row.write(key, 0, KEY_BYTES, 'hex');
      row.writeFloatLE(scale, KEY_BYTES);
      row.set(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength), KEY_BYTES + 4);
      return row;
    });
  const body = Buffer.concat(rows);
  const manifest: VectorManifest = {
    format: 'soudan-vectors-1',
    model,
    dimensions,
    count: rows.length,
    sha256: createHash('sha256').update(body).digest('hex'),
  };
  return Buffer.concat([Buffer.from(`${JSON.stringify(manifest)}\n`), body]);
}

/** Reads a file of vectors. Throws VectorFileError when it is not whole or not of this model and size. */
export function decodeVectors(bytes: Uint8Array, model: string, dimensions: number): Map<string, Quantised> {
  const end = bytes.indexOf(10);
  const head = Buffer.from(bytes.subarray(0, Math.max(end, 0))).toString('utf8');
  let manifest: VectorManifest;
  try {
    manifest = vectorManifest.parse(JSON.parse(head));
  } catch (cause) {
    throw new VectorFileError('vectors_damaged', 'This is no file of vectors; delete it.', { cause });
  }
  if (manifest.model !== model || manifest.dimensions !== dimensions)
    throw new VectorFileError('vectors_model', `The vectors are of ${manifest.model}, not of ${model}.`);
  const body = Buffer.from(bytes.subarray(end + 1));
  const size = KEY_BYTES + 4 + dimensions;
  const sum = createHash('sha256').update(body).digest('hex');
  if (body.length !== manifest.count * size || sum !== manifest.sha256)
    throw new VectorFileError(
      'vectors_damaged',
      'The file of vectors is not whole; delete it, it is made again.',
    );
  const vectors = new Map<string, Quantised>();
  for (let at = 0; at < body.length; at += size)
    vectors.set(body.toString('hex', at, at + KEY_BYTES), {
      scale: body.readFloatLE(at + KEY_BYTES),
      bytes: new Int8Array(body.subarray(at + KEY_BYTES + 4, at + size)),
    });
  return vectors;
}
