import { createHmac, timingSafeEqual } from 'node:crypto';
import { SignatureError } from '../../bot/errors.ts';

/** Milliseconds that a request's timestamp may be off, on either side (S-1: Bolt itself looks at the past only). */
const TOLERANCE_MS = 5 * 60_000;

/** Version and hex of 32 bytes. */
const SIGNATURE = /^v0=[0-9a-f]{64}$/;

/** The two headers that Slack signs with, as `Headers.get` gives them. */
export interface SlackSignature {
  readonly timestamp: string | null;
  readonly signature: string | null;
}

/**
 * Proves that `body` comes from Slack, lately (S-1): `v0=` + hex(HMAC-SHA256(signing secret, `v0:{timestamp}:{raw body}`)),
 * compared in constant time; the timestamp in seconds at most 5 minutes from `now` (epoch milliseconds). An empty
 * secret (S-2) and missing or repeated headers (`Headers` joins them with a comma) throw SignatureError as well.
 */
export function verifySlackSignature(
  signingSecret: string,
  body: Uint8Array,
  { timestamp, signature }: SlackSignature,
  now: number,
): void {
  if (signingSecret === '')
    throw new SignatureError('The Slack signing secret is empty: set SLACK_SIGNING_SECRET.');
  if (timestamp === null || !/^\d{1,12}$/.test(timestamp) || signature === null || !SIGNATURE.test(signature))
    throw new SignatureError(
      'The request has no usable Slack signature headers: it does not come from Slack.',
    );
  if (Math.abs(now - Number(timestamp) * 1000) > TOLERANCE_MS)
    throw new SignatureError(
      'The Slack timestamp is more than 5 minutes off: replayed, or our clock is wrong.',
    );
  const wanted = createHmac('sha256', signingSecret).update(`v0:${timestamp}:`).update(body).digest();
  if (!timingSafeEqual(Buffer.from(signature.slice(3), 'hex'), wanted))
    throw new SignatureError(
      'The Slack signature does not fit the body: check that SLACK_SIGNING_SECRET is current.',
    );
}
