import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { mapJsonLines } from '../../../bot/cli/jsonl.ts';
import { BotError } from '../../../bot/errors.ts';

const line = z.object({ id: z.union([z.string(), z.number()]), n: z.number() });

async function run(input: string, work: (item: z.infer<typeof line>) => Promise<object>) {
  const output = new PassThrough();
  const collected = text(output);
  const counts = await mapJsonLines(Readable.from([input]), output, line, work);
  output.end();
  const lines = (await collected).split('\n').filter(Boolean);
  return { counts, lines: lines.map((one) => JSON.parse(one) as Record<string, unknown>) };
}

describe('JSON lines', () => {
  it('keeps the order although later lines are faster', async () => {
    const input = Array.from({ length: 100 }, (_, n) => JSON.stringify({ id: n, n })).join('\n');
    const { lines } = await run(input, async ({ id, n }) => {
      for (let turn = n; turn < 100; turn += 10) await Promise.resolve();
      return { id };
    });
    expect(lines.map(({ id }) => id)).toEqual(Array.from({ length: 100 }, (_, n) => n));
  });

  it('says what is wrong with a bad line and goes on', async () => {
    const input = '{"id":"a","n":1}\nnot json\n{"id":"b"}\n\n{"id":"c","n":3}\n';
    const { lines, counts } = await run(input, async ({ id }) => ({ id }));
    expect(lines).toEqual([
      { id: 'a' },
      { id: null, error: { code: 'bad_json', message: expect.stringContaining('Line 2') } },
      { id: 'b', error: { code: 'bad_line', message: expect.stringContaining('n:') } },
      { id: 'c' },
    ]);
    expect(counts).toEqual({ lines: 4, errors: 2 });
  });

  it('turns a failure into an error with its code', async () => {
    const { lines } = await run('{"id":1,"n":1}', async () => {
      throw new BotError('too_hot', 'Cool down.');
    });
    expect(lines).toEqual([{ id: 1, error: { code: 'too_hot', message: 'Cool down.' } }]);
  });
});
