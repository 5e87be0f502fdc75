import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../bot/clock.ts';
import { silentLog } from '../../../bot/log.ts';
import { openEmbedder } from '../../../knowledge/open-embedder.ts';
import { OpenAiEmbedder } from '../../../knowledge/openai/openai-embedder.ts';

/** An embeddings server over real HTTP: one number a text, its length; faults on demand. */
let server: Server;
let baseUrl: string;
let fault: 'none' | 'short' | 'error' | 'hang' | 'dimensions';
const bodies: { model: string; input: string[] }[] = [];

beforeEach(async () => {
  fault = 'none';
  bodies.length = 0;
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => {
      text += chunk;
    });
    request.on('end', () => {
      const body = JSON.parse(text);
      bodies.push(body);
      if (fault === 'hang') return;
      response.setHeader('content-type', 'application/json');
      if (fault === 'error') {
        response.statusCode = 401;
        response.end(JSON.stringify({ error: { message: 'no' } }));
        return;
      }
      const inputs: string[] = fault === 'short' ? body.input.slice(1) : body.input;
      const data = inputs.map((input, index) => ({
        object: 'embedding',
        index,
        embedding: fault === 'dimensions' ? [1] : [3, 4 * input.length],
      }));
      response.end(JSON.stringify({ object: 'list', data: data.reverse(), model: body.model, usage: {} }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const open = () => OpenAiEmbedder.open({ baseUrl, model: 'some-model' });

describe('a remote embedder', () => {
  it('gives unit vectors in the order of the texts, whatever order they come back in', async () => {
    const embedder = await open();
    expect([embedder.model, embedder.dimensions]).toEqual(['some-model', 2]);
    const vectors = await embedder.embedQueries(['a', 'bbb']);
    expect(vectors.map((vector) => [...vector].map((value) => Math.round(value * 100) / 100))).toEqual([
      [0.6, 0.8],
      [0.24, 0.97],
    ]);
    expect(bodies.at(-1)).toMatchObject({ model: 'some-model', input: ['a', 'bbb'] });
  });

  it('sends many passages in portions', async () => {
    const embedder = await open();
    const vectors = await embedder.embedPassages(Array.from({ length: 130 }, (_, index) => `p${index}`));
    expect(vectors).toHaveLength(130);
    expect(bodies.slice(1).map(({ input }) => input.length)).toEqual([64, 64, 2]);
  });

  it.each([
    ['short', 'embedder_refused'],
    ['dimensions', 'embedder_refused'],
    ['error', 'embedder_down'],
    ['hang', 'embedder_down'],
  ] as const)('that answers badly (%s) is an error with a code', async (kind, code) => {
    const embedder = await open();
    fault = kind;
    await expect(embedder.embedQueries(['a', 'b'])).rejects.toMatchObject({ code });
  });

  it('that is not there leaves words, said in one line', async () => {
    fault = 'error';
    const lines: string[] = [];
    const opened = await openEmbedder({
      root: '/',
      cacheDir: '/',
      clock: systemClock,
      log: { ...silentLog, warn: (line) => lines.push(line) },
      remote: { baseUrl, model: 'some-model', apiKey: 'key' },
    });
    expect(opened.embedder).toBeUndefined();
    expect(await opened.started).toBe('embedder_down');
    expect(lines).toEqual([expect.stringContaining('words only')]);
  });
});
