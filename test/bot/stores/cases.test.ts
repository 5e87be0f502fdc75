import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'libsql';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { systemClock } from '../../../bot/clock.ts';
import type { Urgency } from '../../../bot/message.ts';
import { openStores, type StoreOptions } from '../../../bot/stores/open-stores.ts';
import type { CaseDraft } from '../../../bot/turn.ts';
import { testKeys } from '../../contracts/keys.ts';
import { postgresUrl } from '../../services/urls.ts';

const draft = (
  id: string,
  urgency: Urgency,
  kind: CaseDraft['kind'] = 'injury',
  conversation = 'line:a',
) => ({
  id,
  conversation,
  kind,
  urgency,
  language: 'vi' as const,
  reasons: ['lexicon'],
});

const CASES = 'select id, kind, urgency, version, state from cases order by id';
const EVENTS = 'select case_id, n, type, ref from case_events order by case_id, n';

/** What both engines must hold after the same commits. */
async function opensEachCaseOnce(
  options: Pick<StoreOptions, 'dataDir' | 'databaseUrl'>,
  rows: (sql: string) => Promise<Record<string, unknown>[]>,
): Promise<void> {
  const stores = await openStores({ keys: testKeys(), clock: systemClock, ...options });
  const open = (...cases: ReturnType<typeof draft>[]) => stores.store.commit({ at: 7, cases });
  await open(draft('c1', 'normal'));
  await open(draft('c2', 'critical'), draft('c3', 'low'), draft('c4', 'high', 'rights'));
  await Promise.all([
    open(draft('c5', 'low', 'crisis', 'line:b')),
    open(draft('c6', 'high', 'crisis', 'line:b')),
  ]);
  await stores.close();
  const [first, ...others] = await rows(CASES);
  expect(first).toEqual({ id: 'c1', kind: 'injury', urgency: 4, version: 3, state: 'open' });
  expect(others).toHaveLength(2);
  expect(others[0]).toEqual({ id: 'c4', kind: 'rights', urgency: 3, version: 1, state: 'open' });
  expect(others[1]).toMatchObject({ kind: 'crisis', urgency: 3, version: 2 });
  const events = await rows(EVENTS);
  expect(events.filter((event) => event.case_id === 'c1')).toEqual([
    { case_id: 'c1', n: 1, type: 'opened', ref: 'c1' },
    { case_id: 'c1', n: 2, type: 'reopened', ref: 'c2' },
    { case_id: 'c1', n: 3, type: 'reopened', ref: 'c3' },
  ]);
  expect(events.map((event) => event.ref).sort()).toEqual(['c1', 'c2', 'c3', 'c4', 'c5', 'c6']);
}

describe('a case opened again raises the urgency of the open one and never lowers it', () => {
  test('on SQLite', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'soudan-cases-'));
    await opensEachCaseOnce({ dataDir }, async (sql) => {
      const sqlite = new Sqlite(join(dataDir, 'soudan.db'));
      const found = sqlite.prepare(sql).all([]) as Record<string, unknown>[];
      sqlite.close();
      return found;
    });
    await rm(dataDir, { recursive: true });
  });

  test('on PostgreSQL', async () => {
    const databaseUrl = await postgresUrl();
    await opensEachCaseOnce({ databaseUrl }, async (sql) => {
      const client = new pg.Client(databaseUrl);
      await client.connect();
      const { rows } = await client.query(sql);
      await client.end();
      return rows.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]) => [
            name,
            typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value,
          ]),
        ),
      );
    });
  });
});
