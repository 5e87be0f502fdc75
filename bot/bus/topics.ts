/** New inbox rows wait. Payload: how many. */
export const TOPIC_INBOX = 'inbox';

/** An urgent inbox row waits: the lane kept free for danger takes it. */
export const TOPIC_INBOX_URGENT = 'inbox:urgent';

/** New deliveries wait. Payload: how many. */
export const TOPIC_OUTBOX = 'outbox';

/** An urgent delivery waits. */
export const TOPIC_OUTBOX_URGENT = 'outbox:urgent';

/** A timer was set that may be due before all others. */
export const TOPIC_TIMERS = 'timers';

/** New media jobs wait. */
export const TOPIC_MEDIA = 'media';

/** Danger was heard in this conversation: stop its running turn. */
export function abortTopic(conversation: string): string {
  return `abort:${conversation}`;
}

/** The transcript of this conversation has grown: open pages and desks read on from their watermark. */
export function transcriptTopic(conversation: string): string {
  return `transcript:${conversation}`;
}
