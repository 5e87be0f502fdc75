import { BotError } from '../errors.ts';

/** The command was called wrongly: exit code 2. The message says how to call it. */
export class WrongUse extends BotError {
  constructor(message: string) {
    super('wrong_use', message);
  }
}
