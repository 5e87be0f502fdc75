import { describe, expect, it, vi } from 'vitest';
import type { Accept, Adapter } from '../../../bot/adapter.ts';
import { systemClock } from '../../../bot/clock.ts';
import { BusyError, MalformedError, SignatureError } from '../../../bot/errors.ts';
import type { Log, LogFields } from '../../../bot/log.ts';
import { createMetrics } from '../../../bot/metrics.ts';
import { createApp } from '../../../bot/server/create-app.ts';
import type { Probe } from '../../../bot/server/readiness.ts';

const accept: Accept = async () => {};

/** An adapter on `/hook/:room` that does as the test says. */
function adapterThat(handle: Adapter['handle'], bodyLimit?: number): Adapter {
  return {
    channel: 'test',
    paths: ['/hook/:room'],
    deliveryDeadline: 1_000,
    ...(bodyLimit === undefined ? {} : { bodyLimit }),
    handle,
    render: () => [],
    deliver: async () => ({}),
  };
}

function appWith(
  handle: Adapter['handle'],
  more: { probes?: Probe[]; stopping?: boolean; bodyLimit?: number } = {},
) {
  const lines: string[] = [];
  const write = (message: string, fields: LogFields = {}) => lines.push(message + JSON.stringify(fields));
  const log: Log = { info: write, warn: write, error: write };
  const metrics = createMetrics();
  const app = createApp({
    adapters: [adapterThat(handle, more.bodyLimit)],
    accept,
    probes: more.probes ?? [],
    stopping: () => more.stopping ?? false,
    metrics,
    clock: systemClock,
    log,
  });
  return { app, lines, metrics };
}

describe('adapter routes', () => {
  it('hands the request and accept to the adapter and gives its answer', async () => {
    const handle = vi.fn<Adapter['handle']>(async (request) => new Response(await request.text()));
    const { app } = appWith(handle);
    const answer = await app.request('/hook/1', { method: 'POST', body: 'hello' });
    expect([answer.status, await answer.text()]).toEqual([200, 'hello']);
    expect(handle.mock.calls[0]?.[1]).toBe(accept);
  });

  it.each([
    [new SignatureError('secret words'), 401],
    [new MalformedError('secret words'), 400],
    [new BusyError('secret words'), 503],
    [new Error('secret words'), 500],
    [new TypeError('secret words'), 500],
  ])('answers %s with %i and keeps its words inside', async (error, status) => {
    const { app, lines } = appWith(async () => {
      throw error;
    });
    const answer = await app.request('/hook/secret-room', { method: 'POST', body: 'secret words' });
    expect(answer.status).toBe(status);
    expect(answer.headers.has('retry-after')).toBe(status === 503);
    expect(await answer.text()).not.toContain('secret');
    expect(lines).toHaveLength(1);
    expect(lines.join()).not.toContain('secret');
  });

  it('answers 413 above the limit, told or streamed, before the adapter sees it', async () => {
    const handle = vi.fn<Adapter['handle']>(async (request) => new Response(await request.text()));
    const { app } = appWith(handle, { bodyLimit: 10 });
    const send = (body: BodyInit, headers: Record<string, string> = {}) =>
      app.request('/hook/1', { method: 'POST', body, headers, duplex: 'half' } as RequestInit);
    const stream = (text: string) => new Blob([text.slice(0, 5), text.slice(5)]).stream();
    expect((await send('12345678901', { 'content-length': '11' })).status).toBe(413);
    expect((await send(stream('12345678901'))).status).toBe(413);
    expect(handle).not.toHaveBeenCalled();
    expect(await (await send('1234567890', { 'content-length': '10' })).text()).toBe('1234567890');
    expect(await (await send(stream('1234567890'))).text()).toBe('1234567890');
  });
});

describe('health, readiness, metrics', () => {
  const ok: Probe = { name: 'store', required: true, check: () => 'ok' };
  const words: Probe = { name: 'embedder', required: false, check: async () => 'words-only' };
  const broken = (required: boolean): Probe => ({
    name: 'broken',
    required,
    check: () => Promise.reject(new Error('no')),
  });
  const handle = async () => new Response('');

  it('is alive whatever is broken', async () => {
    const { app } = appWith(handle, { probes: [broken(true)], stopping: true });
    expect((await app.request('/healthz')).status).toBe(200);
  });

  it('is ready with what is optional missing', async () => {
    const { app } = appWith(handle, { probes: [ok, words, broken(false)] });
    const answer = await app.request('/readyz');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({
      ready: true,
      store: 'ok',
      embedder: 'words-only',
      broken: 'failing',
    });
  });

  it('is not ready when the store fails or a shutdown has begun', async () => {
    expect((await appWith(handle, { probes: [ok, broken(true)] }).app.request('/readyz')).status).toBe(503);
    const stopping = await appWith(handle, { probes: [ok], stopping: true }).app.request('/readyz');
    expect([stopping.status, await stopping.json()]).toEqual([
      503,
      { ready: false, stopping: true, store: 'ok' },
    ]);
  });

  it('counts requests by pattern, never by path', async () => {
    const { app } = appWith(handle);
    await app.request('/hook/token-of-a-person', { method: 'POST' });
    const text = await (await app.request('/metrics')).text();
    expect(text).toContain('soudan_http_requests_total{route="/hook/:room",status="200"} 1');
    expect(text).toContain('soudan_http_request_seconds_count{route="/hook/:room"} 1');
    expect(text).not.toContain('token-of-a-person');
  });
});
