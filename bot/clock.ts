import { randomUUID } from 'node:crypto';

/** Time and chance, passed in so that tests own both. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** A fresh UUID (v4). */
  uuid(): string;
  /** Resolves after `ms` milliseconds, or at once when `signal` aborts. Never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The real clock. The only place that reads the machine's time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  uuid: () => randomUUID(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const done = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal?.addEventListener('abort', done, { once: true });
    }),
};

/** Chance between 0 (included) and 1 (excluded), for jitter only: never for tokens or keys. */
export const systemRandom = (): number => Math.random();
