import { prepared } from './prepared.ts';

/** Takes the next number; the chain is ours until the commit. */
export const nextAudit = prepared((db, _: Record<string, never>) =>
  db
    .updateTable('audit_head')
    .set((eb) => ({ seq: eb('seq', '+', 1) }))
    .where('id', '=', 1)
    .returning(['seq', 'hash']),
);

/** Adds an entry. */
export const insertAudit = prepared(
  (db, p: { seq: number; at: number; action: string; prev: Buffer; hash: Buffer; sealed: Buffer }) =>
    db.insertInto('audit').values({
      seq: p.seq,
      at: p.at,
      action: p.action,
      prev: p.prev,
      hash: p.hash,
      sealed: p.sealed,
    }),
);

/** The chain now ends here. */
export const setAuditHead = prepared((db, p: { hash: Buffer }) =>
  db.updateTable('audit_head').set({ hash: p.hash }).where('id', '=', 1),
);

/** Entries after a number, oldest first. */
export const auditSince = prepared((db, p: { after: number; limit: number }) =>
  db.selectFrom('audit').selectAll().where('seq', '>', p.after).orderBy('seq').limit(p.limit),
);

/** Where the chain should end. */
export const auditHead = prepared((db, _: Record<string, never>) =>
  db.selectFrom('audit_head').select(['seq', 'hash']).where('id', '=', 1),
);
