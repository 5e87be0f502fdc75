import type { ServerResponse } from 'node:http';

/**
 * Headers of every answer that does not set its own (P-3, ASVS 5.0 3.4.1–3.4.8 and 14.3.2). Pages and the widget
 * replace the content policy with one that fits them.
 */
const HEADERS: readonly (readonly [name: string, value: string])[] = [
  ['strict-transport-security', 'max-age=31536000'],
  [
    'content-security-policy',
    "default-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  ],
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'no-referrer'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cache-control', 'no-store'],
];

/** Sets them before the app answers: a header that the answer itself sets takes their place. */
export function setSecurityHeaders(response: ServerResponse): void {
  for (const [name, value] of HEADERS) response.setHeader(name, value);
}
