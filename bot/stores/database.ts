import type { Kysely } from 'kysely';
import type { Dialect } from './dialect.ts';
import type { Prepared, Value } from './prepared.ts';
import type { Schema } from './schema.ts';

/** Runs named queries inside one transaction. */
export interface Session {
  /** Rows of a select, or of a change with `returning`. */
  rows<P extends Readonly<Record<string, Value>>, R>(query: Prepared<P, R>, params: P): Promise<R[]>;
  /** The only row, or the first, of such a query. */
  one<P extends Readonly<Record<string, Value>>, R>(query: Prepared<P, R>, params: P): Promise<R | undefined>;
  /** Number of rows that a change without `returning` touched. */
  run<P extends Readonly<Record<string, Value>>, R>(query: Prepared<P, R>, params: P): Promise<number>;
}

/**
 * How much a write must survive. `soft`: it may be forgotten when the power fails (leases), but what it tells is as
 * safe as ever. `early`: the same, and it may tell of what is committed a moment before that is on the disk: only for
 * what leads to nothing but a later commit.
 */
export type Durability = 'durable' | 'soft' | 'early';

/** One database. Works inside `read` and `write` must await nothing but their session. */
export interface Database {
  readonly dialect: Dialect;
  readonly kysely: Kysely<Schema>;
  /** Committed data; several statements may see different moments. `early`: see {@link Durability}. */
  read<T>(work: (session: Session) => Promise<T>, wanted?: 'early'): Promise<T>;
  /** One transaction, all or nothing; resolves once it is committed. May run `work` more than once. */
  write<T>(work: (session: Session) => Promise<T>, durability?: Durability): Promise<T>;
  close(): Promise<void>;
}
