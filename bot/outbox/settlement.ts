import { BotError, DeliveryError } from '../errors.ts';
import type { Settlement } from '../ports/outbox.ts';

/** First and longest wait between tries, in milliseconds; in between it doubles. */
export const BACKOFF = { first: 1_000, longest: 5 * 60_000 } as const;

/** What decides how a failed try ends. */
export interface FailedTry {
  readonly error: unknown;
  /** Tries before this one. */
  readonly tries: number;
  readonly now: number;
  readonly deadlineAt: number;
  /** 0 included to 1 excluded. */
  readonly random: () => number;
}

/**
 * How a failed try ends: again after full jitter (and never before the platform's own wait), waiting for the person's
 * next message when the quota refused it (L-24), or given up. What is not a DeliveryError is a fault of ours and is
 * tried again: a message is not lost by our bug.
 */
export function settlementOf({ error, tries, now, deadlineAt, random }: FailedTry): Settlement {
  const code = error instanceof BotError ? error.code : error instanceof Error ? error.name : 'unknown';
  if (error instanceof DeliveryError) {
    if (error.quota) return { state: 'waiting', code };
    if (!error.retry) return { state: 'dead', code };
  }
  const ceiling = Math.min(BACKOFF.first * 2 ** Math.min(tries, 20), BACKOFF.longest);
  const asked = error instanceof DeliveryError ? (error.after ?? 0) : 0;
  const at = now + asked + Math.round(random() * ceiling);
  return at < deadlineAt ? { state: 'retry', at, code } : { state: 'dead', code: `deadline:${code}` };
}
