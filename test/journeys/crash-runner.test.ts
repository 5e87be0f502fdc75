import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../bot/clock.ts';
import { CRASH_POINTS, type CrashPoint } from '../../bot/crash/crash-point.ts';
import { openStores } from '../../bot/stores/open-stores.ts';
import { testKeys } from '../contracts/keys.ts';
import { type FakeLine, startFakeLine } from '../fakes/line/fake-line.ts';
import type { WebhookResult } from '../fakes/line/line-webhook.ts';
import { buildCrashProgram, type CrashProgram } from './crash-program.ts';

/** Rounds a point; `CRASH_ROUNDS=20 npx vitest run test/journeys/crash-runner.test.ts` is the long run. */
const ROUNDS = Number(process.env.CRASH_ROUNDS ?? 2);
const SECRET = 'crash-secret';
const TOKEN = 'crash-token';
const PICTURE = Buffer.from('89504e470d0a1a0a0000000049454e44ae426082', 'hex');

let program: CrashProgram;
let line: FakeLine;
beforeAll(async () => {
  program = await buildCrashProgram();
  line = await startFakeLine({ channelSecret: SECRET, accessToken: TOKEN });
});
afterAll(async () => {
  await line.stop();
  await program.remove();
});

/** A person says four things; the child is killed at the point; LINE sends again what was not taken. */
async function round(point: CrashPoint, hit: number): Promise<readonly string[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'soudan-crash-'));
  const shared = {
    dataDir,
    lineUrl: line.url,
    lineDataUrl: line.dataUrl,
    channelSecret: SECRET,
    accessToken: TOKEN,
  };
  const serve = (port: number) => {
    line.webhookUrl = `http://127.0.0.1:${port}/webhooks/line`;
  };
  const ana = line.user(`${point} ${hit} ${systemClock.uuid()}`);
  const first = await program.start({ ...shared, ahead: 0, crashAt: point, hit });
  serve(first.port);
  const results: WebhookResult[] = [];
  for (const text of ['one', 'two, remind me', 'danger']) results.push(await ana.says(text));
  results.push(await ana.sendsImage(PICTURE, 'image/png'));
  expect(await first.ended, `${point} was never met`).toBe('SIGKILL');

  const second = await program.start({ ...shared, ahead: 12_000 });
  serve(second.port);
  for (const { status, events } of results)
    if (status !== 200) expect((await line.webhook.redeliver(events)).status).toBe(200);
  await vi.waitFor(() => expect(new Set(ana.reads()).size).toBe(5), { timeout: 20_000, interval: 20 });
  // Whatever would be said twice would be said by now: the second child ends only when nothing is left to do.
  second.process.kill('SIGTERM');
  expect(await second.ended).toBe(0);

  const stores = await openStores({ keys: testKeys(), clock: systemClock, dataDir });
  if ((await stores.media.nextAt(0)) !== undefined) {
    // The lease of a fetch is longer than the clock of the second child was ahead.
    const third = await program.start({ ...shared, ahead: 120_000 });
    await vi.waitFor(async () => expect(await stores.media.nextAt(0)).toBeUndefined(), { timeout: 20_000 });
    third.process.kill('SIGTERM');
    await third.ended;
  }
  const [inbox, outbox] = [await stores.inbox.depth(0), await stores.outbox.depth(0)];
  await stores.close();
  await rm(dataDir, { recursive: true });
  expect({ open: inbox.open, dead: inbox.dead }).toEqual({ open: 0, dead: 0 });
  // A reply that LINE had taken when the process died is a dead letter (L-21: not said again), and was seen.
  expect(outbox.pending).toBe(0);
  return ana.reads();
}

describe('killed at every named point', () => {
  it.each(CRASH_POINTS)(
    '%s: every accepted event is answered, none twice',
    { timeout: 600_000 },
    async (point) => {
      for (let n = 1; n <= ROUNDS; n += 1) {
        // Points that a picture or a timer meets are met once; the others also at a later message.
        const once = /timer|media/.test(point);
        const seen = await round(point, once ? 1 : 1 + (n % 3));
        expect([...seen].sort()).toEqual(
          ['heard a picture', 'heard danger', 'heard one', 'heard two, remind me', 'timer fired'].sort(),
        );
      }
    },
  );
});
