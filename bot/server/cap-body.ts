import { peerOf, rememberPeer } from './peer.ts';

/** Bytes a request body may have when its channel says nothing else. */
export const DEFAULT_BODY_LIMIT = 1_048_576;

/**
 * Gives the request when its body is at most `limit` bytes, else undefined (→ 413). A body that tells its length is
 * trusted to Node, which ends it there; one that does not (chunked) is read here, so that no adapter reads without end.
 */
export async function capBody(request: Request, limit: number): Promise<Request | undefined> {
  if (request.method === 'GET' || request.method === 'HEAD') return request;
  const length = request.headers.get('content-length');
  if (length !== null && request.headers.get('transfer-encoding') === null) {
    return Number(length) <= limit ? request : undefined;
  }
  const { body } = request;
  if (!body) return request;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  const whole = new Request(request.url, {
    method: request.method,
    headers: request.headers,
    body: Buffer.concat(chunks),
  });
  const peer = peerOf(request);
  if (peer) rememberPeer(whole, peer);
  return whole;
}
