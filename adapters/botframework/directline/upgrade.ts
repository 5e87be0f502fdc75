import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Access } from './access.ts';
import type { DirectLineOptions } from './options.ts';
import { originAllowed, ownOrigin } from './origin.ts';
import type { Streams } from './streams.ts';
import { readWatermark } from './watermark.ts';

const PATH = /^\/v3\/directline\/conversations\/([\w-]{1,64})\/stream$/;

/** Takes the WebSocket upgrade of a stream URL; gives false for another path. Refusals are plain HTTP answers. */
export function createUpgrade(options: DirectLineOptions, access: Access, streams: Streams) {
  const server = new WebSocketServer({ noServer: true, maxPayload: 1024, perMessageDeflate: false });

  const admit = async (request: IncomingMessage, url: URL, conversation: string) => {
    const headers = request.headers;
    const proto = headers['x-forwarded-proto'];
    const forwardedProto = Array.isArray(proto) ? proto.at(-1) : proto;
    const secure = 'encrypted' in request.socket && request.socket.encrypted === true;
    const own = ownOrigin({ ...options, host: headers.host, forwardedProto, secure });
    // W-4: with a public https address, a handshake that did not come over TLS is refused.
    const plain = options.trustProxy && forwardedProto !== undefined && forwardedProto !== 'https';
    if (own.startsWith('https:') && plain) return 403;
    if (!originAllowed(headers.origin, own, options.allowedOrigins)) return 403;
    const watermark = readWatermark(url.searchParams.get('watermark'));
    if (watermark === undefined) return 400;
    const claims = await access.readStream(url.searchParams.get('t') ?? '', conversation);
    return claims ? { claims, watermark } : 403;
  };

  return (request: IncomingMessage, socket: Duplex, head: Buffer): boolean => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const conversation = PATH.exec(url.pathname)?.[1];
    if (!conversation) return false;
    socket.on('error', () => socket.destroy());
    admit(request, url, conversation)
      .catch(() => 503)
      .then((admitted) => {
        if (typeof admitted === 'number') {
          socket.end(`HTTP/1.1 ${admitted} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
          return;
        }
        server.handleUpgrade(request, socket, head, (webSocket) =>
          streams.open(webSocket, admitted.claims, admitted.watermark),
        );
      })
      .catch(() => socket.destroy());
    return true;
  };
}
