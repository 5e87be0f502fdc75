import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { verifySignature } from '../../../adapters/line/verify.ts';
import { SignatureError } from '../../../bot/errors.ts';

const SECRET = 'a-channel-secret';
const BODY = Buffer.from('{"destination":"U0","events":[]}');
const sign = (body: Uint8Array, secret = SECRET) =>
  createHmac('sha256', secret).update(body).digest('base64');

const outcome = (secret: string, body: Uint8Array, header: string | null): 'accepted' | 'refused' => {
  try {
    verifySignature(secret, body, header);
    return 'accepted';
  } catch (error) {
    if (error instanceof SignatureError) return 'refused';
    throw error;
  }
};

describe('signature of a LINE webhook', () => {
  it('L-1 accepts base64(HMAC-SHA256) over the raw bytes', () => {
    expect(outcome(SECRET, BODY, sign(BODY))).toBe('accepted');
  });

  it('L-1 verifies bytes, not characters: invalid UTF-8 has its own signature', () => {
    const bytes = Uint8Array.of(0xff, 0xfe, 0x7b, 0x7d);
    expect(outcome(SECRET, bytes, sign(bytes))).toBe('accepted');
    expect(outcome(SECRET, Buffer.from(new TextDecoder().decode(bytes)), sign(bytes))).toBe('refused');
  });

  it.each([
    ['missing', null],
    ['empty', ''],
    ['repeated', `${sign(BODY)}, ${sign(BODY)}`],
    ['too short', sign(BODY).slice(0, 40)],
    ['too long', `${sign(BODY)}AAAA`],
    ['hexadecimal', createHmac('sha256', SECRET).update(BODY).digest('hex')],
    ['base64url', Buffer.alloc(32, 0xfb).toString('base64url')],
    ['of another secret', sign(BODY, 'another')],
    ['of another body', sign(Buffer.from('{}'))],
    ['surrounded by spaces', ` ${sign(BODY)} `],
  ])('L-1 refuses a header that is %s', (_, header) => {
    expect(outcome(SECRET, BODY, header)).toBe('refused');
  });

  it('L-1 refuses the second spelling that base64 has for the same digest', () => {
    const header = sign(BODY);
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
    const twin = alphabet[alphabet.indexOf(header.charAt(42)) + 1];
    const respelled = `${header.slice(0, 42)}${twin}=`;
    expect(Buffer.from(respelled, 'base64').equals(Buffer.from(header, 'base64'))).toBe(true);
    expect(outcome(SECRET, BODY, respelled)).toBe('refused');
  });

  it('L-1 refuses an empty secret even when the signature was made with it', () => {
    expect(outcome('', BODY, sign(BODY, ''))).toBe('refused');
  });
});
