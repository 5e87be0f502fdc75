import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silentLog } from '../../../bot/log.ts';
import { quantise, restore } from '../../../knowledge/index/quantise.ts';
import { decodeVectors, encodeVectors } from '../../../knowledge/index/vector-file.ts';
import { VectorStore } from '../../../knowledge/index/vector-store.ts';
import { writeAtomically } from '../../../knowledge/index/write-atomically.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'soudan-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const unit = (values: readonly number[]) => {
  const length = Math.hypot(...values);
  return Float32Array.from(values, (value) => value / length);
};

describe('vectors in a file', () => {
  it('come back nearly as they were', () => {
    fc.assert(
      fc.property(
        fc.array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 }),
        (values) => {
          fc.pre(Math.hypot(...values) > 1e-3);
          const vector = unit(values);
          const back = restore(quantise(vector));
          expect(back.reduce((sum, value, index) => sum + value * (vector[index] ?? 0), 0)).toBeGreaterThan(
            0.999,
          );
        },
      ),
    );
  });

  const key = 'ab'.repeat(16);
  const file = () => Buffer.from(encodeVectors('m', 3, [[key, quantise(unit([1, 2, 3]))]]));

  it('are refused when they are of another model or size', () => {
    expect([...decodeVectors(file(), 'm', 3).keys()]).toEqual([key]);
    expect(() => decodeVectors(file(), 'other', 3)).toThrow(
      expect.objectContaining({ code: 'vectors_model' }),
    );
    expect(() => decodeVectors(file(), 'm', 4)).toThrow(expect.objectContaining({ code: 'vectors_model' }));
  });

  it('are refused when any byte is missing, changed or added', () => {
    const whole = file();
    const damaged = [
      ...Array.from({ length: whole.length }, (_, size) => whole.subarray(0, size)),
      Buffer.concat([whole, Buffer.of(0)]),
    ];
    for (let at = whole.indexOf(10) + 1; at < whole.length; at++) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 1;
      damaged.push(changed);
    }
    for (const bytes of damaged) expect(() => decodeVectors(bytes, 'm', 3)).toThrow();
  });

  it('of a store are written, read, and skipped when damaged', async () => {
    const path = join(folder, 'vectors.bin');
    const texts = [
      { text: 'a', query: true },
      { text: 'a', query: false },
    ];
    const store = new VectorStore('m', 3);
    store.set({ text: 'a', query: true }, unit([1, 0, 1]));
    expect(await store.save(path, texts)).toBe(1);
    const other = new VectorStore('m', 3);
    other.load(path, silentLog);
    expect(texts.map((text) => other.has(text))).toEqual([true, false]);
    writeFileSync(path, readFileSync(path).subarray(0, -1));
    const warned: unknown[] = [];
    const third = new VectorStore('m', 3);
    third.load(path, { ...silentLog, warn: (_message, fields) => warned.push(fields?.code) });
    expect([third.size, warned]).toEqual([0, ['vectors_damaged']]);
  });
});

describe('writing', () => {
  it('replaces a file whole and leaves nothing behind', async () => {
    const path = join(folder, 'file');
    await writeAtomically(path, Buffer.from('old'));
    await writeAtomically(path, Buffer.from('new'));
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['file']);
  });

  it('makes the folder when it is missing', async () => {
    await writeAtomically(join(folder, 'new', 'file'), Buffer.from('x'));
    expect(readdirSync(join(folder, 'new'))).toEqual(['file']);
  });

  it('keeps what stands there when it cannot be replaced, and leaves nothing behind', async () => {
    const taken = join(folder, 'taken');
    await writeAtomically(join(taken, 'inside'), Buffer.from('old'));
    await expect(writeAtomically(taken, Buffer.from('x'))).rejects.toThrow();
    expect(readdirSync(folder)).toEqual(['taken']);
    expect(readdirSync(taken)).toEqual(['inside']);
  });
});
