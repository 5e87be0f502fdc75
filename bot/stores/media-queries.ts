import { lockFree } from './dialect.ts';
import { prepared } from './prepared.ts';

/** Adds a fetch job once. */
export const insertMedia = prepared(
  (db, p: { id: string; conversation: string; message: string; createdAt: number; job: Buffer }) =>
    db
      .insertInto('media')
      .values({
        id: p.id,
        conversation: p.conversation,
        message: p.message,
        state: 'pending',
        created_at: p.createdAt,
        next_at: p.createdAt,
        fence: 0,
        tries: 0,
        job: p.job,
      })
      .onConflict((conflict) => conflict.column('id').doNothing()),
);

/** Jobs that are due, oldest first. */
export const dueMedia = prepared((db, p: { now: number; limit: number }, dialect) =>
  lockFree(
    dialect,
    db
      .selectFrom('media')
      .select('id')
      .where('state', '=', 'pending')
      .where('next_at', '<=', p.now)
      .orderBy('next_at')
      .limit(p.limit),
  ),
);

/** Takes a job. */
export const claimMedia = prepared((db, p: { id: string; owner: string; until: number }) =>
  db
    .updateTable('media')
    .set((eb) => ({
      owner: p.owner,
      fence: eb('fence', '+', 1),
      tries: eb('tries', '+', 1),
      next_at: p.until,
    }))
    .where('id', '=', p.id)
    .where('state', '=', 'pending')
    .returning(['id', 'fence', 'tries', 'job']),
);

/** Stores what was fetched. The job, which may hold a link, is dropped. */
export const storeMedia = prepared((db, p: { id: string; fence: number; type: Buffer; bytes: Buffer }) =>
  db
    .updateTable('media')
    .set({ state: 'stored', owner: null, code: null, job: null, type: p.type, bytes: p.bytes })
    .where('id', '=', p.id)
    .where('fence', '=', p.fence)
    .where('state', '=', 'pending'),
);

/** Ends a try that will be repeated. */
export const retryMedia = prepared((db, p: { id: string; fence: number; code: string; at: number }) =>
  db
    .updateTable('media')
    .set({ owner: null, code: p.code, next_at: p.at })
    .where('id', '=', p.id)
    .where('fence', '=', p.fence)
    .where('state', '=', 'pending'),
);

/** Gives up. */
export const endMedia = prepared((db, p: { id: string; fence: number; code: string }) =>
  db
    .updateTable('media')
    .set({ state: 'dead', owner: null, code: p.code, job: null })
    .where('id', '=', p.id)
    .where('fence', '=', p.fence)
    .where('state', '=', 'pending'),
);

/** What was fetched. */
export const readMedia = prepared((db, p: { id: string }) =>
  db.selectFrom('media').select(['type', 'bytes']).where('id', '=', p.id).where('state', '=', 'stored'),
);

/** When the next job is due. */
export const nextMedia = prepared((db, _: Record<string, never>) =>
  db
    .selectFrom('media')
    .select((eb) => eb.fn.min<number | null>('next_at').as('next'))
    .where('state', '=', 'pending'),
);

/** Forgets the files of a message that was taken back, fetched or not. */
export const eraseMedia = prepared((db, p: { conversation: string; message: string }) =>
  db
    .updateTable('media')
    .set((eb) => ({
      state: 'dead',
      code: 'erased',
      job: null,
      type: null,
      bytes: null,
      fence: eb('fence', '+', 1),
    }))
    .where('conversation', '=', p.conversation)
    .where('message', '=', p.message),
);
