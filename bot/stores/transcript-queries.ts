import { prepared } from './prepared.ts';

/** Adds a line under the number that its lane gave out. */
export const insertLine = prepared(
  (
    db,
    p: { conversation: string; seq: number; message: string; author: string; at: number; sealed: Buffer },
  ) =>
    db.insertInto('transcript').values({
      conversation: p.conversation,
      seq: p.seq,
      message: p.message,
      author: p.author as 'user',
      at: p.at,
      erased: 0,
      sealed: p.sealed,
    }),
);

/** Lines after a number, oldest first. */
export const linesSince = prepared((db, p: { conversation: string; after: number; limit: number }) =>
  db
    .selectFrom('transcript')
    .selectAll()
    .where('conversation', '=', p.conversation)
    .where('seq', '>', p.after)
    .orderBy('seq')
    .limit(p.limit),
);

/** The newest lines, newest first. */
export const newestLines = prepared((db, p: { conversation: string; limit: number }) =>
  db
    .selectFrom('transcript')
    .selectAll()
    .where('conversation', '=', p.conversation)
    .orderBy('seq', 'desc')
    .limit(p.limit),
);

/** The highest number. */
export const lastLine = prepared((db, p: { conversation: string }) =>
  db
    .selectFrom('transcript')
    .select((eb) => eb.fn.max<number | null>('seq').as('seq'))
    .where('conversation', '=', p.conversation),
);

/** Lines of one message. */
export const linesOf = prepared((db, p: { conversation: string; message: string }) =>
  db
    .selectFrom('transcript')
    .select(['seq', 'sealed'])
    .where('conversation', '=', p.conversation)
    .where('message', '=', p.message)
    .where('erased', '=', 0),
);

/** Leaves a tombstone. */
export const eraseLine = prepared((db, p: { conversation: string; seq: number; sealed: Buffer }) =>
  db
    .updateTable('transcript')
    .set({ erased: 1, sealed: p.sealed })
    .where('conversation', '=', p.conversation)
    .where('seq', '=', p.seq),
);
