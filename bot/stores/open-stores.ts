import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import type { Keyring } from '../crypto/keyring.ts';
import type { Stores } from '../ports/stores.ts';
import type { Database } from './database.ts';
import { loadIndexKey } from './index-key.ts';
import { migrate } from './migrations.ts';
import { openPostgres } from './postgres-database.ts';
import { createSealer } from './sealer.ts';
import { type Audit, sqlAudit } from './sql-audit.ts';
import { sqlInbox } from './sql-inbox.ts';
import { sqlMedia } from './sql-media.ts';
import { sqlOutbox } from './sql-outbox.ts';
import { sqlStore } from './sql-store.ts';
import { sqlTimers } from './sql-timers.ts';
import { sqlTranscript } from './sql-transcript.ts';
import { openSqlite } from './sqlite-database.ts';

/** Where the data lives. `databaseUrl` (PostgreSQL) goes before `dataDir` (SQLite file in that directory). */
export interface StoreOptions {
  readonly keys: Keyring;
  readonly clock: Clock;
  readonly databaseUrl?: string | undefined;
  readonly dataDir?: string | undefined;
  /** SQLite file inside `dataDir`; `:memory:` keeps nothing. Default `soudan.db`. */
  readonly fileName?: string | undefined;
}

/** All ports, the audit's reading side, and one way to end them all. */
export interface OpenStores extends Stores {
  readonly audit: Audit;
  close(): Promise<void>;
}

async function openDatabase(options: StoreOptions): Promise<Database> {
  if (options.databaseUrl) return openPostgres(options.databaseUrl);
  const name = options.fileName ?? 'soudan.db';
  if (name === ':memory:') return openSqlite(name);
  const directory = options.dataDir ?? 'data';
  await mkdir(directory, { recursive: true, mode: 0o700 });
  return openSqlite(join(directory, name));
}

/** Opens the database, brings it to the newest shape and gives its ports. */
export async function openStores(options: StoreOptions): Promise<OpenStores> {
  const database = await openDatabase(options);
  try {
    await migrate(database.kysely, database.dialect);
    const sealer = createSealer(options.keys, await loadIndexKey(database, options.keys));
    const inbox = sqlInbox(database, sealer);
    return {
      store: sqlStore(database, sealer),
      inbox,
      outbox: sqlOutbox(database, sealer),
      timers: sqlTimers(database, sealer, inbox.sealDraft),
      transcript: sqlTranscript(database, sealer),
      media: sqlMedia(database, sealer),
      audit: sqlAudit(database, sealer),
      close: () => database.close(),
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
