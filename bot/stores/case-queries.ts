import { sql } from 'kysely';
import { prepared } from './prepared.ts';

/** The open case of a conversation and kind. */
export const openCaseOf = prepared((db, p: { conversation: string; kind: string }) =>
  db
    .selectFrom('cases')
    .select(['id', 'urgency'])
    .where('conversation', '=', p.conversation)
    .where('kind', '=', p.kind)
    .where('state', '!=', 'closed'),
);

/** A new case. */
export const insertCase = prepared(
  (
    db,
    p: {
      id: string;
      conversation: string;
      kind: string;
      urgency: number;
      language: string;
      at: number;
      sealed: Buffer;
    },
  ) =>
    db.insertInto('cases').values({
      id: p.id,
      conversation: p.conversation,
      kind: p.kind,
      urgency: p.urgency,
      office: null,
      specialist: null,
      language: p.language,
      state: 'open',
      opened_at: p.at,
      version: 1,
      sealed: p.sealed,
    }),
);

/** An open case was opened again: its urgency can only rise. */
export const raiseCase = prepared((db, p: { id: string; urgency: number }) =>
  db
    .updateTable('cases')
    .set((eb) => ({
      version: eb('version', '+', 1),
      urgency: sql<number>`case when urgency < ${p.urgency} then ${p.urgency} else urgency end`,
    }))
    .where('id', '=', p.id),
);

/** Number of the case's newest event. */
export const lastCaseEvent = prepared((db, p: { id: string }) =>
  db
    .selectFrom('case_events')
    .select((eb) => eb.fn.max<number | null>('n').as('n'))
    .where('case_id', '=', p.id),
);

/** Adds to the history. */
export const insertCaseEvent = prepared(
  (db, p: { caseId: string; n: number; at: number; type: string; ref: string | null; sealed: Buffer }) =>
    db
      .insertInto('case_events')
      .values({ case_id: p.caseId, n: p.n, at: p.at, type: p.type, ref: p.ref, sealed: p.sealed }),
);
