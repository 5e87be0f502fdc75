import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** The part of OpenAPI 3.0 schemas that the specs in `test/fakes/specs` use. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly allOf?: readonly Schema[];
  readonly discriminator?: {
    readonly propertyName: string;
    readonly mapping: Readonly<Record<string, string>>;
  };
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly nullable?: boolean;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly format?: string;
}

/** A schema with its `allOf` parts laid together. */
interface Flat {
  readonly schema: Schema;
  readonly properties: Readonly<Record<string, Schema>>;
  readonly required: readonly string[];
}

/** One thing that is wrong, in the form of LINE's own error details. */
export interface SpecProblem {
  /** Path such as `messages[0].text`. */
  readonly property: string;
  readonly message: string;
}

/** Checks values against the schemas of one OpenAPI file. */
export interface OpenApi {
  /** Problems of `value` as the named schema; empty when it fits. Throws when the file has no such schema. */
  problems(schemaName: string, value: unknown): readonly SpecProblem[];
  readonly schemaNames: readonly string[];
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function formatProblem(format: string | undefined, value: string): string | undefined {
  if (format === 'uri' && !URL.canParse(value)) return 'must be a valid URI';
  if (format === 'uuid' && !UUID.test(value)) return 'must be a UUID';
  return undefined;
}

function scalarProblem(schema: Schema, value: unknown): string | undefined {
  if (schema.enum && !schema.enum.includes(value)) return `must be one of ${schema.enum.join(', ')}`;
  if (schema.type === 'string') {
    if (typeof value !== 'string') return 'must be a string';
    if (schema.maxLength !== undefined && value.length > schema.maxLength)
      return `must be at most ${schema.maxLength} characters`;
    if (schema.minLength !== undefined && value.length < schema.minLength)
      return `must be at least ${schema.minLength} characters`;
    if (schema.pattern !== undefined && !new RegExp(schema.pattern).test(value))
      return `must match ${schema.pattern}`;
    return formatProblem(schema.format, value);
  }
  if (schema.type === 'boolean') return typeof value === 'boolean' ? undefined : 'must be a boolean';
  if (schema.type === 'integer' || schema.type === 'number') {
    if (typeof value !== 'number') return 'must be a number';
    if (schema.type === 'integer' && !Number.isInteger(value)) return 'must be an integer';
    if (schema.maximum !== undefined && value > schema.maximum) return `must be at most ${schema.maximum}`;
    if (schema.minimum !== undefined && value < schema.minimum) return `must be at least ${schema.minimum}`;
  }
  return undefined;
}

/**
 * Reads an OpenAPI file. Stricter than plain JSON Schema: discriminators are resolved, an unknown type is refused, and so
 * is a property that the resolved type does not have (in these specs plain checks pass nearly anything).
 */
export function loadOpenApi(file: URL): OpenApi {
  const known = loaded.get(file.href);
  if (known) return known;
  const fresh = readOpenApi(file);
  loaded.set(file.href, fresh);
  return fresh;
}

/** Reading a file takes 60 ms, and a test file starts many fakes. */
const loaded = new Map<string, OpenApi>();

function readOpenApi(file: URL): OpenApi {
  const document = parse(readFileSync(file, 'utf8')) as { components: { schemas: Record<string, Schema> } };
  const { schemas } = document.components;

  const named = (reference: string): Schema => {
    const schema = schemas[reference.replace('#/components/schemas/', '')];
    if (!schema) throw new Error(`${file.pathname} has no schema ${reference}`);
    return schema;
  };

  const flatten = (schema: Schema): Flat => {
    const own = schema.$ref === undefined ? schema : named(schema.$ref);
    const parts = (own.allOf ?? []).map(flatten);
    return {
      schema: own,
      properties: Object.assign({}, ...parts.map((part) => part.properties), own.properties),
      required: [...parts.flatMap((part) => part.required), ...(own.required ?? [])],
    };
  };

  function* check(schema: Schema, value: unknown, path: string): Generator<SpecProblem> {
    const own = schema.$ref === undefined ? schema : named(schema.$ref);
    if (value === null && own.nullable) return;
    if (own.discriminator) {
      yield* checkVariant(own.discriminator, value, path);
    } else if (own.properties || own.allOf || own.type === 'object') {
      yield* checkObject(flatten(own), value, path);
    } else if (own.type === 'array') {
      yield* checkArray(own, value, path);
    } else {
      const problem = scalarProblem(own, value);
      if (problem) yield { property: path, message: problem };
    }
  }

  function* checkVariant(discriminator: NonNullable<Schema['discriminator']>, value: unknown, path: string) {
    const type = isObject(value) ? value[discriminator.propertyName] : undefined;
    const target = typeof type === 'string' ? discriminator.mapping[type] : undefined;
    if (target === undefined) {
      const property = path === '' ? discriminator.propertyName : `${path}.${discriminator.propertyName}`;
      yield { property, message: `must be one of ${Object.keys(discriminator.mapping).join(', ')}` };
      return;
    }
    // The variant names its base in `allOf`: laid together, the base's own discriminator has done its work.
    yield* checkObject(flatten({ $ref: target }), value, path);
  }

  function* checkObject(flat: Flat, value: unknown, path: string): Generator<SpecProblem> {
    if (!isObject(value)) {
      yield { property: path, message: 'must be an object' };
      return;
    }
    const at = (key: string) => (path === '' ? key : `${path}.${key}`);
    for (const key of flat.required) {
      if (value[key] === undefined) yield { property: at(key), message: 'must not be missing' };
    }
    for (const [key, part] of Object.entries(value)) {
      const property = flat.properties[key];
      const extra = flat.schema.additionalProperties;
      if (part === undefined) continue;
      if (property) yield* check(property, part, at(key));
      else if (typeof extra === 'object') yield* check(extra, part, at(key));
      else yield { property: at(key), message: 'is not known' };
    }
  }

  function* checkArray(schema: Schema, value: unknown, path: string): Generator<SpecProblem> {
    if (!Array.isArray(value)) {
      yield { property: path, message: 'must be an array' };
      return;
    }
    const { minItems = 0, maxItems = Number.POSITIVE_INFINITY, items } = schema;
    if (value.length < minItems || value.length > maxItems) {
      yield { property: path, message: `Size must be between ${minItems} and ${maxItems}` };
    }
    if (items) for (const [index, item] of value.entries()) yield* check(items, item, `${path}[${index}]`);
  }

  return {
    problems: (schemaName, value) => [...check({ $ref: `#/components/schemas/${schemaName}` }, value, '')],
    schemaNames: Object.keys(schemas),
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
