import { createHmac, timingSafeEqual } from 'node:crypto';
import { SignatureError } from '../../bot/errors.ts';

/** Base64 of 32 bytes: 43 digits and one `=`. */
const DIGEST = /^[A-Za-z0-9+/]{43}=$/;

/**
 * Proves that `body` comes from LINE (L-1): `x-line-signature` is base64(HMAC-SHA256(channel secret, raw bytes)).
 * Compared in constant time on the decoded digests. A missing header, a repeated one (`Headers` joins them with a
 * comma), one of another length or in non-canonical base64 throws SignatureError, as a wrong one does.
 */
export function verifySignature(channelSecret: string, body: Uint8Array, header: string | null): void {
  if (channelSecret === '')
    throw new SignatureError('The LINE channel secret is empty: set LINE_CHANNEL_SECRET.');
  if (header === null || !DIGEST.test(header)) {
    throw new SignatureError(
      'The request has no usable x-line-signature header: it does not come from LINE.',
    );
  }
  const given = Buffer.from(header, 'base64');
  if (given.toString('base64') !== header)
    throw new SignatureError('The x-line-signature is not canonical base64.');
  const wanted = createHmac('sha256', channelSecret).update(body).digest();
  if (!timingSafeEqual(given, wanted)) {
    throw new SignatureError(
      'The x-line-signature does not fit the body: check that LINE_CHANNEL_SECRET is current.',
    );
  }
}
