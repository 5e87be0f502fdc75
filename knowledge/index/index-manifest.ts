import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { VectorFileError } from './vector-file.ts';

/** Stands beside an index's data as `<path>.json` and says what the data is. */
const indexManifest = z.strictObject({
  format: z.literal('soudan-index-1'),
  kind: z.enum(['hnsw', 'exact']),
  model: z.string(),
  dimensions: z.number().int().positive(),
  count: z.number().int().nonnegative(),
  /** Name of the data file, in the manifest's folder. */
  data: z.string().regex(/^[\w.-]+$/),
  sha256: z.string(),
});

/** See `indexManifest`. */
export type IndexManifest = z.infer<typeof indexManifest>;

/** SHA-256 (hex) of a file. */
export async function fileSum(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}

/** The manifest beside `path`; undefined when there is none. Throws VectorFileError when it is of another model or size, or not readable. */
export function readManifest(path: string, model: string, dimensions: number): IndexManifest | undefined {
  if (!existsSync(`${path}.json`)) return undefined;
  let manifest: IndexManifest;
  try {
    manifest = indexManifest.parse(JSON.parse(readFileSync(`${path}.json`, 'utf8')));
  } catch (cause) {
    throw new VectorFileError('vectors_damaged', 'The index has no readable manifest; build it again.', {
      cause,
    });
  }
  if (manifest.model !== model || manifest.dimensions !== dimensions)
    throw new VectorFileError(
      'vectors_model',
      `The index is of ${manifest.model}, not of ${model}; build it again.`,
    );
  return manifest;
}
