import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { z } from 'zod';
import { BotError } from '../errors.ts';
import * as schema from './schema.ts';

/** All typed tables, checked. */
export interface Tables {
  readonly lines: readonly schema.Line[];
  readonly offices: readonly schema.Office[];
  readonly prefectures: readonly schema.Prefecture[];
  readonly forms: readonly schema.Form[];
  readonly wages: readonly schema.Wage[];
  readonly specialists: readonly schema.Specialist[];
  /** ISO dates of Japan's public holidays. */
  readonly holidays: ReadonlySet<string>;
}

/** Folder of the shipped tables: beside this file, or in the package when the code runs from a bundle. */
function shippedFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  const beside = join(folder, 'data');
  if (existsSync(join(beside, 'lines.yaml'))) return beside;
  while (dirname(folder) !== folder) {
    const inside = join(folder, 'bot', 'tables', 'data');
    if (existsSync(join(inside, 'lines.yaml'))) return inside;
    folder = dirname(folder);
  }
  throw new BotError('tables', 'bot/tables/data was not found: install the package completely.');
}

function readRows<T extends { readonly id: string }>(file: string, row: z.ZodType<T>): readonly T[] {
  const fail = (what: string, cause?: unknown): never => {
    throw new BotError('tables', `${file}: ${what}. Mend this file and start again.`, { cause });
  };
  let data: unknown;
  try {
    data = parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return fail('cannot be read as YAML', error);
  }
  if (!Array.isArray(data)) return fail('must be a list of rows');
  const rows = data.map((item, index) => {
    const result = row.safeParse(item);
    if (result.success) return result.data;
    const first = result.error.issues[0];
    return fail(`row ${index + 1}, ${first?.path.join('.') || 'row'}: ${first?.message ?? 'wrong'}`);
  });
  const ids = rows.map((item) => item.id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) return fail(`id ${twice} stands twice`);
  return rows;
}

/**
 * Reads the shipped tables and lays the operator's over them: a row of `{overlay}/{table}.yaml` replaces the row
 * of the same id or is added. Call once at start. Throws BotError `tables` that names file, row and fault.
 */
export function loadTables(options: { readonly overlay?: string } = {}): Tables {
  const shipped = shippedFolder();
  const rows = <T extends { readonly id: string }>(name: string, row: z.ZodType<T>): readonly T[] => {
    const merged = new Map(readRows(join(shipped, `${name}.yaml`), row).map((item) => [item.id, item]));
    const own = options.overlay === undefined ? undefined : join(options.overlay, `${name}.yaml`);
    if (own !== undefined && existsSync(own)) {
      for (const item of readRows(own, row)) merged.set(item.id, item);
    }
    return [...merged.values()];
  };
  const tables: Tables = {
    lines: rows('lines', schema.line),
    offices: rows('offices', schema.office),
    prefectures: rows('prefectures', schema.prefecture),
    forms: rows('forms', schema.form),
    wages: rows('wages', schema.wage),
    specialists: rows('specialists', schema.specialist),
    holidays: new Set(rows('holidays', schema.holiday).map((item) => item.id)),
  };
  const offices = new Set(tables.offices.map((item) => item.id));
  const lost = tables.prefectures.find((item) => !offices.has(item.office));
  if (lost)
    throw new BotError('tables', `prefectures.yaml: ${lost.id} names the unknown office ${lost.office}.`);
  return tables;
}
