import { expect } from 'vitest';
import type { Activity } from '../../bot/activity.ts';
import { type ConversationState, freshConversation } from '../../bot/conversation.ts';
import type { LanguageTag } from '../../bot/languages.ts';
import { silentLog } from '../../bot/log.ts';
import type { Message } from '../../bot/message.ts';
import { runMiddleware } from '../../bot/middleware.ts';
import { loadTables } from '../../bot/tables/load.ts';
import { createTurn, type Effects } from '../../bot/turn.ts';
import { continueFlow, startFlow } from '../../flows/run/flow-middleware.ts';
import { placeNames } from '../../flows/run/place-name.ts';
import type { SpokenFlow } from '../../flows/texts/flow-texts.ts';

/** 2026-11-25, a Wednesday, noon in Japan. */
export const NOON = Date.parse('2026-11-25T03:00:00Z');

/** One conversation that only has flows, with what its surroundings were asked to do. */
export class FlowDialogue {
  state: ConversationState = freshConversation('trainee');
  lang: LanguageTag;
  now = NOON;
  effects: Effects | undefined;
  readonly reports: unknown[] = [];
  readonly asked: string[] = [];
  alarms = 0;
  passedOn = 0;
  #count = 0;
  readonly #spoken: SpokenFlow;

  constructor(spoken: SpokenFlow, lang: LanguageTag) {
    this.#spoken = spoken;
    this.lang = lang;
  }

  says(text: string, more: object = {}): Promise<Message | undefined> {
    return this.#does({ type: 'message', text, ...more });
  }

  taps(value: string): Promise<Message | undefined> {
    return this.#does({ type: 'action', value });
  }

  /** Says things one after another; gives the last answer. */
  async tells(...texts: readonly string[]): Promise<Message | undefined> {
    let last: Message | undefined;
    for (const text of texts) last = await this.says(text);
    return last;
  }

  async #does(part: object): Promise<Message | undefined> {
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
    const { now } = this;
    const uuid = () => `u${this.#count}`;
    const signal = new AbortController().signal;
    // The state comes from the store each time.
    const state: ConversationState = JSON.parse(JSON.stringify(this.state));
    const turn = createTurn({ activity, state, now, signal, log: silentLog, uuid });
    turn.locale = this.lang;
    const options = {
      flows: [this.#spoken],
      placeName: placeNames(loadTables({}).prefectures),
      answerQuestion: async (_turn: unknown, text: string) => {
        this.asked.push(text);
        if (!text.includes('119')) return false;
        turn.reply({ kind: 'answer', lang: this.lang, text: 'ANSWER', urgency: 'none', purpose: 'ordinary' });
        return true;
      },
      raiseAlarm: () => {
        this.alarms += 1;
      },
      submitted: (_turn: unknown, _flow: string, report: unknown) => void this.reports.push(report),
      uuid,
    };
    const rest = async () => {
      this.passedOn += 1;
    };
    await runMiddleware([continueFlow(options), startFlow(options), rest], turn);
    this.state = turn.state;
    this.effects = turn.effects;
    return turn.effects.replies.at(-1);
  }
}

/** The labels on a message's buttons. */
export function labels(message: Message | undefined): readonly string[] {
  expect(message).toBeDefined();
  return (message?.choices ?? []).map(({ label }) => label);
}
