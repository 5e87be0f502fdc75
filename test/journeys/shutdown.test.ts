import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../bot/clock.ts';
import { openStores } from '../../bot/stores/open-stores.ts';
import { testKeys } from '../contracts/keys.ts';
import { type FakeLine, startFakeLine } from '../fakes/line/fake-line.ts';
import { buildCrashProgram, type CrashChild, type CrashProgram } from './crash-program.ts';

const SECRET = 'shutdown-secret';
const TOKEN = 'shutdown-token';

let program: CrashProgram;
let line: FakeLine;
let dataDir: string;
beforeAll(async () => {
  program = await buildCrashProgram();
  line = await startFakeLine({ channelSecret: SECRET, accessToken: TOKEN });
});
afterAll(async () => {
  await line.stop();
  await program.remove();
});
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'soudan-shutdown-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

async function start(): Promise<CrashChild> {
  const child = await program.start({
    dataDir,
    lineUrl: line.url,
    lineDataUrl: line.dataUrl,
    channelSecret: SECRET,
    accessToken: TOKEN,
    ahead: 0,
  });
  line.webhookUrl = `http://127.0.0.1:${child.port}/webhooks/line`;
  return child;
}

const status = async (child: CrashChild, path: string) =>
  (await fetch(`http://127.0.0.1:${child.port}${path}`)).status;

describe('SIGTERM', () => {
  it('lets a running turn end and delivers its answer before the process ends', async () => {
    const child = await start();
    const ana = line.user(systemClock.uuid());
    expect((await ana.says('slow 700')).status).toBe(200);
    expect(await status(child, '/readyz')).toBe(200);
    child.process.kill('SIGTERM');
    expect(await child.ended).toBe(0);
    expect(ana.reads()).toEqual(['heard slow 700']);
  });

  it('gives back a turn that does not end: unready meanwhile, its lane free at once for the next start', async () => {
    const child = await start();
    const ana = line.user(systemClock.uuid());
    expect((await ana.says('slow 3600000')).status).toBe(200);
    child.process.kill('SIGTERM');
    await vi.waitFor(async () => expect(await status(child, '/readyz')).toBe(503), { timeout: 4_000 });
    expect(await status(child, '/healthz')).toBe(200);
    // What comes in meanwhile is still stored, for the next start.
    expect((await line.user(systemClock.uuid()).says('late')).status).toBe(200);
    expect(await child.ended).toBe(0);
    expect(ana.reads()).toEqual([]);

    const stores = await openStores({ keys: testKeys(), clock: systemClock, dataDir });
    const texts: string[] = [];
    for (;;) {
      const lane = await stores.inbox.claim('next', systemClock.now(), 60_000);
      if (!lane) break;
      if (lane.row.activity.type === 'message') texts.push(lane.row.activity.text);
    }
    await stores.close();
    expect(texts.sort()).toEqual(['late', 'slow 3600000']);
  });
});
