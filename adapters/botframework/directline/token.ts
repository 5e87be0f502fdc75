import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** Seconds that a token works for; Direct Line's `expires_in`. */
export const TOKEN_SECONDS = 1800;
/** Seconds within which a stream URL must be opened (W-2). */
export const STREAM_SECONDS = 60;
/** Seconds for which an expired token can still be renewed: a phone that slept for a night. */
export const RENEW_SECONDS = 24 * 3600;
/** The same after "remember on this phone". */
export const REMEMBER_SECONDS = 30 * 24 * 3600;

const claims = z.object({
  /** Direct Line conversation id. */
  conv: z.string(),
  /** Server-chosen user id, `dl_…` (W-4); the name is the one that the public client reads. */
  user: z.string(),
  use: z.enum(['api', 'stream']),
  /** Generation of the conversation in which the token was made; see SessionRecord. */
  gen: z.number(),
  /** Epoch seconds. */
  exp: z.number(),
  /** Epoch seconds until which the token can be renewed. */
  renew: z.number(),
});

/** What a token says. Signed, not secret: it holds no text and no name. */
export type TokenClaims = z.infer<typeof claims>;

const HEADER = Buffer.from(JSON.stringify({ alg: 'HS256', typ: 'JWT' })).toString('base64url');

/** A JWT (HS256): the public client reads the user id out of it. */
export function signToken(key: Uint8Array, payload: TokenClaims): string {
  const body = `${HEADER}.${Buffer.from(JSON.stringify(payload)).toString('base64url')}`;
  return `${body}.${mac(key, body).toString('base64url')}`;
}

/**
 * The claims of a token that we signed, expired or not; undefined for anything else. Only our own header is
 * accepted, so `alg: none` and other algorithms cannot be smuggled in.
 */
export function readToken(key: Uint8Array, token: string): TokenClaims | undefined {
  const [header, payload, signature, ...rest] = token.split('.');
  if (header !== HEADER || !payload || !signature || rest.length > 0) return undefined;
  const expected = mac(key, `${header}.${payload}`);
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  try {
    const parsed = claims.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

function mac(key: Uint8Array, body: string): Buffer {
  return createHmac('sha256', key).update('directline token\n').update(body).digest();
}
