import type { Activity, MessageActivity } from '../../bot/activity.ts';
import type { Adapter, Delivery, Receipt } from '../../bot/adapter.ts';
import type { Message } from '../../bot/message.ts';

/** A channel without a platform: keeps what it was given, and fails as it is told. */
export interface FakeChannel extends Adapter {
  /** Every try, in order. */
  readonly tries: Delivery[];
  /** Texts that arrived, each delivery key once, in order. */
  readonly shown: { readonly conversation: string; readonly text: string }[];
  /** Runs before a try is accepted; throw to refuse, wait to hang. */
  before: (delivery: Delivery, signal: AbortSignal) => Promise<void> | void;
  typed: number;
}

export function createFakeChannel(channel = 'test', more: Partial<Adapter> = {}): FakeChannel {
  const keys = new Set<string>();
  const fake: FakeChannel = {
    channel,
    paths: [`/hook/${channel}`],
    deliveryDeadline: 3_600_000,
    tries: [],
    shown: [],
    typed: 0,
    before: () => {},
    handle: async () => new Response(''),
    render: (message) => [{ text: message.text }],
    async deliver(delivery, signal): Promise<Receipt> {
      fake.tries.push(delivery);
      await fake.before(delivery, signal);
      const { conversation, key, body } = delivery;
      if (!keys.has(key)) fake.shown.push({ conversation, text: (body as { text: string }).text });
      keys.add(key);
      return { road: 'push' };
    },
    typing: async () => {
      fake.typed += 1;
    },
    ...more,
  };
  return fake;
}

/** A message of a person. `at` orders; the id is unique when none is given. */
export function says(
  who: string,
  text: string,
  at: number,
  more: Partial<MessageActivity> = {},
): MessageActivity {
  return {
    type: 'message',
    id: `${who}:${text}:${at}`,
    messageId: `m:${who}:${text}:${at}`,
    channel: 'test',
    conversation: `test:${who}`,
    address: { to: who },
    from: { id: who, role: 'trainee' },
    at,
    text,
    ...more,
  };
}

/** Text of a message activity, else its type. */
export function textOf(activity: Activity): string {
  return activity.type === 'message' ? activity.text : activity.type;
}

/** An ordinary answer. */
export function answer(text: string, more: Partial<Message> = {}): Message {
  return { kind: 'answer', lang: 'en', text, urgency: 'none', purpose: 'ordinary', ...more };
}
