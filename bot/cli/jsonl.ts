import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { z } from 'zod';
import { BotError } from '../errors.ts';

/** Lines in flight at once: enough to fill the embedder's batches, few enough to keep memory flat. */
const IN_FLIGHT = 32;

/** The id of a bad line, when it can still be read. */
function idOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
}

async function answerLine<T>(
  line: string,
  number: number,
  schema: z.ZodType<T>,
  work: (item: T) => Promise<object>,
): Promise<object> {
  let value: unknown = null;
  try {
    value = JSON.parse(line);
  } catch {
    return { id: null, error: { code: 'bad_json', message: `Line ${number} is not JSON.` } };
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const what = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'line'}: ${issue.message}`);
    return { id: idOf(value), error: { code: 'bad_line', message: `Line ${number}: ${what.join('; ')}` } };
  }
  try {
    return await work(parsed.data);
  } catch (error) {
    const code = error instanceof BotError ? error.code : 'failed';
    return {
      id: idOf(value),
      error: { code, message: error instanceof Error ? error.message : String(error) },
    };
  }
}

/**
 * JSON lines in, JSON lines out, in the same order. A bad line gives `{"id","error":{"code","message"}}` and the
 * run goes on. Up to {@link IN_FLIGHT} lines are worked on at once. Gives the number of lines and of errors.
 */
export async function mapJsonLines<T>(
  input: Readable,
  output: Writable,
  schema: z.ZodType<T>,
  work: (item: T) => Promise<object>,
): Promise<{ lines: number; errors: number }> {
  const waiting: Promise<object>[] = [];
  const counts = { lines: 0, errors: 0 };
  const flush = async () => {
    const result = await waiting.shift();
    if (!result) return;
    if ('error' in result) counts.errors += 1;
    if (!output.write(`${JSON.stringify(result)}\n`))
      await new Promise((resolve) => output.once('drain', resolve));
  };
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (!line.trim()) continue;
    counts.lines += 1;
    waiting.push(answerLine(line, counts.lines, schema, work));
    if (waiting.length >= IN_FLIGHT) await flush();
  }
  while (waiting.length > 0) await flush();
  return counts;
}
