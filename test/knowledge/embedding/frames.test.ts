import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FrameReader } from '../../../knowledge/embedding/frames.ts';

function frame(id: number, vectors: readonly (readonly number[])[]): Buffer {
  const numbers = vectors.flat();
  const bytes = Buffer.alloc(8 + numbers.length * 4);
  bytes.writeUInt32LE(id, 0);
  bytes.writeUInt32LE(vectors.length, 4);
  for (const [index, number] of numbers.entries()) bytes.writeFloatLE(number, 8 + index * 4);
  return bytes;
}

describe('frames', () => {
  it('come out whole, however the stream was cut', () => {
    const hello = Buffer.alloc(8);
    hello.writeUInt32LE(2, 4);
    const stream = Buffer.concat([
      hello,
      frame(1, [[1, 2]]),
      frame(2, []),
      frame(3, [
        [3, 4],
        [5, 6],
      ]),
    ]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (cuts) => {
        const reader = new FrameReader();
        const frames = [];
        for (let at = 0, cut = 0; at < stream.length; cut++) {
          const size = cuts[cut % cuts.length] ?? 1;
          frames.push(...reader.push(stream.subarray(at, at + size)));
          at += size;
        }
        expect(frames.map(({ id, vectors }) => [id, vectors.map((vector) => [...vector])])).toEqual([
          [1, [[1, 2]]],
          [2, []],
          [
            3,
            [
              [3, 4],
              [5, 6],
            ],
          ],
        ]);
      }),
    );
  });
});
