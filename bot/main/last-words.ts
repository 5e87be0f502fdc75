import { composeDanger } from '../../escalation/guard/compose-danger.ts';
import type { Danger } from '../../escalation/guard/danger.ts';
import { burns, situationOf } from '../../escalation/guard/situation-of.ts';
import type { Clock } from '../clock.ts';
import { type ConversationState, conversationState } from '../conversation.ts';
import { spokenText } from '../inbox/spoken-text.ts';
import { coreTexts } from '../locales/core.ts';
import type { Message } from '../message.ts';
import type { OutboxRow } from '../ports/outbox.ts';
import type { ReachOf } from '../ports/reach.ts';
import type { Store } from '../ports/store.ts';
import type { RuntimeOptions } from '../runtime.ts';
import type { Tables } from '../tables/load.ts';

/** What is needed when the ordinary road has failed. */
export interface LastWordsParts {
  readonly store: Store;
  readonly tables: Tables;
  readonly reachOf: ReachOf;
  readonly hearsDanger: (text: string) => Danger | undefined;
  readonly clock: Clock;
}

async function stateOf(store: Store, conversation: string): Promise<ConversationState | undefined> {
  const key = `conversation/${conversation}`;
  return conversationState.safeParse((await store.read([key])).get(key)?.value).data;
}

/** Said when a turn was given up after five tries: in danger the numbers, else "we failed, please write again". */
export function lastWords(parts: LastWordsParts): NonNullable<RuntimeOptions['onDead']> {
  return async ({ activity }): Promise<Message> => {
    const now = parts.clock.now();
    const danger = parts.hearsDanger(spokenText(activity));
    // The store may be what failed: then the language of the words themselves must do.
    const state = await stateOf(parts.store, activity.conversation).catch(() => undefined);
    const lang = state?.language?.tag ?? danger?.lang ?? 'en';
    if (!danger)
      return {
        kind: 'unknown',
        lang,
        text: coreTexts(lang).errors.failed,
        urgency: 'low',
        purpose: 'ordinary',
      };
    const messages = composeDanger({
      kind: danger.kind,
      situation: situationOf(danger),
      fire: burns(danger),
      lang,
      audience: state?.audience ?? 'trainee',
      told: 0,
      reach: parts.reachOf(lang, now),
      tables: parts.tables,
      now,
    });
    return {
      kind: danger.kind,
      lang,
      text: messages.map(({ text }) => text).join('\n\n'),
      urgency: 'critical',
      purpose: 'safety',
      links: messages.flatMap(({ links }) => links ?? []),
      choices: messages.flatMap(({ choices }) => choices ?? []),
    };
  };
}

/** A safety text that no road took: its case says "not reached", so that a person looks (L-21). */
export function notReached({ store, clock }: LastWordsParts): NonNullable<RuntimeOptions['onUndelivered']> {
  return async ({ channel, delivery }: OutboxRow, code: string): Promise<void> => {
    const { conversation } = delivery;
    const state = await stateOf(store, conversation);
    await store.commit({
      at: clock.now(),
      cases: [
        {
          id: clock.uuid(),
          conversation,
          kind: state?.danger?.kind ?? 'crisis',
          urgency: 'critical',
          language: state?.language?.tag ?? 'en',
          reasons: ['not-reached', `delivery:${code}`],
        },
      ],
      audit: [
        { actor: 'outbox', action: 'safety-not-reached', subject: conversation, data: { channel, code } },
      ],
    });
  };
}
