import { createHmac, timingSafeEqual } from 'node:crypto';

/** Signs a choice for one conversation, so that a tapped button brings back only what we offered there. */
export function signChoice(key: Uint8Array, conversation: string, value: string): string {
  return `${mac(key, conversation, value)}.${value}`;
}

/** The value inside a signed choice, or undefined when this conversation was never offered it. */
export function readChoice(key: Uint8Array, conversation: string, signed: string): string | undefined {
  const dot = signed.indexOf('.');
  if (dot < 0) return undefined;
  const value = signed.slice(dot + 1);
  const given = Buffer.from(signed.slice(0, dot));
  const expected = Buffer.from(mac(key, conversation, value));
  return given.length === expected.length && timingSafeEqual(given, expected) ? value : undefined;
}

function mac(key: Uint8Array, conversation: string, value: string): string {
  return createHmac('sha256', key)
    .update(`directline choice\n${conversation}\n${value}`)
    .digest('base64url')
    .slice(0, 22);
}
