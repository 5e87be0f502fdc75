import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'libsql';
import { describe, expect, test } from 'vitest';
import { systemClock } from '../../../bot/clock.ts';
import { type OpenStores, openStores } from '../../../bot/stores/open-stores.ts';
import { arrival, delivery } from '../../contracts/drafts.ts';
import { testKeys } from '../../contracts/keys.ts';

const clock = systemClock;
let count = 0;
/** A word that stands nowhere else. */
const canary = (canaries: string[]) => {
  count += 1;
  const word = `canary${count}x${'q'.repeat(12)}`;
  canaries.push(word);
  return word;
};

/** Writes a canary into every text that a caller can give, in every state that a row can have. */
async function fill(stores: OpenStores, canaries: string[]): Promise<void> {
  const c = () => canary(canaries);
  const user = c();
  const conversation = `line:${user}`;
  const activity = (at: number) =>
    arrival(user, at, at === 3, {
      id: c(),
      conversation,
      text: c(),
      messageId: c(),
      locale: c(),
      address: { user, thread: c() },
      from: { id: user, role: 'trainee', name: c() },
      replyHandle: { token: c(), expiresAt: 9 },
      attachments: [{ id: c(), kind: 'image', name: c(), contentType: c(), ref: { url: c() } }],
      location: { latitude: 1, longitude: 2, label: c() },
    });
  await stores.inbox.accept([1, 2, 3, 4].map(activity));
  const done = await stores.inbox.claim('w', 100, 1000);
  if (!done) throw new Error('nothing claimed');
  await stores.inbox.fail((await stores.inbox.claim('w', 2000, 1))?.row.id ?? '', 'code', 1);
  const row = (id: string) =>
    delivery(user, id, {
      conversation,
      address: { user: c() },
      body: { messages: [c()] },
      replyHandle: { token: c(), expiresAt: 9 },
      messageId: c(),
    });
  const file = (id: string) => ({
    id,
    channel: 'line',
    conversation,
    messageId: c(),
    attachment: { id: c(), kind: 'image' as const, name: c(), ref: { url: c() } },
    createdAt: 1,
  });
  await stores.store.commit({
    at: 100,
    inboxDone: [done.row.id],
    entries: [
      { key: `conversation/${user}`, value: { answers: [c()] }, expected: null },
      { key: `person/${c()}`, value: c(), expected: null },
    ],
    transcript: [{ conversation, author: 'user', at: 1, messageId: c(), body: { text: c(), from: c() } }],
    outbox: [row('o1'), row('o2'), row('o3')],
    timers: [
      { id: 't1', conversation, channel: 'line', dueAt: 1, value: c() },
      { id: 't2', conversation, channel: 'line', dueAt: 9e12, value: c() },
    ],
    media: [file('f1'), file('f2')],
    cases: [
      { id: 'c1', conversation, kind: 'injury', urgency: 'high', language: 'vi', reasons: [c()] },
      { id: 'c2', conversation, kind: 'injury', urgency: 'critical', language: 'vi', reasons: [c()] },
    ],
    audit: [{ actor: c(), action: 'case.opened', subject: c(), data: { note: c() } }],
  });
  const [sent] = await stores.outbox.claim('w', 2000, 1000, 1, ['line']);
  await stores.outbox.settle('o1', sent?.fence ?? 0, 2000, { state: 'sent', receipt: { id: c() } });
  await stores.outbox.wake(conversation, 1, { token: c(), expiresAt: 9 });
  const [fetched] = await stores.media.claim('w', 2000, 1000, 1);
  await stores.media.store('f1', fetched?.fence ?? 0, Buffer.from(c()), c());
  await stores.timers.fire(10, 10);
}

