/** Turns text into vectors of unit length. Two verbs, because queries and passages are embedded differently. */
export interface Embedder {
  /** Name and version; stored with every vector, a mismatch refuses the index. */
  readonly model: string;
  readonly dimensions: number;
  /** One vector per text. Rejects when not answered in time: the caller goes on with words only. */
  embedQueries(texts: readonly string[], signal?: AbortSignal): Promise<readonly Float32Array[]>;
  embedPassages(texts: readonly string[], signal?: AbortSignal): Promise<readonly Float32Array[]>;
  /** Why it cannot answer now, or undefined when it can. */
  problem(): string | undefined;
  close(): Promise<void>;
}
