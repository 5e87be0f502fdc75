import type { Compilable, Kysely } from 'kysely';
import type { Dialect } from './dialect.ts';
import type { Schema } from './schema.ts';

/** A value that a parameter of a statement can have. */
export type Value = string | number | Buffer | null;

/** A named query: built and compiled by Kysely once a database, then run with parameters. */
export interface Prepared<P, R> {
  readonly build: (db: Kysely<Schema>, params: P, dialect: Dialect) => Compilable<R>;
}

/** A compiled query: SQL, and for each `?` a constant or the name of a parameter. */
export interface Statement {
  readonly sql: string;
  readonly name: string;
  values(params: Readonly<Record<string, Value>>): Value[];
}

class Placeholder {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/**
 * Declares a query. `build` sees each parameter as if it were its value, but runs only once: it must not
 * look at the values.
 */
export function prepared<P extends Readonly<Record<string, Value>>, R>(
  build: (db: Kysely<Schema>, params: P, dialect: Dialect) => Compilable<R>,
): Prepared<P, R> {
  return { build };
}

/** Compiles queries for one database and remembers them. */
export function createCompiler(db: Kysely<Schema>, dialect: Dialect) {
  const known = new WeakMap<object, Statement>();
  const placeholders = new Proxy({}, { get: (_, name) => new Placeholder(String(name)) });
  let count = 0;
  return <P, R>(query: Prepared<P, R>): Statement => {
    const found = known.get(query);
    if (found) return found;
    const compiled = query.build(db, placeholders as P, dialect).compile();
    const slots = compiled.parameters;
    count += 1;
    const statement: Statement = {
      sql: compiled.sql,
      name: `q${count}`,
      values: (params) =>
        slots.map((slot) => {
          if (!(slot instanceof Placeholder)) return slot as Value;
          const value = params[slot.name];
          if (value === undefined) throw new TypeError(`parameter ${slot.name} is missing`);
          return value;
        }),
    };
    known.set(query, statement);
    return statement;
  };
}
