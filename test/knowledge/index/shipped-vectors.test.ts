import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../../bot/clock.ts';
import { silentLog } from '../../../bot/log.ts';
import { loadContent } from '../../../knowledge/content/load-content.ts';
import { LocalEmbedder } from '../../../knowledge/embedding/local-embedder.ts';
import { KnowledgeIndex } from '../../../knowledge/index/knowledge-index.ts';

const ROOT = join(import.meta.dirname, '../../..');
/** Every n-th text is embedded again: enough to notice another model, few enough to be quick. */
const SAMPLE = 40;

const embedder = new LocalEmbedder({
  root: ROOT,
  cacheDir: join(ROOT, '.cache', 'embedder'),
  clock: systemClock,
  log: silentLog,
});
const problem = await embedder.started;
afterAll(() => embedder.close());

describe('shipped vectors', () => {
  it('are read without a complaint and cover most texts; new ones wait for `soudan index --ship`', async () => {
    const cacheDir = mkdtempSync(join(tmpdir(), 'soudan-'));
    const complaints: string[] = [];
    const log = { ...silentLog, warn: (line: string) => complaints.push(line) };
    const index = await KnowledgeIndex.open(loadContent(ROOT), { embedder, cacheDir, log });
    const { texts, vectors } = index.coverage;
    expect(complaints).toEqual([]);
    expect(vectors / texts).toBeGreaterThan(0.6);
    rmSync(cacheDir, { recursive: true });
  });

  it.runIf(problem === undefined)('are what the embedder makes of the same texts today', async () => {
    const index = await KnowledgeIndex.open(loadContent(ROOT), { embedder, cacheDir: ROOT, log: silentLog });
    const texts = index.folders
      .flatMap((folder) => folder.texts)
      .filter((text, place) => place % SAMPLE === 0 && index.store?.has(text));
    expect(texts.length).toBeGreaterThan(20);
    for (const text of texts) {
      const [fresh] = await (text.query
        ? embedder.embedQueries([text.text])
        : embedder.embedPassages([text.text]));
      const shipped = index.store?.get(text);
      const cosine = (fresh ?? new Float32Array()).reduce(
        (sum, value, at) => sum + value * (shipped?.[at] ?? 0),
        0,
      );
      expect(cosine).toBeGreaterThanOrEqual(0.995);
    }
  });
});
