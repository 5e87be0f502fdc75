import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../bot/clock.ts';

/** A clock that stands still until `advance`; sleepers wake in order of their time. */
export interface ManualClock extends Clock {
  advance(ms: number): void;
}

/** See {@link ManualClock}. Starts at a fixed moment. */
export function manualClock(start = Date.UTC(2026, 10, 24, 9)): ManualClock {
  let now = start;
  let sleepers: { at: number; wake: () => void }[] = [];
  return {
    now: () => now,
    uuid: () => randomUUID(),
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve();
        const wake = () => {
          signal?.removeEventListener('abort', wake);
          resolve();
        };
        sleepers.push({ at: now + ms, wake });
        signal?.addEventListener('abort', wake, { once: true });
      }),
    advance: (ms) => {
      now += ms;
      const due = sleepers.filter(({ at }) => at <= now);
      sleepers = sleepers.filter(({ at }) => at > now);
      for (const { wake } of due) wake();
    },
  };
}
