/** An answer of the worker: the vectors of one request; none when it failed. */
export interface Frame {
  readonly id: number;
  readonly vectors: readonly Float32Array[];
}

/** Cuts the worker's byte stream into frames (form: see worker.py). The first frame gives the dimensions. */
export class FrameReader {
  /** Known after the first frame. */
  dimensions: number | undefined;
  #rest: Buffer = Buffer.alloc(0);

  /** Adds bytes; gives the frames that are now complete. */
  push(chunk: Buffer): Frame[] {
    this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const frames: Frame[] = [];
    let at = 0;
    while (this.#rest.length - at >= 8) {
      const id = this.#rest.readUInt32LE(at);
      const count = this.#rest.readUInt32LE(at + 4);
      if (this.dimensions === undefined) {
        this.dimensions = count;
        at += 8;
        continue;
      }
      const size = count * this.dimensions * 4;
      if (this.#rest.length - at - 8 < size) break;
      const dimensions = this.dimensions;
      const start = at + 8;
      const vectors = Array.from({ length: count }, (_, row) => {
        const vector = new Float32Array(dimensions);
        for (let column = 0; column < dimensions; column++)
          vector[column] = this.#rest.readFloatLE(start + (row * dimensions + column) * 4);
        return vector;
      });
      frames.push({ id, vectors });
      at = start + size;
    }
    this.#rest = this.#rest.subarray(at);
    return frames;
  }
}
