import {
  type Compilable,
  type Kysely,
  type KyselyPlugin,
  OperationNodeTransformer,
  type PrimitiveValueListNode,
  type QueryId,
  ValueListNode,
  ValueNode,
} from 'kysely';
import type { Dialect } from './dialect.ts';
import type { Schema } from './schema.ts';

/** A value that a parameter of a statement can have. */
export type Value = string | number | Buffer | null;

/** A named query: built and compiled by Kysely once a database, then run with parameters. */
export interface Prepared<P, R> {
  readonly build: (db: Kysely<Schema>, params: P, dialect: Dialect) => Compilable<R>;
}

/** A compiled query: SQL, and the parameters in the order of its placeholders. */
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

/** Writes a constant into the SQL; keeps a parameter. */
const inSql = (value: unknown): ValueNode =>
  value instanceof Placeholder ? ValueNode.create(value) : ValueNode.createImmediate(value);

/** A partial index serves a query only when the database sees the constants of its condition. */
class ConstantsInSql extends OperationNodeTransformer {
  protected override transformValue(node: ValueNode): ValueNode {
    return inSql(node.value);
  }
  protected override transformPrimitiveValueList(node: PrimitiveValueListNode, _?: QueryId) {
    return ValueListNode.create(node.values.map(inSql)) as unknown as PrimitiveValueListNode;
  }
}
const constants = new ConstantsInSql();
const constantsInSql: KyselyPlugin = {
  transformQuery: ({ node, queryId }) => constants.transformNode(node, queryId),
  transformResult: async ({ result }) => result,
};

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
  const plain = db.withPlugin(constantsInSql);
  const known = new WeakMap<object, Statement>();
  const placeholders = new Proxy({}, { get: (_, name) => new Placeholder(String(name)) });
  let count = 0;
  return <P, R>(query: Prepared<P, R>): Statement => {
    const found = known.get(query);
    if (found) return found;
    const compiled = query.build(plain, placeholders as P, dialect).compile();
    const slots = compiled.parameters;
    count += 1;
    const statement: Statement = {
      sql: compiled.sql,
      name: `q${count}`,
      values: (params) =>
        slots.map((slot) => {
          const name = slot instanceof Placeholder ? slot.name : String(slot);
          const value = params[name];
          if (value === undefined) throw new TypeError(`parameter ${name} is missing`);
          return value;
        }),
    };
    known.set(query, statement);
    return statement;
  };
}
