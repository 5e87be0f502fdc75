import type { Bus } from '../../../bot/ports/bus.ts';
import { Refusal } from './reply.ts';

/** Counts one use; throws Refusal (429 with Retry-After) when `limit` in `windowMs` is passed. */
export type Limiter = (key: string, limit: number, windowMs: number) => Promise<void>;

/**
 * Limits through the bus. With the bus down nothing is limited: a person in danger is never turned away because
 * Redis is. `Retry-After` is at most 5 s, since windows roll on and the message waits at the client meanwhile.
 */
export function createLimiter(bus: Bus): Limiter {
  return async (key, limit, windowMs) => {
    if ((await bus.count(`directline/${key}`, windowMs)) > limit)
      throw new Refusal(
        429,
        'TooManyRequests',
        'Too many requests; wait a little.',
        windowMs > 60_000 ? 60 : 5,
      );
  };
}
