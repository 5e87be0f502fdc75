import { Redis } from 'ioredis';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createRedisBus } from '../../bot/bus/redis-bus.ts';
import { systemClock } from '../../bot/clock.ts';
import { silentLog } from '../../bot/log.ts';
import { createRuntime } from '../../bot/runtime.ts';
import { openStores } from '../../bot/stores/open-stores.ts';
import { testKeys } from '../contracts/keys.ts';
import { answer, createFakeChannel, type FakeChannel, says, textOf } from '../fakes/fake-channel.ts';
import { startRedis } from '../services/redis.ts';
import type { Service } from '../services/service.ts';
import { postgresUrl } from '../services/urls.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** One platform for both replicas: shows each delivery key once, and fails now and then before or after showing. */
function flakyPlatform(random: () => number): { channel(): FakeChannel; shown: FakeChannel['shown'] } {
  const keys = new Set<string>();
  const shown: { conversation: string; text: string }[] = [];
  return {
    shown,
    channel: () =>
      createFakeChannel('test', {
        async deliver({ key, conversation, body }) {
          await systemClock.sleep(random() * 4);
          if (random() < 0.05) throw new Error('cut before');
          if (!keys.has(key)) shown.push({ conversation, text: (body as { text: string }).text });
          keys.add(key);
          if (random() < 0.05) throw new Error('cut after');
          return {};
        },
      }),
  };
}

/** Repeatable chance (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

async function replica(name: string, databaseUrl: string, redisUrl: string, channel: FakeChannel) {
  const stores = await openStores({ keys: testKeys(), clock: systemClock, databaseUrl });
  const bus = createRedisBus({ url: redisUrl, clock: systemClock, log: silentLog });
  const runtime = createRuntime({
    stores,
    bus,
    adapters: [channel],
    middleware: [
      async (turn) => {
        // Each turn reads and changes the state: a lost or doubled turn would show in the count.
        const count = Number(turn.state.lastTopic ?? 0) + 1;
        turn.state.lastTopic = String(count);
        turn.reply(answer(`${count} ${textOf(turn.activity)}`));
      },
    ],
    hearsDanger: (text) => text.includes('danger'),
    clock: systemClock,
    random: () => 0.01,
    log: silentLog,
    owner: name,
  });
  runtime.start();
  closers.push(async () => {
    await runtime.stop();
    await bus.close();
    await stores.close();
  });
  return { runtime, stores };
}

describe('two replicas on PostgreSQL and Redis', () => {
  it('lose nothing, double nothing and keep the order while Redis is flushed and killed', {
    timeout: 90_000,
  }, async () => {
    const random = chance(20_261_124);
    let redis: Service = await startRedis();
    const port = Number(new URL(redis.url).port);
    closers.push(() => redis.stop());
    const databaseUrl = await postgresUrl();
    const platform = flakyPlatform(random);
    const one = await replica('one', databaseUrl, redis.url, platform.channel());
    const two = await replica('two', databaseUrl, redis.url, platform.channel());

    const people = Array.from({ length: 12 }, (_, n) => `p${n}`);
    const each = 15;
    for (let round = 1; round <= each; round += 1) {
      await Promise.all(
        people.map(async (who) => {
          await systemClock.sleep(random() * 15);
          const event = says(who, String(round), 1_800_000_000_000 + round * 1_000);
          await (random() < 0.5 ? one : two).runtime.accept([event]);
          // Platforms send again what they believe lost, to any replica.
          if (random() < 0.3) await (random() < 0.5 ? one : two).runtime.accept([event]);
        }),
      );
      if (round % 6 === 2) {
        const stranger = new Redis(redis.url);
        await stranger.flushall();
        stranger.disconnect();
      }
      if (round % 6 === 4) await redis.kill();
      if (round % 6 === 0) redis = await startRedis(port);
    }

    const total = people.length * each;
    await vi.waitFor(() => expect(platform.shown).toHaveLength(total), { timeout: 60_000, interval: 50 });
    for (const who of people) {
      const texts = platform.shown.filter(({ conversation }) => conversation === `test:${who}`);
      expect(texts.map(({ text }) => text)).toEqual(
        Array.from({ length: each }, (_, n) => `${n + 1} ${n + 1}`),
      );
    }
    // What was shown before its try was cut is tried once more, and only then done.
    await vi.waitFor(
      async () => {
        const [inbox, outbox] = [await one.stores.inbox.depth(0), await one.stores.outbox.depth(0)];
        expect([inbox.open, inbox.dead, outbox.pending, outbox.dead]).toEqual([0, 0, 0, 0]);
      },
      { timeout: 20_000, interval: 50 },
    );
    expect(platform.shown).toHaveLength(total);
  });

  it('danger said to one replica stops the turn that runs on the other', { timeout: 60_000 }, async () => {
    const redis = await startRedis();
    closers.push(() => redis.stop());
    const databaseUrl = await postgresUrl();
    const shown: string[] = [];
    const started: string[] = [];
    const run = async (name: string) => {
      const stores = await openStores({ keys: testKeys(), clock: systemClock, databaseUrl });
      const bus = createRedisBus({ url: redis.url, clock: systemClock, log: silentLog });
      await vi.waitFor(() => expect(bus.healthy()).toBe(true), { timeout: 10_000 });
      const runtime = createRuntime({
        stores,
        bus,
        adapters: [
          createFakeChannel('test', {
            deliver: async ({ body }) => {
              shown.push((body as { text: string }).text);
              return {};
            },
          }),
        ],
        middleware: [
          async (turn) => {
            const text = textOf(turn.activity);
            started.push(text);
            const first = started.filter((each) => each === text).length === 1;
            if (text === 'slow' && first) await new Promise(() => {});
            turn.reply(answer(text, text === 'danger' ? { purpose: 'safety' } : {}));
          },
        ],
        hearsDanger: (text) => text === 'danger',
        clock: systemClock,
        log: silentLog,
        owner: name,
      });
      closers.push(async () => {
        await runtime.stop();
        await bus.close();
        await stores.close();
      });
      return runtime;
    };
    const worker = await run('worker');
    const door = await run('door');
    worker.start();
    await door.accept([says('ana', 'slow', 1)]);
    await vi.waitFor(() => expect(started).toEqual(['slow']), { timeout: 10_000 });
    await door.accept([says('ana', 'danger', 2)]);
    await vi.waitFor(() => expect(shown).toEqual(['danger', 'slow']), { timeout: 10_000 });
    door.start();
  });
});
