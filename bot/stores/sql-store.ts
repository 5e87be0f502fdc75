import { ConflictError, LeaseLostError } from '../errors.ts';
import type { Commit, Entry, EntryChange, Store } from '../ports/store.ts';
import type { TranscriptDraft } from '../ports/transcript.ts';
import type { Database, Session } from './database.ts';
import * as entries from './entry-queries.ts';
import * as inbox from './inbox-queries.ts';
import { createLaneLock, type LaneLock } from './lane-lock.ts';
import * as lanes from './lane-queries.ts';
import { eraseMedia } from './media-queries.ts';
import { openCase } from './open-case.ts';
import { eraseOutbox, promoteOutbox } from './outbox-queries.ts';
import type { Sealer } from './sealer.ts';
import { appendAudit } from './sql-audit.ts';
import { insertMedia } from './sql-media.ts';
import { insertOutbox } from './sql-outbox.ts';
import { insertTimer } from './sql-timers.ts';
import { eraseLines, insertLine } from './sql-transcript.ts';
import { deleteTimer } from './timer-queries.ts';

const keyOf = (sealer: Sealer, key: string) => sealer.find('entry', key);

async function changeEntry(session: Session, sealer: Sealer, change: EntryChange): Promise<void> {
  const key = keyOf(sealer, change.key);
  const { expected, value } = change;
  const sealed = value === null ? null : sealer.seal('entries', key, 'value', value);
  const touched = async () => {
    if (expected !== null) return (await session.run(entries.changeEntry, { key, expected, sealed })) === 1;
    if (sealed) return (await session.run(entries.createEntry, { key, sealed })) === 1;
    const known = await session.one(entries.readEntry, { key });
    return !known?.sealed;
  };
  if (!(await touched()))
    throw new ConflictError('An entry was changed by somebody else; compute the turn again.');
}

/** Locks every lane that the commit writes in and gives the number before each one's first new line. */
async function advanceLanes(
  session: Session,
  sealer: Sealer,
  laneLock: LaneLock,
  commit: Commit,
): Promise<Map<string, number>> {
  const lines = new Map<string, number>();
  const touch = (conversation: string, count: number) =>
    lines.set(conversation, (lines.get(conversation) ?? 0) + count);
  if (commit.lane) touch(commit.lane.conversation, 0);
  for (const line of commit.transcript ?? []) touch(line.conversation, 1);
  for (const { conversation } of [...(commit.outbox ?? []), ...(commit.cases ?? []), ...(commit.erase ?? [])])
    touch(conversation, 0);
  const start = new Map<string, number>();
  const sorted = [...lines]
    .map(([name, count]) => ({ name, count, conversation: sealer.find('conversation', name) }))
    .sort((a, b) => (a.conversation < b.conversation ? -1 : 1));
  for (const { name, count, conversation } of sorted) {
    const held = commit.lane?.conversation === name ? commit.lane : undefined;
    const keep = held?.release ? 0 : 1;
    if (held) await laneLock.lock(session, conversation);
    const lane = held
      ? await session.one(lanes.advanceLane, { conversation, fence: held.fence, lines: count, keep })
      : await session.one(lanes.openLane, { conversation, lines: count });
    if (!lane) throw new LeaseLostError('A newer worker has this conversation; drop the turn.');
    start.set(name, lane.said - count);
  }
  return start;
}

async function writeLines(
  session: Session,
  sealer: Sealer,
  transcript: readonly TranscriptDraft[],
  start: Map<string, number>,
): Promise<void> {
  for (const line of transcript) {
    const seq = (start.get(line.conversation) ?? 0) + 1;
    start.set(line.conversation, seq);
    await insertLine(session, sealer, line, seq);
  }
}

async function erase(session: Session, sealer: Sealer, targets: NonNullable<Commit['erase']>): Promise<void> {
  for (const { conversation, messageId } of targets) {
    const target = {
      conversation: sealer.find('conversation', conversation),
      message: sealer.find('message', messageId),
    };
    await eraseLines(session, sealer, target);
    await session.run(eraseOutbox, target);
    await session.run(eraseMedia, target);
    await session.run(inbox.eraseOpenInbox, target);
    await session.run(inbox.eraseDeadInbox, target);
    await session.run(lanes.refreshLane, target);
    for (const urgent of [1, 0]) await session.run(promoteOutbox, { ...target, urgent });
  }
}

/** Does what the commit says, in an order that keeps two commits from waiting for each other in a circle. */
async function apply(session: Session, sealer: Sealer, laneLock: LaneLock, commit: Commit): Promise<void> {
  const held = commit.lane && sealer.find('conversation', commit.lane.conversation);
  const others = new Set<string>();
  for (const id of commit.inboxDone ?? []) {
    const row = await session.one(inbox.finishInbox, { id });
    if (row && row.conversation !== held) others.add(row.conversation);
  }
  const start = await advanceLanes(session, sealer, laneLock, commit);
  for (const conversation of others) await laneLock.refresh(session, conversation);
  for (const change of commit.entries ?? []) await changeEntry(session, sealer, change);
  await writeLines(session, sealer, commit.transcript ?? [], start);
  for (const draft of commit.outbox ?? []) await insertOutbox(session, sealer, draft);
  for (const timer of commit.timers ?? []) await insertTimer(session, sealer, timer);
  for (const id of commit.timersDone ?? []) await session.run(deleteTimer, { id });
  for (const draft of commit.media ?? []) await insertMedia(session, sealer, draft);
  for (const draft of commit.cases ?? []) await openCase(session, sealer, draft, commit.at);
  await erase(session, sealer, commit.erase ?? []);
  await appendAudit(session, sealer, commit.at, commit.audit ?? []);
}

/** Entries and the commit that spans all tables. */
export function sqlStore(database: Database, sealer: Sealer): Store {
  const laneLock = createLaneLock(database.dialect);
  return {
    read: (keys) =>
      database.read(async (session) => {
        const found = new Map<string, Entry>();
        for (const name of keys) {
          const key = keyOf(sealer, name);
          const row = await session.one(entries.readEntry, { key });
          if (!row?.sealed) continue;
          found.set(name, { value: sealer.open('entries', key, 'value', row.sealed), version: row.version });
        }
        return found;
      }, 'early'),
    commit: (commit) => database.write((session) => apply(session, sealer, laneLock, commit)),
    ping: async () => {
      const key = keyOf(sealer, 'ping');
      await database.write(async (session) => {
        const row = await session.one(entries.readEntry, { key });
        const sealed = sealer.seal('entries', key, 'value', 'ping');
        await (row
          ? session.run(entries.changeEntry, { key, expected: row.version, sealed })
          : session.run(entries.createEntry, { key, sealed }));
      }, 'soft');
    },
    close: () => database.close(),
  };
}
