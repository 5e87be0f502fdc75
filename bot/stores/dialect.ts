import { type CreateTableBuilder, type SelectQueryBuilder, sql } from 'kysely';
import type { Schema } from './schema.ts';

/** The two databases. Everything in which their SQL differs is in this file. */
export type Dialect = 'sqlite' | 'postgres';

/** Column types of a migration. */
export function columnTypes(dialect: Dialect) {
  const postgres = dialect === 'postgres';
  return { int: postgres ? sql`bigint` : sql`integer`, bytes: postgres ? sql`bytea` : sql`blob` };
}

/** Adds the counting primary key `n`: the order of arrival. */
export function countingKey<T extends string, C extends string>(
  dialect: Dialect,
  table: CreateTableBuilder<T, C>,
): CreateTableBuilder<T, C | 'n'> {
  return dialect === 'postgres'
    ? table.addColumn('n', 'bigserial', (column) => column.primaryKey())
    : table.addColumn('n', 'integer', (column) => column.primaryKey().autoIncrement());
}

/** Row locks that others step over (PostgreSQL); SQLite has one writer and needs none. */
export function lockFree<T extends keyof Schema, O extends object>(
  dialect: Dialect,
  query: SelectQueryBuilder<Schema, T, O>,
): SelectQueryBuilder<Schema, T, O> {
  return dialect === 'postgres' ? query.forUpdate().skipLocked() : query;
}

/** False where one writer at a time makes row locks needless. */
export const hasRowLocks = (dialect: Dialect): boolean => dialect === 'postgres';

/** Row locks that others wait for (PostgreSQL). */
export function lock<T extends keyof Schema, O extends object>(
  dialect: Dialect,
  query: SelectQueryBuilder<Schema, T, O>,
): SelectQueryBuilder<Schema, T, O> {
  return dialect === 'postgres' ? query.forUpdate() : query;
}
