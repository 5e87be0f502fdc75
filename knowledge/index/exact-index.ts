import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { IndexManifest } from './index-manifest.ts';
import { type Quantised, quantise } from './quantise.ts';
import { decodeVectors, encodeVectors } from './vector-file.ts';
import type { Neighbour, VectorIndex } from './vector-index.ts';
import { writeAtomically } from './write-atomically.ts';

/** Compares every vector: one byte a number, 13,000 vectors of 384 in about 4 ms. Needs no compiled package. */
export class ExactIndex implements VectorIndex {
  readonly kind = 'exact';
  readonly size: number;
  readonly #model: string;
  readonly #dimensions: number;
  readonly #bytes: Int8Array;
  readonly #scales: Float32Array;

  constructor(model: string, dimensions: number, rows: readonly Quantised[]) {
    this.size = rows.length;
    this.#model = model;
    this.#dimensions = dimensions;
    this.#bytes = new Int8Array(rows.length * dimensions);
    this.#scales = new Float32Array(rows.length);
    for (const [row, { bytes, scale }] of rows.entries()) {
      this.#bytes.set(bytes, row * dimensions);
      this.#scales[row] = scale;
    }
  }

  /** Makes an index of vectors of unit length. */
  static of(model: string, dimensions: number, vectors: readonly Float32Array[]): ExactIndex {
    return new ExactIndex(model, dimensions, vectors.map(quantise));
  }

  /** Reads what `save` wrote. Throws VectorFileError. */
  static from(bytes: Uint8Array, manifest: IndexManifest): ExactIndex {
    const rows = decodeVectors(bytes, manifest.model, manifest.dimensions);
    return new ExactIndex(manifest.model, manifest.dimensions, [...rows.values()]);
  }

  search(vector: Float32Array, k: number): Neighbour[] {
    const bytes = this.#bytes;
    const found: Neighbour[] = [];
    for (let row = 0, at = 0; row < this.size; row++) {
      let sum = 0;
      for (let column = 0; column < this.#dimensions; column++, at++)
        sum += (bytes[at] ?? 0) * (vector[column] ?? 0);
      found.push({ row, score: sum * (this.#scales[row] ?? 0) });
    }
    return found.sort((a, b) => b.score - a.score).slice(0, k);
  }

  async save(path: string): Promise<void> {
    const width = this.#dimensions;
    const rows = Array.from({ length: this.size }, (_, row) => {
      const key = row.toString(16).padStart(32, '0');
      return [
        key,
        { scale: this.#scales[row] ?? 0, bytes: this.#bytes.slice(row * width, (row + 1) * width) },
      ] as const;
    });
    const data = encodeVectors(this.#model, width, rows);
    const sha256 = createHash('sha256').update(data).digest('hex');
    const name = `${basename(path)}.${sha256.slice(0, 12)}.bin`;
    await writeAtomically(`${path}.${sha256.slice(0, 12)}.bin`, data);
    const manifest: IndexManifest = {
      format: 'soudan-index-1',
      kind: 'exact',
      model: this.#model,
      dimensions: width,
      count: this.size,
      data: name,
      sha256,
    };
    await writeAtomically(`${path}.json`, Buffer.from(`${JSON.stringify(manifest)}\n`));
  }
}
