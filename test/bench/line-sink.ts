import { createServer } from 'node:http';

/**
 * The cheapest LINE there can be: takes every call, counts what a person would see (a retry key once, a reply
 * token once). The strict fake in test/fakes/line would measure itself. `hang` takes every call and answers none.
 */
export interface LineSink {
  readonly url: string;
  /** Messages seen, by user id (push) or reply token (reply), with the time of each in epoch milliseconds. */
  readonly seen: ReadonlyMap<string, readonly { readonly at: number; readonly text: string }[]>;
  hang: boolean;
  stop(): Promise<void>;
}

/** Starts the sink on a free port. */
export async function startLineSink(): Promise<LineSink> {
  const seen = new Map<string, { at: number; text: string }[]>();
  const keys = new Set<string>();
  const state = { hang: false };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const key = request.headers['x-line-retry-key'];
      const again = typeof key === 'string' && keys.has(key);
      if (typeof key === 'string') keys.add(key);
      if (!again && request.url?.includes('/message/')) {
        const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as {
          to?: string;
          replyToken?: string;
          messages: { text?: string }[];
        };
        const who = body.to ?? body.replyToken ?? '';
        const list = seen.get(who) ?? [];
        // A Flex list repeats the words of the text before it as its altText: that is one saying.
        for (const { text } of body.messages) if (text !== undefined) list.push({ at: Date.now(), text });
        seen.set(who, list);
      }
      if (state.hang) return;
      response.writeHead(again ? 409 : 200, { 'content-type': 'application/json' });
      response.end('{"sentMessages":[{"id":"1"}]}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The sink has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    seen,
    get hang() {
      return state.hang;
    },
    set hang(value) {
      state.hang = value;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