describe('data at rest (P-6)', () => {
  test('no text, name, address or id of a person is readable in any file', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'soudan-rest-'));
    try {
      const canaries: string[] = [];
      const stores = await openStores({ keys: testKeys(), clock, dataDir });
      await fill(stores, canaries);
      const look = async (when: string) => {
        const names = await readdir(dataDir);
        expect(names, when).toContain('soudan.db');
        for (const name of names) {
          const bytes = await readFile(join(dataDir, name));
          const found = canaries.filter(
            (word) =>
              bytes.includes(word) ||
              bytes.includes(Buffer.from(word, 'utf16le')) ||
              bytes.includes(Buffer.from(word).toString('base64').slice(0, 12)) ||
              bytes.includes(Buffer.from(word).toString('hex')),
          );
          expect(found, `${when}: ${name}`).toEqual([]);
        }
      };
      expect(canaries.length).toBeGreaterThan(60);
      expect(await readdir(dataDir)).toContain('soudan.db-wal');
      await look('while open');
      await stores.close();
      await look('after closing');
    } finally {
      await rm(dataDir, { recursive: true });
    }
  });

  test('the search itself works: channel names and codes are found', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'soudan-rest-'));
    const stores = await openStores({ keys: testKeys(), clock, dataDir });
    await stores.store.commit({ at: 1, audit: [{ actor: 'a', action: 'canaryaction', subject: 's' }] });
    const wal = await readFile(join(dataDir, 'soudan.db-wal'));
    expect(wal.includes('canaryaction')).toBe(true);
    await stores.close();
    await rm(dataDir, { recursive: true });
  });

  test('every byte column holds a ciphertext or a hash', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'soudan-rest-'));
    const stores = await openStores({ keys: testKeys('thekey'), clock, dataDir });
    await fill(stores, []);
    await stores.close();
    const sqlite = new Sqlite(join(dataDir, 'soudan.db'));
    const tables = sqlite.prepare("select name from sqlite_master where type = 'table'").all([]) as {
      name: string;
    }[];
    let seen = 0;
    for (const { name } of tables)
      for (const row of sqlite.prepare(`select * from ${name}`).all([]) as Record<string, unknown>[])
        for (const [column, value] of Object.entries(row)) {
          if (!(value instanceof ArrayBuffer)) continue;
          seen += 1;
          if (column === 'hash' || column === 'prev') expect(value.byteLength, `${name}.${column}`).toBe(32);
          else expect(Buffer.from(value).subarray(2, 8).toString(), `${name}.${column}`).toBe('thekey');
        }
    sqlite.close();
    expect(seen).toBeGreaterThan(20);
    await rm(dataDir, { recursive: true });
  });

  test('survives a change of keys; without the old key it does not open', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'soudan-rest-'));
    const first = await openStores({ keys: testKeys('a'), clock, dataDir });
    await first.store.commit({ at: 1, entries: [{ key: 'k', value: 'kept', expected: null }] });
    await first.inbox.accept([arrival('a', 1)]);
    await first.close();
    const both = await openStores({ keys: testKeys('b', 'a'), clock, dataDir });
    expect((await both.store.read(['k'])).get('k')?.value).toBe('kept');
    expect((await both.inbox.accept([arrival('a', 1)])).duplicates, 'ids are still found').toBe(1);
    await both.close();
    await expect(openStores({ keys: testKeys('b'), clock, dataDir })).rejects.toThrow(
      expect.objectContaining({ code: 'unknown_key' }),
    );
    await rm(dataDir, { recursive: true });
  });

  test('a ciphertext moved to another place is refused', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'soudan-rest-'));
    const stores = await openStores({ keys: testKeys(), clock, dataDir });
    const entries = ['mine', 'theirs'].map((key) => ({ key, value: key, expected: null }));
    await stores.store.commit({ at: 1, entries });
    const sqlite = new Sqlite(join(dataDir, 'soudan.db'));
    sqlite.exec(
      'update entries set sealed = (select sealed from entries as o where o.rowid <> entries.rowid)',
    );
    sqlite.close();
    await expect(stores.store.read(['mine'])).rejects.toThrow(
      expect.objectContaining({ code: 'cannot_decrypt' }),
    );
    await stores.close();
    await rm(dataDir, { recursive: true });
  });

  test('a change in the audit is found', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'soudan-rest-'));
    const stores = await openStores({ keys: testKeys(), clock, dataDir });
    for (let at = 1; at <= 4; at += 1)
      await stores.store.commit({ at, audit: [{ actor: 'a', action: 'read', subject: `c${at}` }] });
    const sqlite = new Sqlite(join(dataDir, 'soudan.db'));
    const tamper = async (sql: string, undo: string, brokenAt: number) => {
      sqlite.exec(sql);
      expect((await stores.audit.verify()).brokenAt, sql).toBe(brokenAt);
      sqlite.exec(undo);
      expect((await stores.audit.verify()).brokenAt).toBeUndefined();
    };
    await tamper(
      "update audit set action = 'x' where seq = 2",
      "update audit set action = 'read' where seq = 2",
      2,
    );
    await tamper('update audit set at = 9 where seq = 3', 'update audit set at = 3 where seq = 3', 3);
    await tamper('update audit set seq = 99 where seq = 1', 'update audit set seq = 1 where seq = 99', 1);
    sqlite.exec('delete from audit where seq = 4');
    expect((await stores.audit.verify()).brokenAt, 'the end cut off').toBe(4);
    sqlite.close();
    await stores.close();
    await rm(dataDir, { recursive: true });
  });
});
