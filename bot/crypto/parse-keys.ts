import { BotError } from '../errors.ts';
import type { EncryptionKey } from './keyring.ts';

const KEY_ID = /^[A-Za-z0-9_.-]{1,32}$/;

/**
 * Reads `id:base64,id:base64,…`, newest first (setting `ENCRYPTION_KEYS` and the key file). Each key has
 * 32 bytes. Throws BotError `bad_keys`; the message never holds a key.
 */
export function parseKeys(text: string): readonly EncryptionKey[] {
  const keys = text
    .split(/[,\s]+/)
    .filter((part) => part !== '')
    .map((part) => {
      const colon = part.indexOf(':');
      const id = part.slice(0, Math.max(colon, 0));
      const key = Buffer.from(part.slice(colon + 1), 'base64');
      if (!KEY_ID.test(id) || key.length !== 32)
        throw new BotError(
          'bad_keys',
          'ENCRYPTION_KEYS must be id:base64,… with ids of letters, digits, "_", "." or "-" and keys of 32 bytes ' +
            '(make one with: openssl rand -base64 32).',
        );
      return { id, key };
    });
  if (keys.length === 0) throw new BotError('bad_keys', 'ENCRYPTION_KEYS is empty: give at least one key.');
  if (new Set(keys.map(({ id }) => id)).size !== keys.length)
    throw new BotError('bad_keys', 'ENCRYPTION_KEYS names one id twice: give each key its own id.');
  return keys;
}
