import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../../bot/clock.ts';
import { silentLog } from '../../../bot/log.ts';
import { type InstalledEmbedder, installEmbedder } from '../../../knowledge/embedding/install-embedder.ts';
import { LocalEmbedder } from '../../../knowledge/embedding/local-embedder.ts';

const ROOT = join(import.meta.dirname, '../../..');
const CACHE = join(ROOT, '.cache', 'embedder');
const options = { root: ROOT, cacheDir: CACHE, clock: systemClock, log: silentLog };

/** Undefined where there is no Python: then only the last test of this file says something, and it does. */
const installed: InstalledEmbedder | undefined = await installEmbedder(options).catch(() => undefined);

function dot(a: Float32Array | undefined, b: Float32Array | undefined): number {
  return (a ?? new Float32Array()).reduce((sum, value, index) => sum + value * (b?.[index] ?? 0), 0);
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10));
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe.runIf(installed)('local embedder', () => {
  let embedder: LocalEmbedder;
  beforeAll(async () => {
    embedder = new LocalEmbedder(options);
    await embedder.started;
  });
  afterAll(() => embedder.close());

  it('puts the same question in two languages near each other', async () => {
    expect(embedder.problem()).toBeUndefined();
    const [english, japanese, other] = await embedder.embedQueries([
      'How many days of paid leave do I get?',
      '有給休暇は何日もらえますか',
      'Where is the nearest hospital?',
    ]);
    expect(english).toHaveLength(embedder.dimensions);
    expect(dot(english, english)).toBeCloseTo(1, 3);
    expect(dot(english, japanese)).toBeGreaterThan(dot(english, other));
  });

  it('tells questions from passages, and survives odd texts', async () => {
    const text = 'paid leave';
    const [question] = await embedder.embedQueries([text]);
    const [passage, odd, empty] = await embedder.embedPassages([text, 'a\0b \ud800 🙂', '']);
    expect(dot(question, passage)).toBeLessThan(0.9999);
    for (const vector of [odd, empty]) expect(dot(vector, vector)).toBeCloseTo(1, 3);
  });

  it('is started again when its process is killed', async () => {
    const before = embedder.pid;
    process.kill(before ?? 0, 'SIGKILL');
    await until(() => embedder.problem() !== undefined);
    await expect(embedder.embedQueries(['x'])).rejects.toMatchObject({ code: 'embedder_down' });
    await until(() => embedder.problem() === undefined);
    expect(embedder.pid).not.toBe(before);
    expect(await embedder.embedQueries(['x'])).toHaveLength(1);
  });

  it('ends when its parent is killed', async () => {
    const worker = join(ROOT, 'knowledge/embedding/worker.py');
    const program = `
      const child = require('node:child_process').spawn(${JSON.stringify(installed?.python)},
        [${JSON.stringify(worker)}, ${JSON.stringify(installed?.folder)}], { stdio: ['pipe', 'pipe', 'ignore'] });
      child.stdout.once('data', () => console.log(child.pid));`;
    const parent: ChildProcess = spawn(process.execPath, ['-e', program], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const pid = await new Promise<number>((resolve) =>
      parent.stdout?.once('data', (chunk: Buffer) => resolve(Number(chunk.toString()))),
    );
    expect(alive(pid)).toBe(true);
    parent.kill('SIGKILL');
    await until(() => !alive(pid));
  });

  it('ends its process when closed', async () => {
    const other = new LocalEmbedder(options);
    await other.started;
    const pid = other.pid ?? 0;
    await other.close();
    await until(() => !alive(pid));
    await expect(other.embedQueries(['x'])).rejects.toMatchObject({ code: 'embedder_down' });
  });
});

describe('without Python', () => {
  it('says so in one line and goes on', async () => {
    const cacheDir = mkdtempSync(join(tmpdir(), 'soudan-'));
    const lines: string[] = [];
    const log = { ...silentLog, warn: (message: string) => lines.push(message) };
    const embedder = new LocalEmbedder({ ...options, cacheDir, pythons: ['no-such-python'], log });
    expect(await embedder.started).toBe('no_python');
    expect(lines).toEqual([expect.stringContaining('words only')]);
    await expect(embedder.embedQueries(['x'])).rejects.toMatchObject({ code: 'embedder_down' });
    await embedder.close();
    rmSync(cacheDir, { recursive: true });
  });
});
