import { setImmediate } from 'node:timers';
import type { Clock } from './clock.ts';

/** Resolves when it is the caller's turn to compute. */
export type Turnstile = () => Promise<void>;

/** Milliseconds of computing after which the event loop gets its round. */
export const ROUND_MS = 5;

/**
 * Lets those who want to compute pass one after the other, first come first served, and gives the event loop a round
 * as soon as they have used `ROUND_MS`: else many turns that wake in the same moment (one answer of the embedder wakes
 * sixteen) hold up the door for as long as all of them take together.
 */
export function createTurnstile(clock: Clock): Turnstile {
  const waiting: (() => void)[] = [];
  let open = false;
  let roundBegan = 0;
  const nextRound = () => {
    roundBegan = clock.now();
    pass();
  };
  const goOn = () => {
    if (clock.now() - roundBegan < ROUND_MS) pass();
    else setImmediate(nextRound);
  };
  const pass = () => {
    const first = waiting.shift();
    if (!first) {
      open = false;
      return;
    }
    first();
    // A tick that a microtask asks for runs when all that `first` does without waiting is done, and not before.
    queueMicrotask(() => process.nextTick(goOn));
  };
  return () =>
    new Promise<void>((resolve) => {
      waiting.push(resolve);
      if (open) return;
      open = true;
      setImmediate(nextRound);
    });
}
