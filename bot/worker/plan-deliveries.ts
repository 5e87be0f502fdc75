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
  const drafts = replies.flatMap(({ messageId, message }) =>
    adapter.render(message).map(
      (body): OutboxDraft => ({
        id: clock.uuid(),
        key: clock.uuid(),
        channel: activity.channel,
        conversation: activity.conversation,
        address: activity.address,
        body,
        purpose: message.purpose,
        urgent: isUrgent(message),
        createdAt,
        deadlineAt: createdAt + adapter.deliveryDeadline,
        messageId,
      }),
    ),
  );
  const { replyHandle } = activity;
  if (!replyHandle) return drafts;
  const holder = drafts.find((draft) => draft.purpose === 'safety') ?? drafts[0];
  return drafts.map((draft) => (draft === holder ? { ...draft, replyHandle } : draft));
}
