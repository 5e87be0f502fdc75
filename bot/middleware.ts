import { BotError } from './errors.ts';
import type { TurnContext } from './turn.ts';

/** Goes on to the next middleware. Calling it twice is refused. */
export type Next = () => Promise<void>;

/** One concern of a turn: either replies, or calls `next()`, or both. */
export type Middleware = (turn: TurnContext, next: Next) => Promise<void>;

/** Runs the list in order. Stops early when the turn's signal has aborted, with the signal's reason. */
export async function runMiddleware(list: readonly Middleware[], turn: TurnContext): Promise<void> {
  const step = async (index: number): Promise<void> => {
    turn.signal.throwIfAborted();
    const middleware = list[index];
    if (!middleware) return;
    let called = false;
    await middleware(turn, () => {
      if (called) throw new BotError('next_twice', 'A middleware called next() twice; call it once.');
      called = true;
      return step(index + 1);
    });
  };
  await step(0);
}
