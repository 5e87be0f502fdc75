import type { Clock } from '../../bot/clock.ts';

/** A clock that moves only when a test says so. UUIDs count up, so that runs repeat exactly. */
export interface ManualClock extends Clock {
  /** Moves time and ends the sleeps that are due, in their order. */
  advance(ms: number): Promise<void>;
  /** Sleeps that have not ended. */
  sleeping(): number;
}

/** Lets everything that is ready run, a few rounds of database groups included. */
async function settle(): Promise<void> {
  for (let round = 0; round < 12; round += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Starts at `start` epoch milliseconds (default 2026-11-24 09:00 in Japan). */
export function createManualClock(start = Date.UTC(2026, 10, 24)): ManualClock {
  let now = start;
  let count = 0;
  const sleeps = new Set<{ readonly at: number; readonly wake: () => void }>();
  return {
    now: () => now,
    uuid: () => {
      count += 1;
      return `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
    },
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve();
        const entry = {
          at: now + ms,
          wake: () => {
            sleeps.delete(entry);
            signal?.removeEventListener('abort', entry.wake);
            resolve();
          },
        };
        sleeps.add(entry);
        signal?.addEventListener('abort', entry.wake, { once: true });
      }),
    async advance(ms) {
      const until = now + ms;
      await settle();
      for (;;) {
        const [next] = [...sleeps].filter((sleep) => sleep.at <= until).toSorted((a, b) => a.at - b.at);
        if (!next) break;
        now = Math.max(now, next.at);
        next.wake();
        // Whoever was woken runs before time goes on.
        await settle();
      }
      now = until;
      await settle();
    },
    sleeping: () => sleeps.size,
  };
}
