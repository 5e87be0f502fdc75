import { setImmediate } from 'node:timers';
import { Kysely, SqliteDialect } from 'kysely';
import Sqlite from 'libsql';
import { BotError } from '../errors.ts';
import type { Database, Durability, Session } from './database.ts';
import { createCompiler } from './prepared.ts';
import type { Schema } from './schema.ts';
import { createWalSync, type WalSync } from './wal-sync.ts';

interface Job {
  readonly work: (session: Session) => Promise<unknown>;
  readonly durability: Durability;
  /** Called after the commit, with what must be on the disk before anybody may hear of it (or with its failure). */
  readonly settle: (outcome: { value: unknown } | { error: unknown }, onDisk?: Promise<void>) => void;
}

const GROUP = 64;

/**
 * SQLite in WAL mode. Writes that arrive while one round of the event loop lasts share one transaction and
 * one transaction (group commit); each is still all or nothing. Reads and groups take turns, so that a read never sees
 * what is not yet committed.
 *
 * Durability is that of `synchronous=FULL`: nothing durable is reported before the log is flushed. The flush runs beside
 * the event loop (see `wal-sync.ts`), so SQLite itself is set to NORMAL: consistent after any crash, flushed by us. What
 * was committed meanwhile can be seen inside, but nobody hears of it: every answer waits for the flush of all that was
 * committed before it, except `early` ones.
 */
export function openSqlite(file: string, openLog: (file: string) => WalSync = createWalSync): Database {
  const sqlite = new Sqlite(file);
  for (const pragma of ['busy_timeout = 10000', 'secure_delete = FAST', 'foreign_keys = ON'])
    sqlite.prepare(`PRAGMA ${pragma}`).all();
  const [mode] = sqlite.prepare('PRAGMA journal_mode = WAL').all() as { journal_mode?: string }[];
  // In memory there is nothing to flush; where the file system has no WAL, SQLite goes on flushing by itself.
  const wal = mode?.journal_mode === 'wal' ? openLog(file) : undefined;
  sqlite.exec(
    'PRAGMA synchronous = FULL; PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = 8000; PRAGMA journal_size_limit = 67108864; PRAGMA temp_store = MEMORY',
  );
  const kysely = new Kysely<Schema>({ dialect: new SqliteDialect({ database: sqlite }) });
  const compile = createCompiler(kysely, 'sqlite');
  const statements = new Map<string, Sqlite.Statement>();
  const statement = (sql: string): Sqlite.Statement => {
    const known = statements.get(sql);
    if (known) return known;
    const made = sqlite.prepare(sql);
    statements.set(sql, made);
    return made;
  };
  const session: Session = {
    rows: async (query, params) => {
      const compiled = compile(query);
      const rows = statement(compiled.sql).all(compiled.values(params)) as Record<string, unknown>[];
      for (const row of rows)
        for (const column in row) {
          const value = row[column];
          if (value instanceof ArrayBuffer) row[column] = Buffer.from(value);
        }
      return rows as never;
    },
    one: async (query, params) => {
      const compiled = compile(query);
      return statement(compiled.sql).get(compiled.values(params)) as never;
    },
    run: async (query, params) => {
      const compiled = compile(query);
      return statement(compiled.sql).run(compiled.values(params)).changes;
    },
  };

  let turn: Promise<unknown> = Promise.resolve();
  let closed = false;
  // The driver ends the whole process when a closed database is used, so nothing may reach it then.
  const gone = () =>
    Promise.reject(new BotError('store_closed', 'The store is closed; nothing can be read or written.'));
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    if (closed) return gone();
    const mine = turn.then(work);
    turn = mine.catch(() => {});
    return mine;
  };
  /** The migration has run under FULL; from the first group on the flush is ours. */
  let flushedByUs = false;
  /** Flush of all that is committed; undefined when it has ended. A refused one stays: nothing is safe any more. */
  let unflushed: Promise<void> | undefined;
  const flush = (): void => {
    if (!wal) return;
    const mine = wal.flush();
    unflushed = mine;
    mine.then(
      () => {
        if (unflushed === mine) unflushed = undefined;
      },
      () => {},
    );
  };
  let waiting: Job[] = [];
  let planned = false;

  /** Runs one job behind its own savepoint: its fault undoes nothing of the others. */
  const runApart = async (job: Job): Promise<() => void> => {
    sqlite.exec('SAVEPOINT one');
    try {
      const value = await job.work(session);
      sqlite.exec('RELEASE one');
      return () => job.settle({ value }, unflushed);
    } catch (error) {
      sqlite.exec('ROLLBACK TO one; RELEASE one');
      return () => job.settle({ error });
    }
  };
  const runTogether = async (job: Job): Promise<() => void> => {
    const value = await job.work(session);
    return () => job.settle({ value }, unflushed);
  };
  /** One transaction. Gives false when a job failed among others: nothing was done, run them apart. */
  const transact = async (jobs: readonly Job[], run: typeof runApart): Promise<boolean> => {
    try {
      sqlite.exec('BEGIN IMMEDIATE');
      const settles: (() => void)[] = [];
      for (const job of jobs) settles.push(await run(job));
      sqlite.exec('COMMIT');
      if (jobs.some((job) => job.durability === 'durable')) flush();
      for (const settle of settles) settle();
    } catch (error) {
      if (sqlite.inTransaction) sqlite.exec('ROLLBACK');
      if (run === runTogether && jobs.length > 1) return false;
      for (const job of jobs) job.settle({ error });
    }
    return true;
  };
  const runGroup = async (jobs: readonly Job[]): Promise<void> => {
    if (wal && !flushedByUs) sqlite.exec('PRAGMA synchronous = NORMAL');
    flushedByUs = true;
    // Refusals are rare and savepoints are not free: first without, and once more with them if need be.
    if (!(await transact(jobs, runTogether))) await transact(jobs, runApart);
  };
  const drain = () => {
    planned = false;
    const jobs = waiting;
    waiting = [];
    for (let from = 0; from < jobs.length; from += GROUP) {
      const group = jobs.slice(from, from + GROUP);
      void inTurn(() => runGroup(group));
    }
  };

  return {
    dialect: 'sqlite',
    kysely,
    read: async (work, wanted) => {
      const value = await inTurn(() => work(session));
      if (wanted !== 'early') await unflushed;
      return value;
    },
    write: <T>(work: (session: Session) => Promise<T>, wanted: Durability = 'durable') => {
      if (closed) return gone();
      return new Promise<T>((resolve, reject) => {
        waiting.push({
          work,
          durability: wanted,
          settle: (outcome, onDisk) => {
            if ('error' in outcome) reject(outcome.error);
            else if (onDisk && wanted !== 'early') onDisk.then(() => resolve(outcome.value as T), reject);
            else resolve(outcome.value as T);
          },
        });
        if (planned) return;
        planned = true;
        setImmediate(drain);
      });
    },
    close: async () => {
      if (closed) return;
      if (planned) drain();
      const last = inTurn(async () => {});
      closed = true;
      await last;
      await unflushed?.catch(() => {});
      statements.clear();
      sqlite.close();
      wal?.close();
    },
  };
}
