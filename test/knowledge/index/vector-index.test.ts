import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadHnsw } from '../../../knowledge/index/hnsw-index.ts';
import {
  buildVectorIndex,
  cleanVectorIndex,
  loadVectorIndex,
} from '../../../knowledge/index/open-vector-index.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'soudan-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const DIMENSIONS = 8;
/** Reproducible directions without chance. */
const directions = (count: number, seed = 1) =>
  Array.from({ length: count }, (_, row) => {
    const values = Array.from(
      { length: DIMENSIONS },
      (_, column) => (Math.sin(seed + row * 12.9898 + column * 78.233) * 43758.5453) % 1,
    );
    const length = Math.hypot(...values);
    return Float32Array.from(values, (value) => value / length);
  });
const cosine = (a: Float32Array, b: Float32Array) =>
  a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
const kinds = (await loadHnsw()) ? (['exact', 'graph'] as const) : (['exact'] as const);

describe.each(kinds)('vector index (%s)', (prefer) => {
  const options = { model: 'm', dimensions: DIMENSIONS, prefer };

  it('finds what a plain comparison finds', async () => {
    const vectors = directions(300);
    const index = await buildVectorIndex(vectors, options);
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 500 }), fc.integer({ min: 1, max: 20 }), (seed, k) => {
        const [query] = directions(1, seed);
        if (!query) return;
        const found = index.search(query, k);
        const plain = vectors.map((vector) => cosine(vector, query)).sort((a, b) => b - a);
        expect(found).toHaveLength(k);
        for (const [place, { row, score }] of found.entries()) {
          expect(score).toBeCloseTo(cosine(vectors[row] ?? query, query), 1);
          expect(score).toBeCloseTo(plain[place] ?? 0, 1);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('answers when asked for more than it holds, and when empty', async () => {
    const [query, ...vectors] = directions(4);
    if (!query) throw new Error('no query');
    expect((await buildVectorIndex(vectors, options)).search(query, 10)).toHaveLength(3);
    expect((await buildVectorIndex([], options)).search(query, 10)).toEqual([]);
  });

  it('comes back from disk the same', async () => {
    const vectors = directions(50);
    const [query] = directions(1, 9);
    if (!query) throw new Error('no query');
    const path = join(folder, 'articles');
    const index = await buildVectorIndex(vectors, options);
    await index.save(path);
    const loaded = await loadVectorIndex(path, options);
    expect(loaded?.kind).toBe(index.kind);
    expect(loaded?.search(query, 5)).toEqual(index.search(query, 5));
    expect(await loadVectorIndex(join(folder, 'other'), options)).toBeUndefined();
  });

  it('is refused when of another model or size, or not whole; nothing reaches the library', async () => {
    const path = join(folder, 'articles');
    await (await buildVectorIndex(directions(20), options)).save(path);
    const load = (change: object) => loadVectorIndex(path, { ...options, ...change });
    await expect(load({ model: 'other' })).rejects.toMatchObject({ code: 'vectors_model' });
    await expect(load({ dimensions: 9 })).rejects.toMatchObject({ code: 'vectors_model' });
    const data = join(folder, readdirSync(folder).find((name) => !name.endsWith('.json')) ?? '');
    const whole = readFileSync(data);
    writeFileSync(data, whole.subarray(0, -1));
    await expect(load({})).rejects.toMatchObject({ code: 'vectors_damaged' });
    writeFileSync(`${path}.json`, '{');
    await expect(load({})).rejects.toMatchObject({ code: 'vectors_damaged' });
  });

  it('keeps the old pair readable until the new manifest stands, then cleans up', async () => {
    const path = join(folder, 'articles');
    await (await buildVectorIndex(directions(20), options)).save(path);
    const manifest = readFileSync(`${path}.json`);
    await (await buildVectorIndex(directions(30), options)).save(path);
    const newer = readFileSync(`${path}.json`);
    // As if the crash had come between data and manifest.
    writeFileSync(`${path}.json`, manifest);
    expect((await loadVectorIndex(path, options))?.size).toBe(20);
    writeFileSync(`${path}.json`, newer);
    await cleanVectorIndex(path, options);
    expect((await loadVectorIndex(path, options))?.size).toBe(30);
    expect(readdirSync(folder)).toHaveLength(2);
  });
});
