import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MemoryVectorStore } from '@langchain/classic/vectorstores/memory';
import { Embeddings } from '@langchain/core/embeddings';
import MiniSearch from 'minisearch';
import { systemClock } from '../../bot/clock.ts';
import { silentLog } from '../../bot/log.ts';
import type { Embedder } from '../../bot/ports/embedder.ts';
import { type ForeignPassage, ForeignRetriever } from '../../knowledge/evaluation/retrieve-foreign.ts';
import { openEmbedder } from '../../knowledge/open-embedder.ts';
import { articleQuestions } from './ask-throughput.ts';
import { type Figure, told } from './figures.ts';
import { percentile } from './load.ts';

/** Our embedder behind LangChain's interface, so that both stores hold the same vectors. */
class SameEmbedder extends Embeddings {
  readonly #embedder: Embedder;
  constructor(embedder: Embedder) {
    super({});
    this.#embedder = embedder;
  }
  override async embedDocuments(texts: string[]): Promise<number[][]> {
    const vectors: number[][] = [];
    for (let at = 0; at < texts.length; at += 16)
      for (const vector of await this.#embedder.embedPassages(texts.slice(at, at + 16)))
        vectors.push([...vector]);
    return vectors;
  }
  override async embedQuery(text: string): Promise<number[]> {
    const [vector] = await this.#embedder.embedQueries([text]);
    return [...(vector ?? [])];
  }
}

/** Sections of the articles as passages, all languages, every n-th. */
function passagesOf(count: number): ForeignPassage[] {
  const folder = 'knowledge/articles';
  const all: ForeignPassage[] = [];
  for (const topic of readdirSync(folder, { withFileTypes: true })) {
    if (!topic.isDirectory()) continue;
    for (const file of readdirSync(join(folder, topic.name))) {
      if (!file.endsWith('.md')) continue;
      const body = readFileSync(join(folder, topic.name, file), 'utf8')
        .split(/^---$/m)
        .slice(2)
        .join('---');
      for (const [index, text] of body.split(/^## /m).entries())
        if (text.trim())
          all.push({ id: `${topic.name}/${file}#${index}`, lang: file.slice(0, -3), text: text.trim() });
    }
  }
  const step = all.length / Math.min(count, all.length);
  return Array.from(
    { length: Math.min(count, all.length) },
    (_, index) => all[Math.floor(index * step)],
  ).filter((passage) => passage !== undefined);
}

async function timed(work: () => Promise<unknown> | unknown): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

async function queryTimes(
  texts: readonly string[],
  search: (text: string) => Promise<unknown> | unknown,
): Promise<string> {
  const times: number[] = [];
  for (const text of texts) times.push(await timed(() => search(text)));
  times.sort((a, b) => a - b);
  return `p50 ${percentile(times, 0.5).toFixed(1)} ms, p95 ${percentile(times, 0.95).toFixed(1)} ms`;
}

/** Building and asking, side by side in one run: ours, MiniSearch alone, LangChain's MemoryVectorStore on our embedder. */
export async function retrievalSpeed(count: number): Promise<Figure[]> {
  const passages = passagesOf(count);
  const questions = articleQuestions(200);
  const texts = questions.map(({ text }) => text);
  const { embedder, started } = await openEmbedder({
    root: process.cwd(),
    cacheDir: '.cache/embedder',
    clock: systemClock,
    log: silentLog,
  });
  const usable = (await started) === undefined ? embedder : undefined;
  const figures: Figure[] = [told('passages', passages.length), told('queries', texts.length)];
  const build = (ms: number) =>
    `${(ms / 1000).toFixed(2)} s (${((passages.length / ms) * 1000).toFixed(0)} passages/s)`;

  for (const mode of usable ? (['words', 'hybrid'] as const) : (['words'] as const)) {
    let ours: ForeignRetriever | undefined;
    const ms = await timed(async () => {
      ours = await ForeignRetriever.build(passages, { mode, ...(usable ? { embedder: usable } : {}) });
    });
    let at = 0;
    const asked = await queryTimes(texts, (text) =>
      ours?.search({ id: at, lang: questions[at++]?.lang ?? 'en', text }, 10),
    );
    figures.push(told(`ours, ${mode}: build`, build(ms)), told(`ours, ${mode}: query`, asked));
  }

  const mini = new MiniSearch<ForeignPassage>({ fields: ['text'] });
  figures.push(told('MiniSearch alone: build', build(await timed(() => mini.addAll(passages)))));
  figures.push(told('MiniSearch alone: query', await queryTimes(texts, (text) => mini.search(text))));

  if (usable) {
    const store = new MemoryVectorStore(new SameEmbedder(usable));
    const documents = passages.map(({ text, id }) => ({ pageContent: text, metadata: { id } }));
    figures.push(
      told('LangChain MemoryVectorStore: build', build(await timed(() => store.addDocuments(documents)))),
    );
    figures.push(
      told(
        'LangChain MemoryVectorStore: query',
        await queryTimes(texts, (text) => store.similaritySearch(text, 10)),
      ),
    );
    await usable.close();
  }
  return figures;
}
