/** Where our page lives, as browsers see it, e.g. `https://soudan.example`. */
export function ownOrigin(options: {
  publicUrl?: string | undefined;
  trustProxy?: boolean | undefined;
  host: string | undefined;
  forwardedProto: string | undefined;
  secure: boolean;
}): string {
  if (options.publicUrl) return new URL(options.publicUrl).origin;
  const proxied = options.trustProxy ? options.forwardedProto : undefined;
  const scheme = proxied ? proxied : options.secure ? 'https' : 'http';
  return `${scheme === 'https' ? 'https' : 'http'}://${options.host ?? 'localhost'}`;
}

/**
 * True when a request with this `Origin` may talk to us (W-4). Programs outside a browser send none; a browser
 * cannot leave it out or forge it.
 */
export function originAllowed(
  origin: string | undefined,
  own: string,
  allowed: readonly string[] = [],
): boolean {
  return origin === undefined || origin === own || allowed.includes(origin);
}
