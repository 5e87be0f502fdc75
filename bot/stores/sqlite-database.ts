import { setImmediate } from 'node:timers';
import { Kysely, SqliteDialect } from 'kysely';
import Sqlite from 'libsql';
import { BotError } from '../errors.ts';
import type { Database, Durability, Session } from './database.ts';
import { createCompiler } from './prepared.ts';
import type { Schema } from './schema.ts';

interface Job {
  readonly work: (session: Session) => Promise<unknown>;
  readonly durability: Durability;
  /** Called after the commit (or its failure). */
  readonly settle: (outcome: { value: unknown } | { error: unknown }) => void;
}

const GROUP = 64;

/**
 * SQLite in WAL mode. Writes that arrive while one round of the event loop lasts share one transaction and
 * one fsync (group commit); each is still all or nothing. Reads and groups take
 * turns, so that a read never sees what is not yet committed.
 */
export function openSqlite(file: string): Database {
  const sqlite = new Sqlite(file);
  for (const pragma of [
    'busy_timeout = 10000',
    'journal_mode = WAL',
    'secure_delete = FAST',
    'foreign_keys = ON',
  ])
    sqlite.prepare(`PRAGMA ${pragma}`).all();
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
  let durability: Durability = 'durable';
  let waiting: Job[] = [];
  let planned = false;

  /** Runs one job behind its own savepoint: its fault undoes nothing of the others. */
  const runApart = async (job: Job): Promise<() => void> => {
    sqlite.exec('SAVEPOINT one');
    try {
      const value = await job.work(session);
      sqlite.exec('RELEASE one');
      return () => job.settle({ value });
    } catch (error) {
      sqlite.exec('ROLLBACK TO one; RELEASE one');
      return () => job.settle({ error });
    }
  };
  const runTogether = async (job: Job): Promise<() => void> => {
    const value = await job.work(session);
    return () => job.settle({ value });
  };
  /** One transaction. Gives false when a job failed among others: nothing was done, run them apart. */
  const transact = async (jobs: readonly Job[], run: typeof runApart): Promise<boolean> => {
    try {
      sqlite.exec('BEGIN IMMEDIATE');
      const settles: (() => void)[] = [];
      for (const job of jobs) settles.push(await run(job));
      sqlite.exec('COMMIT');
      for (const settle of settles) settle();
    } catch (error) {
      if (sqlite.inTransaction) sqlite.exec('ROLLBACK');
      if (run === runTogether && jobs.length > 1) return false;
      for (const job of jobs) job.settle({ error });
    }
    return true;
  };
  const runGroup = async (jobs: readonly Job[]): Promise<void> => {
    const wanted = jobs.some((job) => job.durability === 'durable') ? 'durable' : 'soft';
    if (wanted !== durability)
      sqlite.exec(`PRAGMA synchronous = ${wanted === 'durable' ? 'FULL' : 'NORMAL'}`);
    durability = wanted;
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
    read: (work) => inTurn(() => work(session)),
    write: <T>(work: (session: Session) => Promise<T>, wanted: Durability = 'durable') => {
      if (closed) return gone();
      return new Promise<T>((resolve, reject) => {
        waiting.push({
          work,
          durability: wanted,
          settle: (outcome) => ('error' in outcome ? reject(outcome.error) : resolve(outcome.value as T)),
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
      statements.clear();
      sqlite.close();
    },
  };
}
