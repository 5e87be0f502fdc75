import { sql } from 'kysely';
import { lockFree } from './dialect.ts';
import { prepared } from './prepared.ts';

/** The lane's first claimable inbox row, as a scalar of the update around it. */
const head = <T>(column: 'urgent' | 'at' | 'id') =>
  sql<T>`(select ${sql.ref(`i.${column}`)} from inbox as i where i.conversation = lanes.conversation
    and i.state = 'open' and i.retry_at = 0 order by i.urgent desc, i.at, i.n limit 1)`;
const headOf = {
  head_urgent: sql<number>`coalesce(${head<number>('urgent')}, 0)`,
  head_at: head<number>('at'),
};

/** Sets the lane's summary (has it work? how urgent, how old?) from its inbox rows. */
export const refreshLane = prepared((db, p: { conversation: string }) =>
  db.updateTable('lanes').set(headOf).where('conversation', '=', p.conversation),
);

/**
 * Under a lease: checks the fence, gives `lines` transcript numbers, sets the summary, and ends the lease when `keep`
 * is 0 (1 keeps it). No row = lease lost.
 */
export const advanceLane = prepared(
  (db, p: { conversation: string; fence: number; lines: number; keep: number }) =>
    db
      .updateTable('lanes')
      .set((eb) => ({
        said: eb('said', '+', p.lines),
        ...headOf,
        lease_until: sql<number>`lease_until * ${p.keep}`,
        row_urgent: sql<number>`row_urgent * ${p.keep}`,
        row_id: sql<string | null>`case when ${p.keep} = 1 then row_id end`,
        owner: sql<string | null>`case when ${p.keep} = 1 then owner end`,
      }))
      .where('conversation', '=', p.conversation)
      .where('fence', '=', p.fence)
      .returning('said'),
);

/** Without a lease: locks the lane (made when absent) and gives `lines` transcript numbers. */
export const openLane = prepared((db, p: { conversation: string; lines: number }) =>
  db
    .insertInto('lanes')
    .values({
      conversation: p.conversation,
      fence: 0,
      lease_until: 0,
      row_urgent: 0,
      head_urgent: 0,
      said: p.lines,
    })
    .onConflict((conflict) =>
      conflict
        .column('conversation')
        .doUpdateSet((eb) => ({ said: eb('lanes.said', '+', eb.ref('excluded.said')) })),
    )
    .returning('said'),
);

/** A new inbox row arrived: the lane exists and its summary counts the row. */
export const noteArrival = prepared((db, p: { conversation: string; urgent: number; at: number }) =>
  db
    .insertInto('lanes')
    .values({
      conversation: p.conversation,
      fence: 0,
      lease_until: 0,
      row_urgent: 0,
      head_urgent: p.urgent,
      head_at: p.at,
      said: 0,
    })
    .onConflict((conflict) =>
      conflict.column('conversation').doUpdateSet({
        head_urgent: sql`case when lanes.head_at is null or excluded.head_urgent > lanes.head_urgent
          then excluded.head_urgent else lanes.head_urgent end`,
        head_at: sql`case when lanes.head_at is null or excluded.head_urgent > lanes.head_urgent
            or (excluded.head_urgent = lanes.head_urgent and excluded.head_at < lanes.head_at)
          then excluded.head_at else lanes.head_at end`,
      }),
    ),
);

/** Remembers how the conversation is reached. */
export const noteContact = prepared((db, p: { conversation: string; contact: Buffer }) =>
  db.updateTable('lanes').set({ contact: p.contact }).where('conversation', '=', p.conversation),
);

/** How the conversation is reached. */
export const contactOf = prepared((db, p: { conversation: string }) =>
  db.selectFrom('lanes').select('contact').where('conversation', '=', p.conversation),
);

/** Takes the best free lane: urgent first, then the oldest event. `urgency` 1 looks at urgent lanes only, 0 at all. */
export const claimLane = prepared(
  (db, p: { owner: string; now: number; until: number; urgency: number }, dialect) =>
    db
      .updateTable('lanes')
      .set((eb) => ({
        owner: p.owner,
        fence: eb('fence', '+', 1),
        lease_until: p.until,
        row_id: head<string>('id'),
        row_urgent: sql<number>`coalesce(${head<number>('urgent')}, 0)`,
      }))
      .where('conversation', '=', (eb) =>
        lockFree(
          dialect,
          eb
            .selectFrom('lanes')
            .select('conversation')
            .where('head_at', 'is not', null)
            .where('lease_until', '<=', p.now)
            .where('head_urgent', '>=', p.urgency)
            .orderBy('head_urgent', 'desc')
            .orderBy('head_at')
            .limit(1),
        ),
      )
      .returning(['conversation', 'fence', 'row_id']),
);

/** Prolongs a lease that is still ours. */
export const renewLane = prepared((db, p: { conversation: string; fence: number; until: number }) =>
  db
    .updateTable('lanes')
    .set({ lease_until: p.until })
    .where('conversation', '=', p.conversation)
    .where('fence', '=', p.fence)
    .where('row_id', 'is not', null),
);

/** Ends a lease that is still ours. */
export const releaseLane = prepared((db, p: { conversation: string; fence: number }) =>
  db
    .updateTable('lanes')
    .set({ owner: null, lease_until: 0, row_id: null, row_urgent: 0 })
    .where('conversation', '=', p.conversation)
    .where('fence', '=', p.fence),
);
