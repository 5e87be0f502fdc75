import { TOPIC_INBOX, TOPIC_TIMERS } from '../bus/topics.ts';
import type { Clock } from '../clock.ts';
import { crashPoint } from '../crash/crash-point.ts';
import type { Log } from '../log.ts';
import type { Bus } from '../ports/bus.ts';
import type { Timers } from '../ports/timers.ts';

/** The runner looks at least so often (milliseconds): a timer set by another replica may have been missed. */
const BEAT_MS = 15_000;

/** Timers moved in one transaction. */
const LIMIT = 100;

/** Moves due timers into the inbox. */
export interface TimerRunner {
  start(): void;
  stop(): Promise<void>;
}

/** Sleeps until the next timer is due, a sooner one is set, or a beat has passed. */
export function createTimerRunner(options: {
  readonly timers: Timers;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly log: Log;
}): TimerRunner {
  const { timers, bus, clock, log } = options;
  let stopped = false;
  let woken = false;
  let sleeping = new AbortController();
  let loop: Promise<void> = Promise.resolve();
  let deaf = () => {};

  const fireDue = async () => {
    for (;;) {
      const fired = await timers.fire(clock.now(), LIMIT);
      if (fired > 0) {
        crashPoint('after-timer-fire');
        bus.publish(TOPIC_INBOX, fired);
      }
      if (fired < LIMIT || stopped) return;
    }
  };

  const run = async () => {
    while (!stopped) {
      woken = false;
      let wait = BEAT_MS;
      try {
        await fireDue();
        const next = await timers.nextAt();
        if (next !== undefined) wait = Math.min(BEAT_MS, Math.max(0, next - clock.now()));
      } catch {
        log.error('Timers cannot be read; look at the database.', { component: 'timers' });
      }
      if (stopped || woken) continue;
      sleeping = new AbortController();
      await clock.sleep(wait, sleeping.signal);
    }
  };

  return {
    start() {
      deaf = bus.subscribe(TOPIC_TIMERS, () => {
        woken = true;
        sleeping.abort();
      });
      loop = run();
    },
    async stop() {
      stopped = true;
      deaf();
      sleeping.abort();
      await loop;
    },
  };
}
