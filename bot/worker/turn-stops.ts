import { BotError } from '../errors.ts';

/** A danger message of the same person waits: this turn stops, has said nothing, and runs again afterwards. */
export class DangerAhead extends BotError {
  constructor() {
    super('danger_ahead', 'The turn made way for a danger message; it runs again by itself.');
  }
}

/** The turn took longer than any turn may: counts as a failed try. */
export class TurnTimeout extends BotError {
  constructor() {
    super('turn_timeout', 'A turn did not end in time; look at what its middleware waits for.');
  }
}

/** The process is shutting down and the grace time is over: the lane goes back. */
export class Stopping extends BotError {
  constructor() {
    super('stopping', 'The turn was given back because the process is stopping.');
  }
}
