import { createHmac } from 'node:crypto';
import type { Keyring } from '../crypto/keyring.ts';
import type { Json } from '../json.ts';

/** Encrypts what a column holds, and hashes what must be found again. */
export interface Sealer {
  /** JSON of `value`, bound to its place. */
  seal(table: string, id: string, field: string, value: unknown): Buffer;
  open(table: string, id: string, field: string, sealed: Uint8Array): Json;
  sealBytes(table: string, id: string, field: string, bytes: Uint8Array): Buffer;
  openBytes(table: string, id: string, field: string, sealed: Uint8Array): Buffer;
  /** Keyed hash (HMAC-SHA-256 cut to 128 bits, base64url) under which a value is found again. */
  find(kind: string, value: string): string;
  /** Whole HMAC-SHA-256 of a text: proves what it was, tells nothing without the key. */
  digest(kind: string, text: string): Buffer;
}

const REMEMBERED = 10_000;

/** `indexKey`: 32 bytes that stay the same when encryption keys are rotated. */
export function createSealer(keys: Keyring, indexKey: Buffer): Sealer {
  const known = new Map<string, string>();
  const context = (table: string, id: string, field: string) => `${table}\0${id}\0${field}`;
  const digest = (kind: string, text: string) =>
    createHmac('sha256', indexKey).update(`${kind}\0`).update(text).digest();
  return {
    seal: (table, id, field, value) =>
      keys.seal(Buffer.from(JSON.stringify(value)), context(table, id, field)),
    open: (table, id, field, sealed) =>
      JSON.parse(keys.open(sealed, context(table, id, field)).toString()) as Json,
    sealBytes: (table, id, field, bytes) => keys.seal(bytes, context(table, id, field)),
    openBytes: (table, id, field, sealed) => keys.open(sealed, context(table, id, field)),
    digest,
    find: (kind, value) => {
      const name = `${kind}\0${value}`;
      const found = known.get(name);
      if (found !== undefined) return found;
      if (known.size >= REMEMBERED) known.clear();
      const hash = digest(kind, value).subarray(0, 16).toString('base64url');
      known.set(name, hash);
      return hash;
    },
  };
}
