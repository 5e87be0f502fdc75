import { randomBytes } from 'node:crypto';
import type { Keyring } from '../crypto/keyring.ts';
import type { Database } from './database.ts';
import * as secrets from './secret-queries.ts';

const NAME = 'index';
const CONTEXT = `secrets\0${NAME}\0key`;

/**
 * The key under which ids are hashed. Made once a database and kept in it, encrypted: so it stays the same
 * when encryption keys are rotated. Throws BotError `unknown_key` when the keyring cannot open it.
 */
export async function loadIndexKey(database: Database, keys: Keyring): Promise<Buffer> {
  const sealed = await database.write(async (session) => {
    const known = await session.one(secrets.readSecret, { name: NAME });
    if (known) return known.sealed;
    await session.run(secrets.insertSecret, { name: NAME, sealed: keys.seal(randomBytes(32), CONTEXT) });
    const made = await session.one(secrets.readSecret, { name: NAME });
    if (!made) throw new Error('the index key was not stored');
    return made.sealed;
  });
  return keys.open(sealed, CONTEXT);
}
