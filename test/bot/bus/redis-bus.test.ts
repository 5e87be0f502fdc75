import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createRedisBus } from '../../../bot/bus/redis-bus.ts';
import { systemClock } from '../../../bot/clock.ts';
import type { Json } from '../../../bot/json.ts';
import { silentLog } from '../../../bot/log.ts';
import type { Bus } from '../../../bot/ports/bus.ts';
import { busContract } from '../../contracts/bus.ts';
import { startRedis } from '../../services/redis.ts';
import type { Service } from '../../services/service.ts';

let redis: Service;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.stop());

async function openBus(now: () => number = systemClock.now): Promise<Bus> {
  const bus = createRedisBus({ url: redis.url, clock: { ...systemClock, now }, log: silentLog });
  await vi.waitFor(() => expect(bus.healthy()).toBe(true), { timeout: 5_000 });
  return bus;
}

busContract('redis', (time) => openBus(() => time.now));

describe('two processes on one Redis', () => {
  const buses: Bus[] = [];
  const open = async () => {
    const bus = await openBus();
    buses.push(bus);
    return bus;
  };
  afterEach(async () => {
    for (const bus of buses.splice(0)) await bus.close();
  });

  /** Says `topic` until it is heard: a publication may be lost while the other side is still subscribing. */
  async function reaches(from: Bus, to: Bus, topic: string): Promise<void> {
    const heard: Json[] = [];
    const end = to.subscribe(topic, (payload) => heard.push(payload));
    await vi.waitFor(
      () => {
        from.publish(topic, 'hello');
        expect(heard).toContain('hello');
      },
      { timeout: 10_000, interval: 50 },
    );
    end();
  }

  it('a publication crosses, and comes once to its own process', async () => {
    const [one, two] = [await open(), await open()];
    await reaches(one, two, 'probe');
    const heard: Json[] = [];
    one.subscribe('a', (payload) => heard.push(['one', payload]));
    two.subscribe('a', (payload) => heard.push(['two', payload]));
    one.publish('a', 7);
    await vi.waitFor(() => expect(heard).toHaveLength(2));
    await reaches(one, two, 'later');
    expect(heard.map(String).sort()).toEqual(['one,7', 'two,7']);
  });

  it('counts and presence are shared', async () => {
    const [one, two] = [await open(), await open()];
    const key = systemClock.uuid();
    expect([await one.count(key, 3_600_000), await two.count(key, 3_600_000)]).toEqual([1, 2]);
    await one.present(key, 'ana', 60_000);
    expect(await two.members(key)).toEqual(['ana']);
  });

  it('foreign nonsense on our channels is ignored', async () => {
    const [one, two] = [await open(), await open()];
    await reaches(one, two, 'probe');
    const heard: Json[] = [];
    one.subscribe('a', (payload) => heard.push(payload));
    const stranger = new Redis(redis.url);
    await stranger.publish('soudan:t:a', 'not json');
    await stranger.publish('soudan:t:a', '{"no":"envelope"}');
    stranger.disconnect();
    await reaches(two, one, 'after');
    expect(heard).toEqual([]);
  });

  it('R-2: while Redis is away calls fail open, own listeners still hear, and it comes back by itself', async () => {
    const [one, two] = [await open(), await open()];
    const port = Number(new URL(redis.url).port);
    await redis.kill();
    await vi.waitFor(() => expect(one.healthy()).toBe(false), { timeout: 5_000 });
    const heard: Json[] = [];
    one.subscribe('own', (payload) => heard.push(payload));
    one.publish('own', 'still here');
    await vi.waitFor(() => expect(heard).toEqual(['still here']));
    expect(await one.count('k', 1_000)).toBe(0);
    expect(await one.members('g')).toEqual([]);
    await expect(one.present('g', 'm', 1_000)).resolves.toBeUndefined();
    redis = await startRedis(port);
    await vi.waitFor(() => expect(one.healthy() && two.healthy()).toBe(true), { timeout: 10_000 });
    await reaches(one, two, 'again');
    await reaches(two, one, 'again');
  });

  it('survives FLUSHALL: subscriptions stay, counters start again', async () => {
    const [one, two] = [await open(), await open()];
    await one.count('flushed', 3_600_000);
    const stranger = new Redis(redis.url);
    await stranger.flushall();
    stranger.disconnect();
    expect(await one.count('flushed', 3_600_000)).toBe(1);
    await reaches(one, two, 'flushed');
  });
});
