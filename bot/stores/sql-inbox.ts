import type { Activity } from '../activity.ts';
import { BotError } from '../errors.ts';
import type { Inbox, InboxDraft } from '../ports/inbox.ts';
import type { Database, Session } from './database.ts';
import * as inbox from './inbox-queries.ts';
import { createLaneLock } from './lane-lock.ts';
import * as lanes from './lane-queries.ts';
import { pruneSent } from './outbox-queries.ts';
import type { Sealer } from './sealer.ts';

/** A row is dead after so many failed tries. */
const MAX_TRIES = 5;

/** What a timer needs to know to speak in a conversation. */
export type Contact = Pick<Activity, 'address' | 'from' | 'locale'>;

/** Everything an inbox row needs, computed outside the transaction. */
function sealDraft({ activity, receivedAt, urgent }: InboxDraft, sealer: Sealer) {
  const id = sealer.find('event', `${activity.channel}\0${activity.id}`);
  const text = JSON.stringify(activity);
  // Only what was said is erased when it is taken back, not the event that takes it back.
  const messageId = activity.type === 'message' ? activity.messageId : undefined;
  return {
    activity,
    row: {
      id,
      conversation: sealer.find('conversation', activity.conversation),
      message: messageId === undefined ? null : sealer.find('message', messageId),
      urgent: urgent ? 1 : 0,
      at: activity.at,
      receivedAt,
      hash: sealer.digest('activity', text),
      sealed: sealer.sealBytes('inbox', id, 'activity', Buffer.from(text)),
    },
  };
}

/** A row ready to store. */
export type SealedDraft = ReturnType<typeof sealDraft>;

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Stores rows inside a transaction that is already open (also used by timers). Rows, then lanes, each in
 * the order of their keys: two transactions never wait for each other in a circle.
 */
export async function insertActivities(session: Session, drafts: readonly SealedDraft[]): Promise<number> {
  const rows = [...drafts].sort((a, b) => compare(a.row.id, b.row.id));
  const stored: typeof rows = [];
  for (const draft of rows) if ((await session.run(inbox.insertInbox, draft.row)) === 1) stored.push(draft);
  stored.sort((a, b) => compare(a.row.conversation, b.row.conversation));
  for (const { row } of stored)
    await session.run(lanes.noteArrival, { conversation: row.conversation, urgent: row.urgent, at: row.at });
  return stored.length;
}

/** The inbox on SQL. A row that waits for its retry lets later rows of its conversation pass. */
export function sqlInbox(
  database: Database,
  sealer: Sealer,
): Inbox & { sealDraft(draft: InboxDraft): SealedDraft } {
  const seal = (draft: InboxDraft) => sealDraft(draft, sealer);
  const lane = (conversation: string) => sealer.find('conversation', conversation);
  const contacts = new Map<string, string>();
  const laneLock = createLaneLock(database.dialect);

  /** Contacts that changed since this process last saw them, one a conversation. */
  const newContacts = (drafts: readonly SealedDraft[]) => {
    const found = new Map<string, { text: string; contact: Buffer }>();
    for (const { activity, row } of drafts) {
      if (activity.from.role === 'advisor') continue;
      const { address, from, locale } = activity;
      const text = JSON.stringify({ address, from, locale });
      if (contacts.get(row.conversation) === text) found.delete(row.conversation);
      else {
        const contact = sealer.sealBytes('lanes', row.conversation, 'contact', Buffer.from(text));
        found.set(row.conversation, { text, contact });
      }
    }
    return [...found].sort(([a], [b]) => compare(a, b));
  };

  return {
    sealDraft: seal,
    accept: async (rows) => {
      const drafts = rows.map(seal);
      const fresh = newContacts(drafts);
      const stored = await database.write(async (session) => {
        const count = await insertActivities(session, drafts);
        for (const [conversation, { contact }] of fresh)
          await session.run(lanes.noteContact, { conversation, contact });
        return count;
      });
      if (contacts.size > 10_000) contacts.clear();
      for (const [conversation, { text }] of fresh) contacts.set(conversation, text);
      return { stored, duplicates: rows.length - stored };
    },

    claim: async (owner, now, leaseMs, only) => {
      const urgency = only ? 1 : 0;
      const claimed = await database.write(async (session) => {
        if ((await session.one(inbox.dueRetry, { now })) !== undefined) {
          const woken = await session.rows(inbox.readyRetries, { now });
          const names = [...new Set(woken.map((row) => row.conversation))].sort(compare);
          for (const conversation of names) await laneLock.refresh(session, conversation);
        }
        for (;;) {
          const free = await session.one(lanes.claimLane, { owner, now, until: now + leaseMs, urgency });
          if (!free) return undefined;
          const row = free.row_id ? await session.one(inbox.claimedRow, { id: free.row_id }) : undefined;
          if (row) return { fence: free.fence, row };
          // The summary was stale: mend it, give the lane back, look again.
          await session.run(lanes.refreshLane, free);
          await session.run(lanes.releaseLane, free);
        }
      }, 'early');
      if (!claimed) return undefined;
      const { fence, row } = claimed;
      if (!row.sealed) throw new BotError('no_text', 'An open inbox row has no text: restore from a backup.');
      const activity = sealer.open('inbox', row.id, 'activity', row.sealed) as unknown as Activity;
      return {
        conversation: activity.conversation,
        fence,
        row: {
          id: row.id,
          activity,
          receivedAt: row.received_at,
          urgent: row.urgent === 1,
          tries: row.tries,
        },
      };
    },

    renew: async ({ conversation, fence }, until) =>
      (await database.write(
        (session) => session.run(lanes.renewLane, { conversation: lane(conversation), fence, until }),
        'soft',
      )) === 1,

    release: async ({ conversation, fence }) => {
      await database.write(
        (session) => session.run(lanes.releaseLane, { conversation: lane(conversation), fence }),
        'soft',
      );
    },

    fail: (id, code, retryAt) =>
      database.write(async (session) => {
        const row = await session.one(inbox.failInbox, { id, code, retryAt, limit: MAX_TRIES });
        if (!row) throw new BotError('no_row', 'An inbox row that failed is no longer open; nothing to do.');
        await laneLock.refresh(session, row.conversation);
        return { tries: row.tries, dead: row.state === 'dead' };
      }),

    hasUrgent: (conversation) =>
      database.read(
        async (session) =>
          (await session.one(inbox.urgentWaiting, { conversation: lane(conversation) })) !== undefined,
        'early',
      ),

    depth: () =>
      database.read(async (session) => {
        const row = await session.one(inbox.inboxDepth, {});
        return { open: row?.open ?? 0, oldestAt: row?.oldest ?? undefined, dead: row?.dead ?? 0 };
      }),

    prune: (before) =>
      database.write(async (session) => {
        await session.run(pruneSent, { before });
        return session.run(inbox.pruneInbox, { before });
      }),
  };
}
