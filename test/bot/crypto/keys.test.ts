import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { KEY_FILE, loadKeyFile } from '../../../bot/crypto/key-file.ts';
import { parseKeys } from '../../../bot/crypto/parse-keys.ts';

const A = Buffer.alloc(32, 1).toString('base64');
const B = Buffer.alloc(32, 2).toString('base64');

describe('parseKeys', () => {
  test('reads keys in order, newest first', () => {
    const keys = parseKeys(` new:${A},\nold.1:${B} `);
    expect(keys.map(({ id }) => id)).toEqual(['new', 'old.1']);
    expect(keys[1]?.key).toEqual(Buffer.alloc(32, 2));
  });

  test.each(['', ' , ', A, `:${A}`, 'k:', 'k:c2hvcnQ=', `k e y:${A}`, `ключ:${A}`, `k:${A},k:${B}`])(
    'refuses %j',
    (text) => expect(() => parseKeys(text)).toThrow(expect.objectContaining({ code: 'bad_keys' })),
  );

  test('tells no key in its errors', () => {
    const secret = 'c2VjcmV0LXNlY3JldA==';
    const message = (() => {
      try {
        return String(parseKeys(`k:${secret}`));
      } catch (error) {
        return String(error);
      }
    })();
    expect(message).not.toContain(secret);
  });
});

describe('loadKeyFile', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'soudan-keys-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('makes one key that only its owner can read, and finds it again', async () => {
    const first = await loadKeyFile(join(folder, 'data'));
    expect(first.created).toBe(true);
    expect(first.keys).toHaveLength(1);
    expect((await stat(first.path)).mode & 0o777).toBe(0o600);
    const second = await loadKeyFile(join(folder, 'data'));
    expect(second).toEqual({ ...first, created: false });
  });

  test('processes that start together agree on one key', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => loadKeyFile(folder)));
    expect(all.filter(({ created }) => created)).toHaveLength(1);
    expect(new Set(all.map(({ keys }) => keys[0]?.id)).size).toBe(1);
  });

  test('a damaged file is refused, never replaced', async () => {
    await writeFile(join(folder, KEY_FILE), 'k:short\n');
    await expect(loadKeyFile(folder)).rejects.toThrow(expect.objectContaining({ code: 'bad_keys' }));
    expect(await readFile(join(folder, KEY_FILE), 'utf8')).toBe('k:short\n');
  });
});
