import type { MessageActivity } from '../../bot/activity.ts';
import type { InboxDraft } from '../../bot/ports/inbox.ts';
import type { OutboxDraft } from '../../bot/ports/outbox.ts';
import type { TranscriptDraft } from '../../bot/ports/transcript.ts';

/** A message of `conversation` at `at`; id and text follow from both unless given. */
function message(conversation: string, at: number, more: Partial<MessageActivity> = {}): MessageActivity {
  return {
    type: 'message',
    id: `${conversation}-${at}`,
    channel: 'line',
    conversation: `line:${conversation}`,
    address: { user: conversation },
    from: { id: conversation, role: 'trainee' },
    at,
    text: `text of ${conversation} at ${at}`,
    messageId: `m-${conversation}-${at}`,
    ...more,
  };
}

/** The inbox draft of a message. */
export function arrival(
  conversation: string,
  at: number,
  urgent = false,
  more: Partial<MessageActivity> = {},
): InboxDraft {
  return { activity: message(conversation, at, more), receivedAt: at + 1, urgent };
}

/** A delivery to `conversation`. */
export function delivery(conversation: string, id: string, more: Partial<OutboxDraft> = {}): OutboxDraft {
  return {
    id,
    key: `key-${id}`,
    channel: 'line',
    conversation: `line:${conversation}`,
    address: { user: conversation },
    body: { text: `body of ${id}` },
    purpose: 'ordinary',
    urgent: false,
    createdAt: 1000,
    deadlineAt: 100_000,
    ...more,
  };
}

/** A transcript line. */
export function line(conversation: string, messageId: string, text = messageId): TranscriptDraft {
  return { conversation: `line:${conversation}`, author: 'user', at: 1000, messageId, body: { text } };
}
