import { sql } from 'kysely';
import { lock, lockFree } from './dialect.ts';
import { prepared } from './prepared.ts';

/** Condition of two partial indexes: SQLite uses them only where a query says the very same words. */
const UNSENT = ['queued', 'pending'] as const;

/** Adds a delivery; it is a head when its conversation has no earlier one of the same urgency. */
export const insertOutbox = prepared(
  (
    db,
    p: {
      id: string;
      key: string;
      conversation: string;
      message: string | null;
      channel: string;
      state: string;
      urgent: number;
      createdAt: number;
      deadlineAt: number;
      sealed: Buffer;
      handle: Buffer | null;
    },
  ) =>
    db.insertInto('outbox').values({
      id: p.id,
      key: p.key,
      conversation: p.conversation,
      message: p.message,
      channel: p.channel,
      state: p.state as 'pending',
      urgent: p.urgent,
      created_at: p.createdAt,
      next_at: p.createdAt,
      deadline_at: p.deadlineAt,
      fence: 0,
      tries: 0,
      sealed: p.sealed,
      handle: p.handle,
    }),
);

/** Any head of the conversation at this urgency. */
export const headExists = prepared((db, p: { conversation: string; urgent: number }) =>
  db
    .selectFrom('outbox')
    .select('id')
    .where('conversation', '=', p.conversation)
    .where('urgent', '=', p.urgent)
    .where('state', 'in', UNSENT)
    .limit(1),
);

/** Heads of one channel that are due, oldest first. */
export const dueHeads = prepared(
  (db, p: { channel: string; urgent: number; now: number; limit: number }, dialect) =>
    lockFree(
      dialect,
      db
        .selectFrom('outbox')
        .select(['id', 'next_at', 'n', 'owner', 'code'])
        .where('state', '=', 'pending')
        .where('channel', '=', p.channel)
        .where('urgent', '=', p.urgent)
        .where('next_at', '<=', p.now)
        .orderBy('next_at')
        .limit(p.limit),
    ),
);

/** Takes a head: from now on only the newest fence may settle it. `code` remembers a try that never ended. */
export const claimOutbox = prepared(
  (db, p: { id: string; owner: string; until: number; code: string | null }) =>
    db
      .updateTable('outbox')
      .set((eb) => ({
        owner: p.owner,
        fence: eb('fence', '+', 1),
        tries: eb('tries', '+', 1),
        next_at: p.until,
        code: p.code,
      }))
      .where('id', '=', p.id)
      .where('state', '=', 'pending')
      .returning(['id', 'key', 'channel', 'fence', 'tries', 'deadline_at', 'code', 'sealed', 'handle']),
);

/** Locks the lane that orders a conversation's deliveries. */
export const lockLane = prepared((db, p: { conversation: string }, dialect) =>
  lock(dialect, db.selectFrom('lanes').select('conversation').where('conversation', '=', p.conversation)),
);

/** Ends a try for good: sent rows forget what they said. */
export const endOutbox = prepared(
  (db, p: { id: string; fence: number; state: string; code: string | null; receipt: Buffer | null }) =>
    db
      .updateTable('outbox')
      .set({
        state: p.state as 'sent',
        owner: null,
        code: p.code,
        receipt: p.receipt,
        sealed: sql`case when ${p.state} = 'sent' then null else sealed end`,
        handle: null,
      })
      .where('id', '=', p.id)
      .where('fence', '=', p.fence)
      .where('state', '=', 'pending')
      .returning(['conversation', 'urgent']),
);

/** Ends a try that will be repeated at `at`. */
export const retryOutbox = prepared((db, p: { id: string; fence: number; code: string; at: number }) =>
  db
    .updateTable('outbox')
    .set({ owner: null, code: p.code, next_at: p.at })
    .where('id', '=', p.id)
    .where('fence', '=', p.fence)
    .where('state', '=', 'pending')
    .returning(['conversation', 'urgent']),
);

/** Makes the next queued delivery of the conversation a head, unless it has one. */
export const promoteOutbox = prepared((db, p: { conversation: string; urgent: number }) =>
  db
    .updateTable('outbox')
    .set({ state: 'pending' })
    .where('n', '=', (eb) =>
      eb
        .selectFrom('outbox as first')
        .select('first.n')
        .where('first.conversation', '=', p.conversation)
        .where('first.urgent', '=', p.urgent)
        .where('first.state', 'in', UNSENT)
        .where('first.state', '=', 'queued')
        .orderBy('first.n')
        .limit(1),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('outbox as head')
            .select('head.n')
            .where('head.conversation', '=', p.conversation)
            .where('head.urgent', '=', p.urgent)
            .where('head.state', 'in', UNSENT)
            .where('head.state', '=', 'pending'),
        ),
      ),
    ),
);

