import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { ForeignRetriever, type RetrievalMode } from '../../knowledge/evaluation/retrieve-foreign.ts';
import { mapJsonLines } from './jsonl.ts';
import { openEmbedderForCommand } from './open.ts';
import { createProgress } from './progress.ts';
import { WrongUse } from './wrong-use.ts';

const id = z.union([z.string(), z.number()]);
const passageLine = z.object({ id, lang: z.string(), text: z.string(), title: z.string().optional() });
const queryLine = z.object({ id, lang: z.string(), text: z.string() });

/** Options of `soudan retrieve`. */
export interface RetrieveOptions {
  readonly passages: string;
  readonly queries: string;
  readonly k: number;
  readonly mode: RetrievalMode;
}

function readPassages(file: string) {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    if (!line.trim()) return [];
    try {
      return [passageLine.parse(JSON.parse(line))];
    } catch {
      throw new WrongUse(`${file}:${index + 1}: not a passage {"id","lang","text","title"?}.`);
    }
  });
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** `soudan retrieve`: hits on standard output, a line of figures at the end of standard error (contract §2). */
export async function retrieve(options: RetrieveOptions): Promise<void> {
  for (const file of [options.passages, options.queries])
    if (!existsSync(file)) throw new WrongUse(`There is no file ${file}.`);
  const passages = readPassages(options.passages);
  const embedder = options.mode === 'words' ? undefined : await openEmbedderForCommand();
  const progress = createProgress('Indexing');
  try {
    const started = performance.now();
    const retriever = await ForeignRetriever.build(passages, {
      mode: options.mode,
      onProgress: progress.update,
      ...(embedder ? { embedder } : {}),
    });
    progress.end();
    const built = (performance.now() - started) / 1000;
    const times: number[] = [];
    const from = performance.now();
    const { errors } = await mapJsonLines(
      createReadStream(options.queries),
      process.stdout,
      queryLine,
      async (query) => {
        const asked = performance.now();
        const hits = await retriever.search(query, options.k);
        times.push(performance.now() - asked);
        return { id: query.id, hits };
      },
    );
    const seconds = (performance.now() - from) / 1000;
    times.sort((a, b) => a - b);
    const figures = [
      `${(passages.length / built).toFixed(1)} passages/s built`,
      `${(times.length / seconds).toFixed(1)} queries/s`,
      `p50 ${percentile(times, 0.5).toFixed(1)} ms`,
      `p95 ${percentile(times, 0.95).toFixed(1)} ms`,
    ];
    process.stderr.write(`${figures.join(', ')}\n`);
    if (errors > 0) process.exitCode = 1;
  } finally {
    progress.end();
    await embedder?.close();
  }
}
