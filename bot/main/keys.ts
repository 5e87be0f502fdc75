import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { loadKeyFile } from '../crypto/key-file.ts';
import { createKeyring, type Keyring } from '../crypto/keyring.ts';
import { parseKeys } from '../crypto/parse-keys.ts';
import { ConflictError } from '../errors.ts';
import type { Store } from '../ports/store.ts';

/** Keys of the store. `createdFile`: path of the key file when it was made just now. */
export interface Keys {
  readonly keyring: Keyring;
  readonly createdFile: string | undefined;
}

/** Keys of `ENCRYPTION_KEYS`, else of the key file in `DATA_DIR/keys`, which is made when missing. */
export async function openKeys(config: Config): Promise<Keys> {
  if (config.ENCRYPTION_KEYS !== undefined)
    return { keyring: createKeyring(parseKeys(config.ENCRYPTION_KEYS)), createdFile: undefined };
  const { keys, path, created } = await loadKeyFile(`${config.DATA_DIR}/keys`);
  return { keyring: createKeyring(keys), createdFile: created ? path : undefined };
}

/**
 * A random secret of 32 bytes that all processes on one store share, made on first use and kept encrypted in it:
 * it outlives a rotation of the store's keys, which a secret derived from them would not.
 */
export async function sharedSecret(store: Store, name: string, clock: Clock): Promise<Uint8Array> {
  const key = `secret/${name}`;
  const stored = (await store.read([key])).get(key)?.value;
  if (typeof stored === 'string') return Buffer.from(stored, 'base64');
  const fresh = randomBytes(32);
  try {
    const entries = [{ key, value: fresh.toString('base64'), expected: null }];
    await store.commit({ at: clock.now(), entries });
    return fresh;
  } catch (error) {
    if (error instanceof ConflictError) return sharedSecret(store, name, clock);
    throw error;
  }
}
