import { createKeyring, type Keyring } from '../../bot/crypto/keyring.ts';

/** A keyring whose keys are the given ids, newest first; the same id is always the same key. */
export function testKeys(...ids: string[]): Keyring {
  return createKeyring((ids.length > 0 ? ids : ['test']).map((id) => ({ id, key: Buffer.alloc(32, id) })));
}
