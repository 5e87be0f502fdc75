import type { ActionActivity } from '../activity.ts';
import type { InboxDraft } from '../ports/inbox.ts';
import type { TimerRow, Timers } from '../ports/timers.ts';
import type { Database, Session } from './database.ts';
import { contactOf } from './lane-queries.ts';
import type { Sealer } from './sealer.ts';
import { type Contact, insertActivities, type SealedDraft } from './sql-inbox.ts';
import * as timers from './timer-queries.ts';

type Content = Pick<TimerRow, 'conversation' | 'channel' | 'value'>;

/** Adds a timer inside a commit. */
export async function insertTimer(session: Session, sealer: Sealer, timer: TimerRow): Promise<void> {
  const content: Content = { conversation: timer.conversation, channel: timer.channel, value: timer.value };
  await session.run(timers.insertTimer, {
    id: timer.id,
    conversation: sealer.find('conversation', timer.conversation),
    dueAt: timer.dueAt,
    sealed: sealer.seal('timers', timer.id, 'content', content),
  });
}

/**
 * Timers on SQL. A fired timer speaks with the address and sender that the conversation's newest activity
 * had; in a conversation that never had one, the address is null and the sender a trainee without id.
 */
export function sqlTimers(
  database: Database,
  sealer: Sealer,
  sealDraft: (draft: InboxDraft) => SealedDraft,
): Timers {
  const activityOf = async (
    session: Session,
    row: { id: string; conversation: string; due_at: number; sealed: Buffer },
  ): Promise<ActionActivity> => {
    const content = sealer.open('timers', row.id, 'content', row.sealed) as unknown as Content;
    const lane = await session.one(contactOf, row);
    const contact: Contact = lane?.contact
      ? (sealer.open('lanes', row.conversation, 'contact', lane.contact) as unknown as Contact)
      : { address: null, from: { id: '', role: 'trainee' } };
    return { type: 'action', id: row.id, at: row.due_at, ...content, ...contact };
  };

  return {
    fire: (now, limit) =>
      database.write(async (session) => {
        const due = await session.rows(timers.dueTimers, { now, limit });
        const drafts: SealedDraft[] = [];
        for (const row of due) {
          const activity = await activityOf(session, row);
          drafts.push(sealDraft({ activity, receivedAt: now, urgent: false }));
        }
        await insertActivities(session, drafts);
        for (const { id } of due) await session.run(timers.deleteTimer, { id });
        return due.length;
      }),
    nextAt: () =>
      database.read(async (session) => (await session.one(timers.nextTimer, {}))?.next ?? undefined),
    cancel: (conversation) =>
      database.write((session) =>
        session.run(timers.cancelTimers, { conversation: sealer.find('conversation', conversation) }),
      ),
  };
}
