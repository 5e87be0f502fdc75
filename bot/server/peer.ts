const peers = new WeakMap<Request, string>();

/** Notes the address of the socket a request came through; a header could be forged, this cannot. */
export function rememberPeer(request: Request, address: string): void {
  peers.set(request, address);
}

/** The address of the socket a request came through, when the server has noted it. For rate limits. */
export function peerOf(request: Request): string | undefined {
  return peers.get(request);
}
