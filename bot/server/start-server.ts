import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { createAdaptorServer } from '@hono/node-server';
import { BotError } from '../errors.ts';
import { rememberPeer } from './peer.ts';
import { setSecurityHeaders } from './security-headers.ts';

/** What the server serves. */
export interface ServerOptions {
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  readonly app: { fetch(request: Request): Response | Promise<Response> };
  /** Channels that take WebSockets; the first that says true has it. */
  readonly upgrades?: readonly {
    upgrade?(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  }[];
}

/** A listening server. */
export interface RunningServer {
  readonly port: number;
  /** Stops listening, lets running requests end for `graceMs`, then cuts the rest. */
  close(graceMs: number): Promise<void>;
}

/** Listens. Throws BotError `listen` when the port is taken. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const server = createAdaptorServer({
    fetch: (request, env) => {
      const peer = 'incoming' in env ? env.incoming.socket.remoteAddress : undefined;
      if (peer) rememberPeer(request, peer);
      return options.app.fetch(request);
    },
    createServer,
    // A client that sends slowly on purpose is cut; bodies are small.
    serverOptions: { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 65_000 },
  }) as Server;

  // Node counts upgraded sockets as open connections, but does not cut them with the others.
  const upgraded = new Set<Duplex>();
  server.prependListener('request', (_request, response) => setSecurityHeaders(response));

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    upgraded.add(socket);
    socket.on('close', () => upgraded.delete(socket));
    socket.on('error', () => socket.destroy());
    const taken = options.upgrades?.some((channel) => channel.upgrade?.(request, socket, head) ?? false);
    if (!taken) socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
  });

  server.listen(options.port, options.host);
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw new BotError('listen', `Cannot listen on ${options.host}:${options.port}; choose another PORT.`, {
      cause,
    });
  }
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : options.port;
  return {
    port,
    async close(graceMs) {
      const closed = once(server, 'close');
      server.close();
      // A kept-alive connection that ends its request later is idle only then, and would hold the server open.
      const sweep = setInterval(() => server.closeIdleConnections(), 50);
      const cut = setTimeout(() => {
        server.closeAllConnections();
        for (const socket of upgraded) socket.destroy();
      }, graceMs);
      await closed;
      clearInterval(sweep);
      clearTimeout(cut);
    },
  };
}
