import type { Middleware } from '../bot/middleware.ts';

/**
 * A human has the conversation: we say nothing more. The person's line is in the transcript all the same (the
 * runtime's commit writes it). Danger is heard before this, by the guard.
 */
export const relay: Middleware = async (turn, next) => {
  if (!turn.state.human) await next();
};
