import { existsSync, readFileSync } from 'node:fs';
import type { Log } from '../../bot/log.ts';
import { type Quantised, quantise, restore } from './quantise.ts';
import { decodeVectors, encodeVectors, VectorFileError } from './vector-file.ts';
import { type EmbeddedText, vectorKey } from './vector-key.ts';
import { writeAtomically } from './write-atomically.ts';

/** All vectors we have of one model: shipped ones and those embedded here. */
export class VectorStore {
  readonly model: string;
  readonly dimensions: number;
  readonly #vectors = new Map<string, Quantised>();

  constructor(model: string, dimensions: number) {
    this.model = model;
    this.dimensions = dimensions;
  }

  /** Number of vectors. */
  get size(): number {
    return this.#vectors.size;
  }

  /** Adds a file's vectors. A missing file adds nothing; one of another model or a damaged one is left out and logged. */
  load(path: string, log: Log): void {
    if (!existsSync(path)) return;
    try {
      for (const [key, vector] of decodeVectors(readFileSync(path), this.model, this.dimensions))
        this.#vectors.set(key, vector);
    } catch (error) {
      if (!(error instanceof VectorFileError)) throw error;
      log.warn('A file of vectors is not used; its texts are embedded again.', { code: error.code });
    }
  }

  /** True when the text's vector is there. */
  has(text: EmbeddedText): boolean {
    return this.#vectors.has(vectorKey(text));
  }

  /** Unit vector of a text, when it is there. */
  get(text: EmbeddedText): Float32Array | undefined {
    const vector = this.#vectors.get(vectorKey(text));
    return vector && restore(vector);
  }

  /** Adds a vector. */
  set(text: EmbeddedText, vector: Float32Array): void {
    this.#vectors.set(vectorKey(text), quantise(vector));
  }

  /** Writes the vectors of these texts to a file, those of one topic or all that are new. Gives how many were there. */
  async save(path: string, texts: Iterable<EmbeddedText>): Promise<number> {
    const rows = new Map<string, Quantised>();
    for (const text of texts) {
      const key = vectorKey(text);
      const vector = this.#vectors.get(key);
      if (vector) rows.set(key, vector);
    }
    await writeAtomically(path, encodeVectors(this.model, this.dimensions, rows));
    return rows.size;
  }
}
