import { createHash } from 'node:crypto';

/** First 16 hex digits of the SHA-256 of a file's text with `\n` line ends: names the version that a translation was made from. */
export function fingerprint(text: string): string {
  return createHash('sha256').update(text.replaceAll('\r\n', '\n'), 'utf8').digest('hex').slice(0, 16);
}
