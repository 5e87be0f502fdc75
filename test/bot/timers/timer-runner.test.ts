import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLocalBus } from '../../../bot/bus/local-bus.ts';
import { TOPIC_INBOX, TOPIC_TIMERS } from '../../../bot/bus/topics.ts';
import { silentLog } from '../../../bot/log.ts';
import type { Bus } from '../../../bot/ports/bus.ts';
import type { Timers } from '../../../bot/ports/timers.ts';
import { type OpenStores, openStores } from '../../../bot/stores/open-stores.ts';
import { createTimerRunner, type TimerRunner } from '../../../bot/timers/timer-runner.ts';
import { testKeys } from '../../contracts/keys.ts';
import { createManualClock } from '../../fakes/manual-clock.ts';

describe('the timer runner', () => {
  const clock = createManualClock();
  let bus: Bus;
  let stores: OpenStores;
  let runner: TimerRunner;
  let looks: number;
  let woken: unknown[];
  let errors: string[];
  let broken: boolean;

  beforeEach(async () => {
    stores = await openStores({ keys: testKeys(), clock, fileName: ':memory:' });
    bus = createLocalBus({ clock, log: silentLog });
    looks = 0;
    woken = [];
    errors = [];
    broken = false;
    const { timers } = stores;
    const watched: Timers = {
      ...timers,
      fire: (now, limit) => {
        looks += 1;
        return broken ? Promise.reject(new Error('no database')) : timers.fire(now, limit);
      },
    };
    const log = { ...silentLog, error: (message: string) => void errors.push(message) };
    runner = createTimerRunner({ timers: watched, bus, clock, log });
    bus.subscribe(TOPIC_INBOX, (payload) => woken.push(payload));
    runner.start();
    await clock.advance(0);
  });
  afterEach(async () => {
    await runner.stop();
    await stores.close();
  });

  const set = (dueIn: number, count = 1) =>
    stores.store.commit({
      at: clock.now(),
      timers: Array.from({ length: count }, () => ({
        id: clock.uuid(),
        conversation: `test:${clock.uuid()}`,
        channel: 'test',
        dueAt: clock.now() + dueIn,
        value: 'v',
      })),
    });
  const open = async () => (await stores.inbox.depth(clock.now())).open;

  it('sleeps until a timer is due, then moves it and wakes the workers', async () => {
    await set(5_000);
    bus.publish(TOPIC_TIMERS, 1);
    await clock.advance(0);
    const before = looks;
    await clock.advance(4_999);
    expect([looks, await open()]).toEqual([before, 0]);
    await clock.advance(1);
    expect([looks, await open(), woken]).toEqual([before + 1, 1, [1]]);
  });

  it('a sooner timer shortens the sleep', async () => {
    await set(14_000);
    bus.publish(TOPIC_TIMERS, 1);
    await clock.advance(1_000);
    await set(1_000);
    bus.publish(TOPIC_TIMERS, 1);
    await clock.advance(1_000);
    expect(await open()).toBe(1);
  });

  it('finds within 15 s what nobody announced', async () => {
    await set(1_000);
    await clock.advance(15_000);
    expect(await open()).toBe(1);
  });

  it('moves any number', async () => {
    await set(1_000, 250);
    bus.publish(TOPIC_TIMERS, 250);
    await clock.advance(1_000);
    expect([await open(), woken]).toEqual([250, [100, 100, 50]]);
  });

  it('says when the database does not answer, and goes on when it does', async () => {
    await set(1_000);
    broken = true;
    await clock.advance(15_000);
    expect(errors.length).toBeGreaterThan(0);
    broken = false;
    await clock.advance(15_000);
    expect(await open()).toBe(1);
  });
});
