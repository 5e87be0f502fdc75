import {
  TOPIC_MEDIA,
  TOPIC_OUTBOX,
  TOPIC_OUTBOX_URGENT,
  TOPIC_TIMERS,
  transcriptTopic,
} from '../bus/topics.ts';
import type { Bus } from '../ports/bus.ts';
import type { Commit } from '../ports/store.ts';

/** Wakes whoever has work after a commit. Lost wake-ups cost seconds: every runner also looks by itself. */
export function announceCommit(bus: Bus, commit: Commit): void {
  const { outbox = [], timers = [], media = [], transcript = [], erase = [], lane } = commit;
  if (outbox.some((draft) => draft.urgent)) bus.publish(TOPIC_OUTBOX_URGENT, outbox.length);
  if (outbox.length > 0) bus.publish(TOPIC_OUTBOX, outbox.length);
  if (timers.length > 0) bus.publish(TOPIC_TIMERS, timers.length);
  if (media.length > 0) bus.publish(TOPIC_MEDIA, media.length);
  const conversation = transcript[0]?.conversation ?? erase[0]?.conversation ?? lane?.conversation;
  if (conversation !== undefined && transcript.length + erase.length > 0)
    bus.publish(transcriptTopic(conversation), null);
}