/** Deliveries that wait for the person's next message. */
export const waitingOf = prepared((db, p: { conversation: string }) =>
  db
    .selectFrom('outbox')
    .select('id')
    .where('conversation', '=', p.conversation)
    .where('state', '=', 'waiting')
    .orderBy('n'),
);

/** Makes a waiting delivery claimable again, in its old place. */
export const wakeOutbox = prepared((db, p: { id: string; now: number; handle: Buffer | null }) =>
  db
    .updateTable('outbox')
    .set({ state: 'queued', next_at: p.now, handle: p.handle })
    .where('id', '=', p.id)
    .where('state', '=', 'waiting'),
);

/** A head that nobody works on steps back, so that an older, woken row goes first. */
export const demoteOutbox = prepared((db, p: { conversation: string }) =>
  db
    .updateTable('outbox')
    .set({ state: 'queued' })
    .where('conversation', '=', p.conversation)
    .where('state', 'in', UNSENT)
    .where('state', '=', 'pending')
    .where('owner', 'is', null),
);

const dropped = { state: 'dead', code: 'dropped', sealed: null, handle: null } as const;

/** Drops what was not sent. */
export const dropUnsent = prepared((db, p: { conversation: string }) =>
  db
    .updateTable('outbox')
    .set((eb) => ({ ...dropped, fence: eb('fence', '+', 1) }))
    .where('conversation', '=', p.conversation)
    .where('state', 'in', UNSENT),
);

/** Drops what waits for the person's next message. */
export const dropWaiting = prepared((db, p: { conversation: string }) =>
  db
    .updateTable('outbox')
    .set((eb) => ({ ...dropped, fence: eb('fence', '+', 1) }))
    .where('conversation', '=', p.conversation)
    .where('state', '=', 'waiting'),
);

/** Drops the deliveries of one message that was taken back, and forgets what was sent of it. */
export const eraseOutbox = prepared((db, p: { conversation: string; message: string }) =>
  db
    .updateTable('outbox')
    .set((eb) => ({
      state: sql<'dead'>`case when state = 'sent' then 'sent' else 'dead' end`,
      code: 'erased',
      sealed: null,
      handle: null,
      receipt: null,
      fence: eb('fence', '+', 1),
    }))
    .where('conversation', '=', p.conversation)
    .where('message', '=', p.message),
);

/** Counts and age of what was not sent. */
export const outboxDepth = prepared((db, _: Record<string, never>) =>
  db.selectNoFrom((eb) => [
    eb
      .selectFrom('outbox')
      .select(eb.fn.countAll<number>().as('c'))
      .where('state', 'in', UNSENT)
      .as('pending'),
    eb
      .selectFrom('outbox')
      .select((q) => q.fn.min<number | null>('created_at').as('m'))
      .where('state', 'in', UNSENT)
      .as('oldest'),
    eb
      .selectFrom('outbox')
      .select(eb.fn.countAll<number>().as('c'))
      .where('state', '=', 'waiting')
      .as('waiting'),
    eb.selectFrom('outbox').select(eb.fn.countAll<number>().as('c')).where('state', '=', 'dead').as('dead'),
  ]),
);

/** When the next head of each road is due. */
export const nextHead = prepared((db, _: Record<string, never>) =>
  db.selectNoFrom((eb) => {
    const soonest = (urgent: number) =>
      eb
        .selectFrom('outbox')
        .select((q) => q.fn.min<number | null>('next_at').as('m'))
        .where('state', '=', 'pending')
        .where('urgent', '=', urgent);
    return [soonest(1).as('urgent'), soonest(0).as('ordinary')];
  }),
);

/** Any urgent head that is due, whatever its channel. */
export const urgentDue = prepared((db, p: { now: number }) =>
  db
    .selectFrom('outbox')
    .select('id')
    .where('state', '=', 'pending')
    .where('urgent', '=', 1)
    .where('next_at', '<=', p.now)
    .limit(1),
);

/** Forgets sent rows. */
export const pruneSent = prepared((db, p: { before: number }) =>
  db.deleteFrom('outbox').where('state', '=', 'sent').where('created_at', '<', p.before),
);
