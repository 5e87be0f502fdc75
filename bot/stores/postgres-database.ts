import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database, Session } from './database.ts';
import { createCompiler } from './prepared.ts';
import type { Schema } from './schema.ts';

const INT8 = 20;
const ATTEMPTS = 6;
/** serialization_failure, deadlock_detected: the transaction did nothing and may run again. */
const AGAIN: ReadonlySet<unknown> = new Set(['40001', '40P01']);

const types: pg.CustomTypesConfig = {
  // Our numbers are times and counts: far below 2^53.
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === INT8 && format !== 'binary' ? Number : pg.types.getTypeParser(oid, format as 'text'),
};

/** PostgreSQL behind a pool; statements are prepared once a connection. */
export function openPostgres(url: string): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: 12,
    types,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 30_000,
    application_name: 'soudan',
  });
  // An idle connection that breaks is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => {});
  const kysely = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  const compile = createCompiler(kysely, 'postgres');

  const sessionOn = (client: pg.PoolClient): Session => {
    const run = (query: Parameters<Session['rows']>[0], params: Parameters<Session['rows']>[1]) => {
      const statement = compile(query);
      return client.query({ name: statement.name, text: statement.sql, values: statement.values(params) });
    };
    return {
      rows: async (query, params) => (await run(query as never, params)).rows as never,
      one: async (query, params) => (await run(query as never, params)).rows[0] as never,
      run: async (query, params) => (await run(query as never, params)).rowCount ?? 0,
    };
  };

  const once = async <T>(begin: string, work: (session: Session) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      await client.query(begin);
      const value = await work(sessionOn(client));
      await client.query('COMMIT');
      return value;
    } catch (error) {
      await client.query('ROLLBACK').catch((cause: Error) => {
        broken = cause;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  };

  return {
    dialect: 'postgres',
    kysely,
    read: async (work) => {
      const client = await pool.connect();
      let broken: Error | undefined;
      try {
        return await work(sessionOn(client));
      } catch (error) {
        broken = error instanceof Error ? error : new Error('a read failed', { cause: error });
        throw error;
      } finally {
        client.release(broken);
      }
    },
    write: async (work, durability = 'durable') => {
      const begin = durability === 'durable' ? 'BEGIN' : 'BEGIN; SET LOCAL synchronous_commit = off';
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await once(begin, work);
        } catch (error) {
          if (attempt === ATTEMPTS || !AGAIN.has((error as { code?: unknown }).code)) throw error;
        }
      }
    },
    close: async () => {
      await kysely.destroy();
    },
  };
}
