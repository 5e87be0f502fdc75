import { open, rename } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { HierarchicalNSW } from 'hnswlib-node';
import { fileSum, type IndexManifest } from './index-manifest.ts';
import type { Neighbour, VectorIndex } from './vector-index.ts';
import { syncFolder, writeAtomically } from './write-atomically.ts';

/** Candidates looked at while searching. Not stored by the library: set again after each load (O-10). */
const EF = 200;
/** Links a vector; candidates while building. */
const LINKS = 16;
const EF_BUILD = 200;

type Library = typeof import('hnswlib-node');

/** The optional package, or undefined where it could not be compiled. */
export async function loadHnsw(): Promise<Library | undefined> {
  try {
    const library = await import('hnswlib-node');
    return library.default ?? library;
  } catch {
    return undefined;
  }
}

/** A graph of nearest neighbours (hnswlib). */
export class HnswIndex implements VectorIndex {
  readonly kind = 'hnsw';
  readonly size: number;
  readonly #graph: HierarchicalNSW;
  readonly #model: string;
  readonly #dimensions: number;

  private constructor(graph: HierarchicalNSW, model: string, dimensions: number, size: number) {
    this.#graph = graph;
    this.#model = model;
    this.#dimensions = dimensions;
    this.size = size;
    graph.setEf(EF);
  }

  /** Builds a graph of vectors of unit length. The same vectors give the same graph. */
  static build(
    library: Library,
    model: string,
    dimensions: number,
    vectors: readonly Float32Array[],
    onProgress?: (done: number, total: number) => void,
  ): HnswIndex {
    const graph = new library.HierarchicalNSW('ip', dimensions);
    graph.initIndex(Math.max(1, vectors.length), LINKS, EF_BUILD, 100);
    for (const [row, vector] of vectors.entries()) {
      graph.addPoint([...vector], row);
      if (row % 500 === 499) onProgress?.(row + 1, vectors.length);
    }
    return new HnswIndex(graph, model, dimensions, vectors.length);
  }

  /** Reads a checked file into a fresh object: reading into a live one would pull the graph from under a search (O-11). */
  static read(library: Library, path: string, manifest: IndexManifest): HnswIndex {
    const graph = new library.HierarchicalNSW('ip', manifest.dimensions);
    graph.readIndexSync(path);
    return new HnswIndex(graph, manifest.model, manifest.dimensions, manifest.count);
  }

  search(vector: Float32Array, k: number): Neighbour[] {
    // The library throws when asked for more than it holds (O-10).
    const wanted = Math.min(k, this.size);
    if (wanted === 0) return [];
    if (wanted > EF) this.#graph.setEf(wanted);
    const { neighbors, distances } = this.#graph.searchKnn([...vector], wanted);
    if (wanted > EF) this.#graph.setEf(EF);
    return neighbors
      .map((row, index) => ({ row, score: 1 - (distances[index] ?? 1) }))
      .sort((a, b) => b.score - a.score);
  }

  async save(path: string): Promise<void> {
    const fresh = `${path}.${process.pid}.tmp`;
    this.#graph.writeIndexSync(fresh);
    const file = await open(fresh, 'r+');
    await file.sync();
    await file.close();
    const sha256 = await fileSum(fresh);
    const data = `${path}.${sha256.slice(0, 12)}.hnsw`;
    await rename(fresh, data);
    await syncFolder(dirname(path));
    const manifest: IndexManifest = {
      format: 'soudan-index-1',
      kind: 'hnsw',
      model: this.#model,
      dimensions: this.#dimensions,
      count: this.size,
      data: basename(data),
      sha256,
    };
    await writeAtomically(`${path}.json`, Buffer.from(`${JSON.stringify(manifest)}\n`));
  }
}
