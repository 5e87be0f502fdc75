import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { meanOf } from '../index/centre.ts';
import { quantise } from '../index/quantise.ts';
import { writeAtomically } from '../index/write-atomically.ts';

/** `query-means.json`: by model and language, what all questions of a language have in common; one byte a number. */
const meansFile = z.record(
  z.string(),
  z.record(z.string(), z.strictObject({ scale: z.number(), bytes: z.base64() })),
);

/** Mean question vectors of one embedding model, by language. */
export class QueryMeans {
  readonly #means: ReadonlyMap<string, Float32Array>;
  readonly #all: Float32Array | undefined;

  constructor(means: ReadonlyMap<string, Float32Array>) {
    this.#means = means;
    this.#all = meanOf([...means.values()]);
  }

  /** The language's mean; of a language that we do not know, the mean of all; undefined for a model that was not measured. */
  get(lang: string): Float32Array | undefined {
    return this.#means.get(lang) ?? this.#all;
  }
}

function readFile(path: string): z.infer<typeof meansFile> {
  return existsSync(path) ? meansFile.parse(JSON.parse(readFileSync(path, 'utf8'))) : {};
}

/** Reads the means of a model; empty when the file or the model is not there. */
export function loadQueryMeans(path: string, model: string): QueryMeans {
  const entries = Object.entries(readFile(path)[model] ?? {}).map(([lang, { scale, bytes }]) => {
    const numbers = new Int8Array(Buffer.from(bytes, 'base64'));
    return [lang, Float32Array.from(numbers, (byte) => byte * scale)] as const;
  });
  return new QueryMeans(new Map(entries));
}

/** Writes the means of a model, keeping those of others. */
export async function saveQueryMeans(
  path: string,
  model: string,
  means: ReadonlyMap<string, Float32Array>,
): Promise<void> {
  const entries = [...means].map(([lang, mean]) => {
    const { scale, bytes } = quantise(mean);
    return [lang, { scale, bytes: Buffer.from(bytes.buffer).toString('base64') }] as const;
  });
  const file = { ...readFile(path), [model]: Object.fromEntries(entries) };
  await writeAtomically(path, Buffer.from(`${JSON.stringify(file, null, 2)}\n`));
}
