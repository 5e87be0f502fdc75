import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silentLog } from '../../../bot/log.ts';
import { loadContent } from '../../../knowledge/content/load-content.ts';
import { KnowledgeIndex } from '../../../knowledge/index/knowledge-index.ts';
import { FakeEmbedder } from '../fake-embedder.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'soudan-'));
  cpSync(join(import.meta.dirname, '../fixtures/root'), root, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

const open = (embedder: FakeEmbedder, cacheDir = join(root, 'cache')) =>
  KnowledgeIndex.open(loadContent(root), { embedder, cacheDir, log: silentLog });

describe('the index', () => {
  it('embeds only what is new, and says how far it is', async () => {
    const first = new FakeEmbedder();
    const index = await open(first);
    expect(index.coverage.vectors).toBe(0);
    const seen: number[] = [];
    const made = await index.complete({ onProgress: (done, total) => seen.push(done / total) });
    expect(seen.at(-1)).toBe(1);
    expect(index.coverage).toEqual({ texts: made, vectors: made });

    const page = join(root, 'knowledge/articles/paid-leave/en.md');
    writeFileSync(
      page,
      readFileSync(page, 'utf8').replace('boss say no paid leave what i do', 'boss says no'),
    );
    const second = new FakeEmbedder();
    const again = await open(second);
    expect(again.coverage).toEqual({ texts: made, vectors: made - 1 });
    expect(await again.complete()).toBe(1);
    expect(second.asked).toEqual(['boss says no']);
  });

  it('starts from shipped vectors alone', async () => {
    const index = await open(new FakeEmbedder());
    await index.complete();
    await index.ship();
    const fresh = new FakeEmbedder();
    const other = await open(fresh, join(root, 'another'));
    expect(await other.complete()).toBe(0);
    expect(fresh.asked).toEqual([]);
    expect(other.languages.get('en')?.denseScores('raw', new Float32Array(384))).toBeDefined();
    expect(existsSync(join(root, 'another'))).toBe(false);
  });

  it('keeps what was made before the embedder failed', async () => {
    const embedder = new FakeEmbedder();
    const index = await open(embedder);
    const stopped = index.complete({
      onProgress: (done) => {
        if (done >= 6) embedder.broken = 'gone';
      },
    });
    await expect(stopped).rejects.toThrow('gone');
    expect((await open(new FakeEmbedder())).coverage.vectors).toBeGreaterThanOrEqual(6);
  });

  it('does not use vectors of another model', async () => {
    await (await open(new FakeEmbedder())).complete();
    expect((await open(new FakeEmbedder('another'))).coverage.vectors).toBe(0);
  });
});
