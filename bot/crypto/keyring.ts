import { createCipheriv, createDecipheriv, randomFillSync } from 'node:crypto';
import { BotError } from '../errors.ts';

/** Encrypts with the newest key, decrypts with any it holds. */
export interface Keyring {
  /** Id of the key that encrypts. */
  readonly newest: string;
  /** Key ids, newest first. */
  readonly ids: readonly string[];
  /** AES-256-GCM under the newest key. `context` (table, record, field) is authenticated with it. */
  seal(plain: Uint8Array, context: string): Buffer;
  /** Opposite of `seal`. Throws BotError `unknown_key` or `cannot_decrypt` (changed bytes, another context). */
  open(sealed: Uint8Array, context: string): Buffer;
}

/** One key: `id` is written into every ciphertext, `key` has 32 bytes. */
export interface EncryptionKey {
  readonly id: string;
  readonly key: Buffer;
}

const FORMAT = 1;
const NONCE = 12;
const TAG = 16;
const POOL = Buffer.alloc(NONCE * 512);
let used = POOL.length;

/** 96 fresh random bits; drawn from the system 512 at a time, never given twice. */
function freshNonce(): Buffer {
  if (used >= POOL.length) {
    randomFillSync(POOL);
    used = 0;
  }
  const nonce = Buffer.from(POOL.subarray(used, used + NONCE));
  POOL.fill(0, used, used + NONCE);
  used += NONCE;
  return nonce;
}

/**
 * A keyring from keys in order, newest first. Layout of a ciphertext: format (1 byte), length of the key id
 * (1 byte), key id, nonce (12 bytes), ciphertext, tag (16 bytes); everything before the ciphertext and the
 * context are authenticated.
 */
export function createKeyring(keys: readonly EncryptionKey[]): Keyring {
  const first = keys[0];
  if (!first) throw new BotError('no_key', 'There is no encryption key: set ENCRYPTION_KEYS.');
  const byId = new Map(keys.map(({ id, key }) => [id, key]));
  const header = Buffer.from([FORMAT, Buffer.byteLength(first.id), ...Buffer.from(first.id)]);
  return {
    newest: first.id,
    ids: keys.map(({ id }) => id),
    seal: (plain, context) => {
      const nonce = freshNonce();
      const cipher = createCipheriv('aes-256-gcm', first.key, nonce);
      cipher.setAAD(Buffer.concat([header, Buffer.from(context)]));
      return Buffer.concat([header, nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    },
    open: (sealed, context) => {
      const at = 2 + (sealed[1] ?? 0);
      const id = Buffer.from(sealed.subarray(2, at)).toString();
      if (sealed[0] !== FORMAT || sealed.length < at + NONCE + TAG)
        throw new BotError('cannot_decrypt', 'A stored value is damaged: restore it from a backup.');
      const key = byId.get(id);
      if (!key)
        throw new BotError(
          'unknown_key',
          'A stored value needs a key that is missing: add it to ENCRYPTION_KEYS.',
        );
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(at, at + NONCE));
      decipher.setAAD(Buffer.concat([sealed.subarray(0, at), Buffer.from(context)]));
      decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
      try {
        const body = sealed.subarray(at + NONCE, sealed.length - TAG);
        return Buffer.concat([decipher.update(body), decipher.final()]);
      } catch (cause) {
        throw new BotError(
          'cannot_decrypt',
          'A stored value does not match its key or its place: restore it from a backup.',
          { cause },
        );
      }
    },
  };
}
