import type { Json } from '../json.ts';
import type { AuditDraft } from '../turn.ts';
import * as audit from './audit-queries.ts';
import type { Database, Session } from './database.ts';
import type { Sealer } from './sealer.ts';

interface Content {
  readonly actor: string;
  readonly subject: string;
  readonly data: Json;
}

/** One audit entry as it was written. */
interface AuditRow extends Content {
  readonly seq: number;
  readonly at: number;
  readonly action: string;
}

/** What a check of the whole chain found. `brokenAt`: number of the first entry that is missing or changed. */
interface AuditCheck {
  readonly entries: number;
  readonly brokenAt: number | undefined;
  /** Hash of the newest entry, hex: keep a copy elsewhere, it fixes all that came before. */
  readonly head: string;
}

/** Hash of an entry over the one before it; keyed, so that a guess cannot be tried out on it. */
function chain(sealer: Sealer, row: AuditRow, prev: Buffer): Buffer {
  const { seq, at, actor, action, subject, data } = row;
  return sealer.digest(
    'audit',
    JSON.stringify([prev.toString('hex'), seq, at, actor, action, subject, data]),
  );
}

/** Appends to the chain inside a commit; the last thing it does, because the chain's end is locked from here on. */
export async function appendAudit(
  session: Session,
  sealer: Sealer,
  at: number,
  entries: readonly (AuditDraft & { readonly actor: string })[],
): Promise<void> {
  for (const { actor, action, subject, data = null } of entries) {
    const head = await session.one(audit.nextAudit, {});
    if (!head) throw new Error('the audit has no head: restore from a backup');
    const content: Content = { actor, subject, data };
    const hash = chain(sealer, { seq: head.seq, at, action, ...content }, head.hash);
    const sealed = sealer.seal('audit', String(head.seq), 'content', content);
    await session.run(audit.insertAudit, { seq: head.seq, at, action, prev: head.hash, hash, sealed });
    await session.run(audit.setAuditHead, { hash });
  }
}

/** Reading the audit. Nothing here can change it. */
export interface Audit {
  /** Entries with `seq > after`, oldest first. */
  since(after: number, limit: number): Promise<readonly AuditRow[]>;
  /** Recomputes every hash of the chain. */
  verify(): Promise<AuditCheck>;
}

const PAGE = 500;

/** The audit on SQL. */
export function sqlAudit(database: Database, sealer: Sealer): Audit {
  const page = (after: number, limit: number) =>
    database.read((session) => session.rows(audit.auditSince, { after, limit }));
  const rowOf = (row: { seq: number; at: number; action: string; sealed: Buffer }): AuditRow => ({
    seq: row.seq,
    at: row.at,
    action: row.action,
    ...(sealer.open('audit', String(row.seq), 'content', row.sealed) as unknown as Content),
  });
  return {
    since: async (after, limit) => (await page(after, limit)).map(rowOf),
    verify: async () => {
      // The end is read first: entries written during the check come after it and are left for the next one.
      const end = await database.read((session) => session.one(audit.auditHead, {}));
      const last = end?.seq ?? 0;
      let prev: Buffer = Buffer.alloc(32);
      let seq = 0;
      const broken = (at: number): AuditCheck => ({
        entries: last,
        brokenAt: at,
        head: prev.toString('hex'),
      });
      while (seq < last) {
        const rows = await page(seq, Math.min(PAGE, last - seq));
        if (rows.length === 0) return broken(seq + 1);
        for (const row of rows) {
          if (row.seq !== seq + 1 || !row.prev.equals(prev)) return broken(seq + 1);
          try {
            if (!chain(sealer, rowOf(row), prev).equals(row.hash)) return broken(row.seq);
          } catch {
            return broken(row.seq);
          }
          prev = row.hash;
          seq = row.seq;
        }
      }
      return end && !end.hash.equals(prev)
        ? broken(last)
        : { entries: last, brokenAt: undefined, head: prev.toString('hex') };
    },
  };
}
