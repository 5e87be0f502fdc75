import { createHmac } from 'node:crypto';

/** Milliseconds after which a person gets another name. */
const PERIOD = 7 * 24 * 3_600_000;

/** A name for the provider's abuse watch (O-4): 64 hex digits, keyed, another one each week; says nothing about the person. */
export function personHash(key: string, conversation: string, now: number): string {
  return createHmac('sha256', key)
    .update(`${Math.floor(now / PERIOD)}:${conversation}`)
    .digest('hex');
}
