import type { Activity } from '../../bot/activity.ts';
import { type ConversationState, freshConversation } from '../../bot/conversation.ts';
import { silentLog } from '../../bot/log.ts';
import type { Message } from '../../bot/message.ts';
import { type Middleware, runMiddleware } from '../../bot/middleware.ts';
import { createTurn, type Effects } from '../../bot/turn.ts';

/** 2026-11-25 (Wednesday) 12:00 in Japan. */
export const NOON = Date.parse('2026-11-25T03:00:00Z');

/** One conversation through a list of middleware, on a clock of its own. */
export class Dialogue {
  state: ConversationState;
  now = NOON;
  effects: Effects | undefined;
  readonly #list: readonly Middleware[];
  #count = 0;

  constructor(list: readonly Middleware[], state: Partial<ConversationState> = {}) {
    this.#list = list;
    this.state = { ...freshConversation('trainee'), ...state };
  }

  says(text: string, more: object = {}): Promise<readonly Message[]> {
    return this.#does({ type: 'message', text, ...more });
  }

  taps(value: string, text: string | undefined = value): Promise<readonly Message[]> {
    return this.#does({ type: 'action', value, text });
  }

  /** A timer comes back. */
  wakes(value: string): Promise<readonly Message[]> {
    return this.#does({ type: 'action', value });
  }

  joins(more: object = {}): Promise<readonly Message[]> {
    return this.#does({ type: 'joined', ...more });
  }

  waits(ms: number): void {
    this.now += ms;
  }

  async #does(part: object): Promise<readonly Message[]> {
    this.#count += 1;
    const activity = {
      id: `e${this.#count}`,
      channel: 'test',
      conversation: 'test:ana',
      address: null,
      from: { id: 'ana', role: 'trainee' },
      at: this.now,
      ...part,
    } as Activity;
    const turn = createTurn({
      activity,
      state: this.state,
      now: this.now,
      signal: new AbortController().signal,
      log: silentLog,
      uuid: () => `case-${this.#count}`,
    });
    await runMiddleware(this.#list, turn);
    this.state = turn.state;
    this.effects = turn.effects;
    return turn.effects.replies;
  }
}
