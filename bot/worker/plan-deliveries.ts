import type { Activity } from '../activity.ts';
import type { Adapter } from '../adapter.ts';
import type { Clock } from '../clock.ts';
import type { Message } from '../message.ts';
import type { OutboxDraft } from '../ports/outbox.ts';

/** A reply with the id of its transcript line. */
export interface NumberedReply {
  readonly messageId: string;
  readonly message: Message;
}

/** Words that a person in danger waits for go out before all others. */
export function isUrgent(message: Message): boolean {
  return message.purpose === 'safety' || message.urgency === 'critical';
}

/** Neighbouring replies that may share a call: a reply handle is good for one, and a second may cost quota. */
function groups(replies: readonly NumberedReply[]): NumberedReply[][] {
  const found: NumberedReply[][] = [];
  for (const reply of replies) {
    const last = found.at(-1);
    const { purpose } = reply.message;
    if (
      last?.[0] &&
      last[0].message.purpose === purpose &&
      isUrgent(last[0].message) === isUrgent(reply.message)
    )
      last.push(reply);
    else found.push([reply]);
  }
  return found;
}

/**
 * Renders replies into platform calls, each with its delivery key and exact body (L-22). The single-use reply handle
 * goes to the first safety call, else to the first call.
 */
export function planDeliveries(
  replies: readonly NumberedReply[],
  activity: Pick<Activity, 'channel' | 'conversation' | 'address' | 'replyHandle'>,
  adapter: Adapter,
  clock: Clock,
): OutboxDraft[] {
  const createdAt = clock.now();
  const drafts = groups(replies).flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const bodies = group.flatMap(({ message }) => adapter.render(message));
    return (adapter.join?.(bodies) ?? bodies).map(
      (body): OutboxDraft => ({
        id: clock.uuid(),
        key: clock.uuid(),
        channel: activity.channel,
        conversation: activity.conversation,
        address: activity.address,
        body,
        purpose: first.message.purpose,
        urgent: isUrgent(first.message),
        createdAt,
        deadlineAt: createdAt + adapter.deliveryDeadline,
        messageId: first.messageId,
      }),
    );
  });
  const { replyHandle } = activity;
  if (!replyHandle) return drafts;
  const holder = drafts.find((draft) => draft.purpose === 'safety') ?? drafts[0];
  return drafts.map((draft) => (draft === holder ? { ...draft, replyHandle } : draft));
}
