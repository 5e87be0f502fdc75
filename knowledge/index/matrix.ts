/** Rows of equal length in one piece of memory. A missing row is all zero and scores 0. */
export class Matrix {
  readonly rows: number;
  readonly columns: number;
  /** Rows that hold a vector. */
  readonly present: number;
  readonly #values: Float32Array;

  constructor(vectors: readonly (Float32Array | undefined)[], columns: number) {
    this.rows = vectors.length;
    this.columns = columns;
    this.present = vectors.filter(Boolean).length;
    this.#values = new Float32Array(this.rows * columns);
    for (const [row, vector] of vectors.entries()) if (vector) this.#values.set(vector, row * columns);
  }

  /** Dot product of every row with `vector`: the cosine, when all have length 1. */
  scores(vector: Float32Array): Float32Array {
    const { columns } = this;
    const values = this.#values;
    const scores = new Float32Array(this.rows);
    for (let row = 0, at = 0; row < this.rows; row++) {
      let sum = 0;
      for (let column = 0; column < columns; column++, at++) sum += (values[at] ?? 0) * (vector[column] ?? 0);
      scores[row] = sum;
    }
    return scores;
  }
}
