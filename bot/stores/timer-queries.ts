import { lockFree } from './dialect.ts';
import { prepared } from './prepared.ts';

/** Adds a timer; the same id again moves it. */
export const insertTimer = prepared(
  (db, p: { id: string; conversation: string; dueAt: number; sealed: Buffer }) =>
    db
      .insertInto('timers')
      .values({ id: p.id, conversation: p.conversation, due_at: p.dueAt, sealed: p.sealed })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ due_at: p.dueAt, sealed: p.sealed })),
);

/** Due timers, oldest first. */
export const dueTimers = prepared((db, p: { now: number; limit: number }, dialect) =>
  lockFree(
    dialect,
    db.selectFrom('timers').selectAll().where('due_at', '<=', p.now).orderBy('due_at').limit(p.limit),
  ),
);

/** Removes one timer. */
export const deleteTimer = prepared((db, p: { id: string }) =>
  db.deleteFrom('timers').where('id', '=', p.id),
);

/** Removes all timers of a conversation. */
export const cancelTimers = prepared((db, p: { conversation: string }) =>
  db.deleteFrom('timers').where('conversation', '=', p.conversation),
);

/** When the next timer is due. */
export const nextTimer = prepared((db, _: Record<string, never>) =>
  db.selectFrom('timers').select((eb) => eb.fn.min<number | null>('due_at').as('next')),
);
