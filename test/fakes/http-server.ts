import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it arrived. */
export interface RecordedRequest {
  readonly method: string;
  /** Path without query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
  /** Body as text. */
  readonly text: string;
}

/** What to answer. `cut` breaks the connection instead, `hang` leaves it open; `stream` writes on and ends the answer itself. */
export interface FakeAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON. */
  readonly body?: string | Uint8Array | object;
  readonly cut?: boolean;
  /** Never answers, until the fake stops. */
  readonly hang?: boolean;
  readonly stream?: (response: ServerResponse, request: IncomingMessage) => void;
}

/** Decides the answer to one request. A thrown error becomes a 500 and is kept in `errors`. */
export type FakeHandler = (request: RecordedRequest) => FakeAnswer | Promise<FakeAnswer>;

/** A running fake. */
export interface FakeServer {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** Every request since the start, in order of arrival. */
  readonly requests: RecordedRequest[];
  /** What handlers threw: look here when a test fails strangely. */
  readonly errors: unknown[];
  readonly server: Server;
  /** Calls that hang and whose caller has not hung up. */
  hanging(): number;
  /** Ends all connections, hanging ones too. */
  stop(): Promise<void>;
}

async function record(request: IncomingMessage): Promise<RecordedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const url = new URL(request.url ?? '/', 'http://fake');
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
  return {
    method: request.method ?? 'GET',
    path: decodeURIComponent(url.pathname),
    query: url.searchParams,
    headers,
    bytes,
    text: bytes.toString('utf8'),
  };
}

function write(response: ServerResponse, request: IncomingMessage, answer: FakeAnswer): void {
  if (answer.cut) {
    request.socket.destroy();
    return;
  }
  if (answer.stream) {
    response.writeHead(answer.status ?? 200, answer.headers);
    answer.stream(response, request);
    return;
  }
  const { body } = answer;
  const raw = typeof body === 'string' || body instanceof Uint8Array;
  const type = raw || body === undefined ? {} : { 'content-type': 'application/json' };
  response.writeHead(answer.status ?? 200, { ...type, ...answer.headers });
  response.end(raw || body === undefined ? body : JSON.stringify(body));
}

/** Base of all fakes: real HTTP on 127.0.0.1, port 0 unless given, every request recorded. */
export async function startHttpServer(handler: FakeHandler, port = 0): Promise<FakeServer> {
  const requests: RecordedRequest[] = [];
  const errors: unknown[] = [];
  const hanging = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    const answer = async () => {
      const recorded = await record(request);
      requests.push(recorded);
      const given = await handler(recorded);
      if (!given.hang) return write(response, request, given);
      hanging.add(response);
      response.once('close', () => hanging.delete(response));
    };
    answer().catch((error: unknown) => {
      // The caller hung up: nothing to answer, nothing wrong with the fake.
      if (request.destroyed || response.destroyed) return;
      errors.push(error);
      if (!response.headersSent) response.writeHead(500).end();
      else response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    port: address.port,
    requests,
    errors,
    server,
    hanging: () => hanging.size,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
