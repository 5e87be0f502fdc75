import type { Embedder } from '../../bot/ports/embedder.ts';
import { LOCAL_DIMENSIONS, LOCAL_MODEL } from '../../knowledge/embedding/install-embedder.ts';

/** An embedder without a model: letters' trigrams hashed into a vector, so that like texts lie near each other. */
export class FakeEmbedder implements Embedder {
  readonly model: string;
  readonly dimensions = LOCAL_DIMENSIONS;
  /** Texts asked for, in order. */
  readonly asked: string[] = [];
  broken: string | undefined;

  constructor(model: string = LOCAL_MODEL) {
    this.model = model;
  }

  async embedQueries(texts: readonly string[], signal?: AbortSignal): Promise<readonly Float32Array[]> {
    signal?.throwIfAborted();
    if (this.broken) throw new Error(this.broken);
    this.asked.push(...texts);
    return texts.map((text) => hashed(text, this.dimensions));
  }

  embedPassages(texts: readonly string[], signal?: AbortSignal): Promise<readonly Float32Array[]> {
    return this.embedQueries(texts, signal);
  }

  problem(): string | undefined {
    return this.broken;
  }

  async close(): Promise<void> {}
}

function hashed(text: string, dimensions: number): Float32Array {
  const vector = new Float32Array(dimensions);
  const letters = ` ${text.toLowerCase()} `;
  for (let at = 0; at + 3 <= letters.length; at++) {
    let hash = 7;
    for (const letter of letters.slice(at, at + 3)) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
    const slot = hash % dimensions;
    vector[slot] = (vector[slot] ?? 0) + 1;
  }
  const length = Math.hypot(...vector);
  return vector.map((value) => (length > 0 ? value / length : 0));
}
