import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { type RunningServer, type ServerOptions, startServer } from '../../../bot/server/start-server.ts';

const running: RunningServer[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.close(0);
});

async function start(
  fetch: ServerOptions['app']['fetch'],
  upgrades: NonNullable<ServerOptions['upgrades']> = [],
): Promise<RunningServer> {
  const server = await startServer({ host: '127.0.0.1', port: 0, app: { fetch }, upgrades });
  running.push(server);
  return server;
}

describe('startServer', () => {
  it('gives the real port and answers on it', async () => {
    const { port } = await start(() => new Response('here'));
    expect(port).toBeGreaterThan(0);
    expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('here');
  });

  it('P-3: sets the security headers, and lets an answer keep its own', async () => {
    const { port } = await start((request) => {
      const own = { 'Content-Security-Policy': "default-src 'self'", 'cache-control': 'max-age=60' };
      return request.url.endsWith('/own') ? new Response('', { headers: own }) : new Response(null);
    });
    const plain = (await fetch(`http://127.0.0.1:${port}/`)).headers;
    expect(plain.get('content-security-policy')).toContain("object-src 'none'; base-uri 'none'");
    expect(plain.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(plain.get('strict-transport-security')).toBe('max-age=31536000');
    expect(plain.get('x-content-type-options')).toBe('nosniff');
    expect(plain.get('referrer-policy')).toBe('no-referrer');
    expect(plain.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(plain.get('cache-control')).toBe('no-store');
    const own = (await fetch(`http://127.0.0.1:${port}/own`)).headers;
    expect(own.get('content-security-policy')).toBe("default-src 'self'");
    expect(own.get('cache-control')).toBe('max-age=60');
    expect(own.get('x-content-type-options')).toBe('nosniff');
  });

  it('says what to do when the port is taken', async () => {
    const { port } = await start(() => new Response(''));
    const second = startServer({ host: '127.0.0.1', port, app: { fetch: () => new Response('') } });
    await expect(second).rejects.toMatchObject({ code: 'listen', message: expect.stringContaining('PORT') });
  });

  it('cuts sockets that stay open when it closes', async () => {
    const sockets = new WebSocketServer({ noServer: true });
    const channel = {
      upgrade: (
        ...args: Parameters<NonNullable<NonNullable<ServerOptions['upgrades']>[number]['upgrade']>>
      ) => {
        sockets.handleUpgrade(...args, () => {});
        return true;
      },
    };
    const server = await start(() => new Response(''), [channel]);
    const client = new WebSocket(`ws://127.0.0.1:${server.port}/`);
    client.on('error', () => {});
    await once(client, 'open');
    const gone = once(client, 'close');
    await server.close(0);
    await gone;
  });

  it('lets a running request end before it closes', async () => {
    let finish = () => {};
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let arrived = () => {};
    const here = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const server = await start(async () => {
      arrived();
      await held;
      return new Response('done');
    });
    const answer = fetch(`http://127.0.0.1:${server.port}/`).then((response) => response.text());
    await here;
    const closed = server.close(60_000);
    finish();
    expect(await answer).toBe('done');
    await closed;
    await expect(fetch(`http://127.0.0.1:${server.port}/`)).rejects.toThrow();
    running.splice(0);
  });

  it('gives a WebSocket to the channel that takes it, and 404 to others', async () => {
    const sockets = new WebSocketServer({ noServer: true });
    const { port } = await start(
      () => new Response(''),
      [
        { upgrade: () => false },
        {},
        {
          upgrade(request, socket, head) {
            if (request.url !== '/stream') return false;
            sockets.handleUpgrade(request, socket, head, (client) => client.send('hello'));
            return true;
          },
        },
      ],
    );
    const socket = new WebSocket(`ws://127.0.0.1:${port}/stream`);
    const [data] = await once(socket, 'message');
    expect(String(data)).toBe('hello');
    socket.terminate();

    const raw = connect(port, '127.0.0.1');
    raw.write('GET /other HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n');
    const [head] = await once(raw, 'data');
    expect(String(head)).toMatch(/^HTTP\/1\.1 404 /);
    raw.destroy();
  });
});
