/** A found row: its number in the order of building, and its cosine with the query. */
export interface Neighbour {
  readonly row: number;
  readonly score: number;
}

/** Nearest vectors of unit length. Read only once built; a newer one is built beside it and swapped in. */
export interface VectorIndex {
  /** `hnsw`: a graph, nearly always exact and fast at any size; `exact`: compares every vector. */
  readonly kind: 'hnsw' | 'exact';
  readonly size: number;
  /** At most `k` rows, best first. */
  search(vector: Float32Array, k: number): Neighbour[];
  /** Writes data and manifest so that a crash leaves the old pair or the new one readable. */
  save(path: string): Promise<void>;
}
