import type { ReplyHandle } from '../activity.ts';
import { BotError } from '../errors.ts';
import type { Outbox, OutboxDraft, OutboxRow, Settlement } from '../ports/outbox.ts';
import type { Database, Session } from './database.ts';
import { createLaneLock } from './lane-lock.ts';
import * as outbox from './outbox-queries.ts';
import type { Sealer } from './sealer.ts';

type Content = Pick<OutboxDraft, 'conversation' | 'address' | 'body' | 'purpose'>;

/** Adds deliveries inside a commit that holds the lane of `draft.conversation`. */
export async function insertOutbox(session: Session, sealer: Sealer, draft: OutboxDraft): Promise<void> {
  const conversation = sealer.find('conversation', draft.conversation);
  const urgent = draft.urgent ? 1 : 0;
  const ahead = await session.one(outbox.headExists, { conversation, urgent });
  const content: Content = {
    conversation: draft.conversation,
    address: draft.address,
    body: draft.body,
    purpose: draft.purpose,
  };
  await session.run(outbox.insertOutbox, {
    id: draft.id,
    key: draft.key,
    conversation,
    message: draft.messageId === undefined ? null : sealer.find('message', draft.messageId),
    channel: draft.channel,
    state: ahead ? 'queued' : 'pending',
    urgent,
    createdAt: draft.createdAt,
    deadlineAt: draft.deadlineAt,
    sealed: sealer.seal('outbox', draft.id, 'content', content),
    handle: draft.replyHandle ? sealer.seal('outbox', draft.id, 'handle', draft.replyHandle) : null,
  });
}

interface Head {
  readonly id: string;
  readonly next_at: number;
  readonly n: number;
  readonly owner: string | null;
  readonly code: string | null;
}

const INTERRUPTED = 'interrupted:';

/** A head that still has an owner was claimed by a process that died: remembers when the first such try began. */
function interruptedCode({ owner, code, next_at }: Head, leaseMs: number): string | null {
  if (owner === null || code?.startsWith(INTERRUPTED)) return code;
  return `${INTERRUPTED}${next_at - leaseMs}`;
}

function interruptedAt(code: string | null): { interruptedAt?: number } {
  return code?.startsWith(INTERRUPTED) ? { interruptedAt: Number(code.slice(INTERRUPTED.length)) } : {};
}

const compare = (a: { next_at: number; n: number }, b: { next_at: number; n: number }) =>
  a.next_at - b.next_at || a.n - b.n;

/**
 * The outbox on SQL. Urgent deliveries of a conversation keep their own order and never stand behind
 * ordinary ones; a row that waits for quota holds nobody up.
 */
export function sqlOutbox(database: Database, sealer: Sealer): Outbox {
  const lane = (conversation: string) => sealer.find('conversation', conversation);

  const { lock: lockLane } = createLaneLock(database.dialect);
  const promote = async (session: Session, conversation: string) => {
    for (const urgent of [1, 0]) await session.run(outbox.promoteOutbox, { conversation, urgent });
  };

  /** Ends a try; gives the road that it stood on, or nothing when the lease was lost. */
  const apply = async (session: Session, id: string, fence: number, settlement: Settlement) => {
    if (settlement.state === 'retry') {
      const retry = { id, fence, code: settlement.code, at: settlement.at };
      return await session.one(outbox.retryOutbox, retry);
    }
    const sent = settlement.state === 'sent';
    const end = {
      id,
      fence,
      state: settlement.state,
      code: sent ? null : settlement.code,
      receipt: sent ? sealer.seal('outbox', id, 'receipt', settlement.receipt) : null,
    };
    return await session.one(outbox.endOutbox, end);
  };

  return {
    claim: async (owner, now, leaseMs, limit, channels, only) => {
      const rows = await database.write(async (session) => {
        const heads: Head[] = [];
        for (const urgent of only ? [1] : [1, 0]) {
          if (heads.length >= limit) break;
          // Mostly there is no danger: one look instead of one a channel.
          if (urgent === 1 && !(await session.one(outbox.urgentDue, { now }))) continue;
          const found = [];
          for (const channel of channels)
            found.push(...(await session.rows(outbox.dueHeads, { channel, urgent, now, limit })));
          heads.push(...found.sort(compare).slice(0, limit - heads.length));
        }
        const claimed = [];
        for (const head of heads) {
          const code = interruptedCode(head, leaseMs);
          const take = { id: head.id, owner, until: now + leaseMs, code };
          const row = await session.one(outbox.claimOutbox, take);
          if (row) claimed.push(row);
        }
        return claimed;
      }, 'soft');
      return rows.map((row): OutboxRow => {
        if (!row.sealed)
          throw new BotError('no_text', 'A pending delivery has no body: restore from a backup.');
        const content = sealer.open('outbox', row.id, 'content', row.sealed) as unknown as Content;
        const handle = row.handle && sealer.open('outbox', row.id, 'handle', row.handle);
        return {
          channel: row.channel,
          deadlineAt: row.deadline_at,
          fence: row.fence,
          delivery: {
            id: row.id,
            key: row.key,
            ...content,
            tries: row.tries - 1,
            ...interruptedAt(row.code),
            ...(handle ? { replyHandle: handle as unknown as ReplyHandle } : {}),
          },
        };
      });
    },

    // Soft: what a power failure forgets is tried once more with the same key, and the platform knows it.
    settle: (id, fence, _now, settlement) =>
      database.write(async (session) => {
        const row = await apply(session, id, fence, settlement);
        if (!row) return false;
        if (settlement.state !== 'retry') {
          // Only now can nobody add a row behind this one that would wait for it for ever.
          await lockLane(session, row.conversation);
          await session.run(outbox.promoteOutbox, row);
        }
        return true;
      }, 'soft'),

    wake: async (conversation, now, handle) => {
      const name = lane(conversation);
      // Asked with nearly every message, and nearly always there is nothing: that costs no write.
      const any = await database.read(
        (session) => session.rows(outbox.waitingOf, { conversation: name }),
        'early',
      );
      if (any.length === 0) return 0;
      return database.write(async (session) => {
        await lockLane(session, name);
        const waiting = await session.rows(outbox.waitingOf, { conversation: name });
        if (waiting.length === 0) return 0;
        await session.run(outbox.demoteOutbox, { conversation: name });
        for (const { id } of waiting) {
          const sealed = handle ? sealer.seal('outbox', id, 'handle', handle) : null;
          await session.run(outbox.wakeOutbox, { id, now, handle: sealed });
        }
        await promote(session, name);
        return waiting.length;
      });
    },

    drop: (conversation) =>
      database.write(async (session) => {
        await lockLane(session, lane(conversation));
        const target = { conversation: lane(conversation) };
        return (
          (await session.run(outbox.dropUnsent, target)) + (await session.run(outbox.dropWaiting, target))
        );
      }),

    depth: () =>
      database.read(async (session) => {
        const row = await session.one(outbox.outboxDepth, {});
        return {
          pending: row?.pending ?? 0,
          waiting: row?.waiting ?? 0,
          dead: row?.dead ?? 0,
          oldestAt: row?.oldest ?? undefined,
        };
      }),

    nextAt: () =>
      database.read(async (session) => {
        const next = await session.one(outbox.nextHead, {});
        const times = [next?.urgent, next?.ordinary].filter((at) => at !== null && at !== undefined);
        return times.length > 0 ? Math.min(...times) : undefined;
      }),
  };
}
