import type { Clock } from '../../../bot/clock.ts';
import type { Bus } from '../../../bot/ports/bus.ts';
import { Refusal } from './reply.ts';

/** Counts one use; throws Refusal (429 with Retry-After in seconds) when `limit` in `windowMs` is passed. */
export type Limiter = (key: string, limit: number, windowMs: number) => Promise<void>;

/**
 * Limits through the bus. With the bus down nothing is limited: a person in danger is never turned away because
 * Redis is.
 */
export function createLimiter(bus: Bus, clock: Clock): Limiter {
  return async (key, limit, windowMs) => {
    if ((await bus.count(`directline/${key}`, windowMs)) <= limit) return;
    const left = Math.ceil((windowMs - (clock.now() % windowMs)) / 1000);
    throw new Refusal(429, 'TooManyRequests', 'Too many requests; wait a little.', Math.max(1, left));
  };
}
