import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createKeyring, type EncryptionKey } from '../../../bot/crypto/keyring.ts';

const key = (id: string): EncryptionKey => ({ id, key: randomBytes(32) });
const PLAIN = Buffer.from('ฉันเจ็บมือ');

describe('keyring', () => {
  test('opens what it sealed, whatever it is', () => {
    const ring = createKeyring([key('a')]);
    fc.assert(
      fc.property(fc.uint8Array(), fc.string(), (bytes, context) => {
        expect(Buffer.compare(ring.open(ring.seal(bytes, context), context), bytes)).toBe(0);
      }),
    );
  });

  test('never writes the same bytes twice', () => {
    const ring = createKeyring([key('a')]);
    const sealed = Array.from({ length: 2000 }, () => ring.seal(PLAIN, 'c').toString('hex'));
    expect(new Set(sealed).size).toBe(2000);
    const nonces = sealed.map((hex) => hex.slice(6, 30));
    expect(new Set(nonces).size, 'nonces').toBe(2000);
  });

  test('names its key in the ciphertext; old keys open, the newest seals', () => {
    const [older, newer] = [key('k2025'), key('k2026')];
    const before = createKeyring([older]).seal(PLAIN, 'c');
    expect(before.includes('k2025')).toBe(true);
    const ring = createKeyring([newer, older]);
    expect(ring.newest).toBe('k2026');
    expect(ring.open(before, 'c')).toEqual(PLAIN);
    expect(ring.seal(PLAIN, 'c').includes('k2026')).toBe(true);
    expect(() => createKeyring([newer]).open(before, 'c')).toThrow(
      expect.objectContaining({ code: 'unknown_key' }),
    );
  });

  test('refuses another place, another key under the same id, and any changed byte', () => {
    const ring = createKeyring([key('a')]);
    const sealed = ring.seal(PLAIN, 'inbox\0row1\0activity');
    const refused = expect.objectContaining({
      code: expect.stringMatching(/^(cannot_decrypt|unknown_key)$/),
    });
    expect(() => ring.open(sealed, 'inbox\0row2\0activity')).toThrow(refused);
    expect(() => createKeyring([key('a')]).open(sealed, 'inbox\0row1\0activity')).toThrow(refused);
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => ring.open(changed, 'inbox\0row1\0activity'), `byte ${at}`).toThrow(refused);
    }
    for (const length of [0, 1, 2, 10, sealed.length - 1])
      expect(() => ring.open(sealed.subarray(0, length), 'inbox\0row1\0activity')).toThrow(refused);
  });

  test('needs a key', () =>
    expect(() => createKeyring([])).toThrow(expect.objectContaining({ code: 'no_key' })));
});
