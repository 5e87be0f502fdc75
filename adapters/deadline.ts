import type { Clock } from '../bot/clock.ts';

/**
 * Runs `work` with a signal that aborts when `signal` does or after `ms` milliseconds of `clock` (then with a
 * TimeoutError as reason). Rejects with the reason at that moment, even if `work` does not listen.
 */
export async function withDeadline<T>(
  clock: Clock,
  signal: AbortSignal,
  ms: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  const timeout = new AbortController();
  const finished = new AbortController();
  const either = AbortSignal.any([signal, timeout.signal]);
  void clock.sleep(ms, finished.signal).then(() => {
    if (!finished.signal.aborted) timeout.abort(new DOMException('No answer in time.', 'TimeoutError'));
  });
  const aborted = new Promise<never>((_, reject) => {
    either.addEventListener('abort', () => reject(either.reason), { once: true });
  });
  try {
    return await Promise.race([work(either), aborted]);
  } finally {
    finished.abort();
  }
}
