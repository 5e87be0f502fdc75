import { readdir, readFile, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ExactIndex } from './exact-index.ts';
import { HnswIndex, loadHnsw } from './hnsw-index.ts';
import { fileSum, readManifest } from './index-manifest.ts';
import { VectorFileError } from './vector-file.ts';
import type { VectorIndex } from './vector-index.ts';

/** Below this many vectors comparing all of them is as fast as a graph, and exact. */
export const GRAPH_FROM = 20_000;

/** What vectors an index holds, and whether a graph may be used. */
export interface VectorIndexOptions {
  readonly model: string;
  readonly dimensions: number;
  /** `graph` and `exact` force the kind; a graph without its package becomes exact. Default: by size. */
  readonly prefer?: 'graph' | 'exact';
  readonly onProgress?: (done: number, total: number) => void;
}

/** Builds an index of vectors of unit length, rows in their order. */
export async function buildVectorIndex(
  vectors: readonly Float32Array[],
  { model, dimensions, prefer, onProgress }: VectorIndexOptions,
): Promise<VectorIndex> {
  const graph = prefer ? prefer === 'graph' : vectors.length >= GRAPH_FROM;
  const library = graph ? await loadHnsw() : undefined;
  return library
    ? HnswIndex.build(library, model, dimensions, vectors, onProgress)
    : ExactIndex.of(model, dimensions, vectors);
}

/**
 * Loads what `save` wrote. Undefined when there is nothing, or a graph without its package. Throws
 * VectorFileError when it is of another model or size, or damaged: the checksum is compared before the library
 * sees the file, because a damaged graph crashes the process (O-11).
 */
export async function loadVectorIndex(
  path: string,
  { model, dimensions }: VectorIndexOptions,
): Promise<VectorIndex | undefined> {
  const manifest = readManifest(path, model, dimensions);
  if (!manifest) return undefined;
  const data = join(dirname(path), manifest.data);
  const sum = await fileSum(data).catch(() => undefined);
  if (sum !== manifest.sha256)
    throw new VectorFileError('vectors_damaged', 'The index is not whole; build it again.');
  if (manifest.kind === 'exact') return ExactIndex.from(await readFile(data), manifest);
  const library = await loadHnsw();
  return library && HnswIndex.read(library, data, manifest);
}

/** Removes data files that no manifest names any more: left over from earlier versions or a crash. */
export async function cleanVectorIndex(
  path: string,
  { model, dimensions }: VectorIndexOptions,
): Promise<void> {
  const kept = readManifest(path, model, dimensions)?.data;
  const base = basename(path);
  for (const name of await readdir(dirname(path)))
    if (name.startsWith(`${base}.`) && name !== `${base}.json` && name !== kept)
      await rm(join(dirname(path), name), { force: true });
}
