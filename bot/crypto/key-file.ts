import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { EncryptionKey } from './keyring.ts';
import { parseKeys } from './parse-keys.ts';

/** Name of the key file inside the directory given. */
export const KEY_FILE = 'encryption.keys';

/**
 * Keys of `directory/encryption.keys`. When the file does not exist it is made with one fresh key, mode
 * 0600, whole or not at all; `created` is then true, so that the caller can print it once for safekeeping.
 */
export async function loadKeyFile(
  directory: string,
): Promise<{ keys: readonly EncryptionKey[]; path: string; created: boolean }> {
  const path = join(directory, KEY_FILE);
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const known = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (known !== undefined) return { keys: parseKeys(known), path, created: false };
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(`k${randomBytes(4).toString('hex')}:${randomBytes(32).toString('base64')}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  // A link fails when another process was first: then its key counts, never two.
  const created = await link(draft, path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );
  await rm(draft);
  return { keys: parseKeys(await readFile(path, 'utf8')), path, created };
}
