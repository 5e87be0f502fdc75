import { sql } from 'kysely';
import { prepared } from './prepared.ts';

/** Stores a row once; nothing when its id is known. */
export const insertInbox = prepared(
  (
    db,
    p: {
      id: string;
      conversation: string;
      message: string | null;
      urgent: number;
      at: number;
      receivedAt: number;
      hash: Buffer;
      sealed: Buffer;
    },
  ) =>
    db
      .insertInto('inbox')
      .values({
        id: p.id,
        conversation: p.conversation,
        message: p.message,
        state: 'open',
        urgent: p.urgent,
        at: p.at,
        received_at: p.receivedAt,
        tries: 0,
        retry_at: 0,
        code: null,
        hash: p.hash,
        sealed: p.sealed,
      })
      .onConflict((conflict) => conflict.column('id').doNothing()),
);

/** The row that a lane was claimed for. */
export const claimedRow = prepared((db, p: { id: string }) =>
  db
    .selectFrom('inbox')
    .select(['id', 'sealed', 'received_at', 'urgent', 'tries'])
    .where('id', '=', p.id)
    .where('state', '=', 'open'),
);

/** One row whose retry is due, if any. */
export const dueRetry = prepared((db, p: { now: number }) =>
  db
    .selectFrom('inbox')
    .select('id')
    .where('state', '=', 'open')
    .where('retry_at', '>', 0)
    .where('retry_at', '<=', p.now)
    .limit(1),
);

/** Makes due retries claimable. */
export const readyRetries = prepared((db, p: { now: number }) =>
  db
    .updateTable('inbox')
    .set({ retry_at: 0 })
    .where('state', '=', 'open')
    .where('retry_at', '>', 0)
    .where('retry_at', '<=', p.now)
    .returning('conversation'),
);

/** Counts a failed try; the `limit`th makes the row dead. */
export const failInbox = prepared((db, p: { id: string; code: string; retryAt: number; limit: number }) =>
  db
    .updateTable('inbox')
    .set((eb) => ({
      tries: eb('tries', '+', 1),
      code: p.code,
      retry_at: p.retryAt,
      state: sql<'open'>`case when tries + 1 >= ${p.limit} then 'dead' else 'open' end`,
    }))
    .where('id', '=', p.id)
    .where('state', '=', 'open')
    .returning(['conversation', 'tries', 'state']),
);

/** Finishes a row: what it said is dropped. */
export const finishInbox = prepared((db, p: { id: string }) =>
  db
    .updateTable('inbox')
    .set({ state: 'done', sealed: null, message: null })
    .where('id', '=', p.id)
    .where('state', '!=', 'done')
    .returning('conversation'),
);

/** Finishes the open rows of one message that was taken back. */
export const eraseOpenInbox = prepared((db, p: { conversation: string; message: string }) =>
  db
    .updateTable('inbox')
    .set({ state: 'done', sealed: null, code: 'erased' })
    .where('conversation', '=', p.conversation)
    .where('message', '=', p.message)
    .where('state', '=', 'open'),
);

/** The same for dead letters. */
export const eraseDeadInbox = prepared((db, p: { conversation: string; message: string }) =>
  db
    .updateTable('inbox')
    .set({ sealed: null, code: 'erased' })
    .where('conversation', '=', p.conversation)
    .where('message', '=', p.message)
    .where('state', '=', 'dead'),
);

/** An urgent row that waits while the lane's owner works on an ordinary one (or nobody works). */
export const urgentWaiting = prepared((db, p: { conversation: string }) =>
  db
    .selectFrom('inbox')
    .innerJoin('lanes', 'lanes.conversation', 'inbox.conversation')
    .select('inbox.id')
    .where('inbox.conversation', '=', p.conversation)
    .where('inbox.state', '=', 'open')
    .where('inbox.urgent', '=', 1)
    .where('inbox.retry_at', '=', 0)
    .where('lanes.row_urgent', '=', 0)
    .limit(1),
);

/** Rows that still wait, with the arrival of the oldest claimable one, and dead letters. */
export const inboxDepth = prepared((db, _: Record<string, never>) =>
  db.selectNoFrom((eb) => [
    eb.selectFrom('inbox').select(eb.fn.countAll<number>().as('c')).where('state', '=', 'open').as('open'),
    eb
      .selectFrom('inbox')
      .select((q) => q.fn.min<number | null>('received_at').as('m'))
      .where('state', '=', 'open')
      .where('retry_at', '=', 0)
      .as('oldest'),
    eb.selectFrom('inbox').select(eb.fn.countAll<number>().as('c')).where('state', '=', 'dead').as('dead'),
  ]),
);

/** Forgets finished rows. */
export const pruneInbox = prepared((db, p: { before: number }) =>
  db.deleteFrom('inbox').where('state', '=', 'done').where('received_at', '<', p.before),
);
