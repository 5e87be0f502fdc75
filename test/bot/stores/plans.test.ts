import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, SqliteDialect } from 'kysely';
import Sqlite from 'libsql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../../../bot/clock.ts';
import * as audits from '../../../bot/stores/audit-queries.ts';
import * as cases from '../../../bot/stores/case-queries.ts';
import * as entries from '../../../bot/stores/entry-queries.ts';
import * as inbox from '../../../bot/stores/inbox-queries.ts';
import * as lanes from '../../../bot/stores/lane-queries.ts';
import * as media from '../../../bot/stores/media-queries.ts';
import { openStores } from '../../../bot/stores/open-stores.ts';
import * as outbox from '../../../bot/stores/outbox-queries.ts';
import { createCompiler, type Prepared } from '../../../bot/stores/prepared.ts';
import type { Schema } from '../../../bot/stores/schema.ts';
import * as secrets from '../../../bot/stores/secret-queries.ts';
import * as timers from '../../../bot/stores/timer-queries.ts';
import * as transcript from '../../../bot/stores/transcript-queries.ts';
import { testKeys } from '../../contracts/keys.ts';

const ALL = {
  ...audits,
  ...cases,
  ...entries,
  ...inbox,
  ...lanes,
  ...media,
  ...outbox,
  ...secrets,
  ...timers,
  ...transcript,
};

/** With 100,000 rows a query that reads a whole table, or sorts one, is felt by a person in danger. */
describe('query plans', () => {
  let folder: string;
  let sqlite: Sqlite.Database;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'soudan-plans-'));
    const stores = await openStores({ keys: testKeys(), clock: systemClock, dataDir: folder });
    await stores.close();
    sqlite = new Sqlite(join(folder, 'soudan.db'));
  });
  afterAll(async () => {
    sqlite.close();
    await rm(folder, { recursive: true });
  });

  test.each(Object.entries(ALL))('%s reads by an index and sorts nothing', (_, query) => {
    const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: sqlite }) });
    const { sql } = createCompiler(db, 'sqlite')(query as Prepared<Record<string, never>, unknown>);
    const count = sql.split('?').length - 1;
    const plan = sqlite.prepare(`explain query plan ${sql}`).all(Array.from({ length: count }, () => 'x'));
    const steps = (plan as { detail: string }[]).map(({ detail }) => detail);
    // Counting reads all entries of a partial index; that is what it is for.
    const bad = steps.filter(
      (step) =>
        /TEMP B-TREE/.test(step) ||
        (/^SCAN/.test(step) &&
          !/SCAN CONSTANT ROW|COVERING INDEX (outbox|inbox)_|INDEX outbox_age$/.test(step)),
    );
    expect(bad, sql).toEqual([]);
  });
});
