import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDirectLineAdapter } from '../../../adapters/botframework/directline/direct-line-adapter.ts';
import { createLocalBus } from '../../../bot/bus/local-bus.ts';
import { systemClock } from '../../../bot/clock.ts';
import { createLog } from '../../../bot/log.ts';
import type { Middleware } from '../../../bot/middleware.ts';
import { createRuntime, type Runtime } from '../../../bot/runtime.ts';
import { createApp } from '../../../bot/server/create-app.ts';
import { peerOf } from '../../../bot/server/peer.ts';
import { type RunningServer, startServer } from '../../../bot/server/start-server.ts';
import { type OpenStores, openStores } from '../../../bot/stores/open-stores.ts';
import { testKeys } from '../../contracts/keys.ts';
import { call, openStream, post, startTalk } from './client.ts';
import { message } from './service.ts';

/** Says what it hears; a joining is greeted. */
const echo: Middleware = async (turn) => {
  const { activity } = turn;
  if (activity.type === 'joined') turn.reply(message(activity.returning ? 'welcome back' : 'welcome'));
  if (activity.type === 'message') turn.reply(message(`heard ${activity.text || 'a file'}`));
  if (activity.type === 'action') turn.reply(message(`tapped ${activity.value}`));
};

/** A real JPEG frame, small: start, tables, scan, end. */
const JPEG = Uint8Array.from([
  0xff, 0xd8, 0xff, 0xdb, 0, 4, 1, 1, 0xff, 0xe1, 0, 8, 0x45, 0x78, 0x69, 0x66, 0, 0, 0xff, 0xda, 0, 4, 1, 1,
  7, 0xff, 0xd9,
]);

describe('the web channel on the real runtime', () => {
  let stores: OpenStores;
  let runtime: Runtime;
  let server: RunningServer;
  let adapter: ReturnType<typeof createDirectLineAdapter>;
  let service: { base: string };
  beforeEach(async () => {
    const clock = systemClock;
    const log = createLog('silent');
    const bus = createLocalBus({ clock, log });
    stores = await openStores({ keys: testKeys(), clock, fileName: ':memory:' });
    const { store, transcript } = stores;
    adapter = createDirectLineAdapter({
      store,
      transcript,
      bus,
      clock,
      log,
      tokenKey: Buffer.alloc(32, 7),
      peerOf,
    });
    const adapters = [adapter];
    runtime = createRuntime({
      stores,
      bus,
      adapters,
      middleware: [echo],
      hearsDanger: () => false,
      clock,
      log,
      owner: 'test',
    });
    const { accept, metrics, stopping } = runtime;
    const app = createApp({ adapters, accept, probes: [], stopping, metrics, clock, log });
    server = await startServer({ host: '127.0.0.1', port: 0, app, upgrades: adapters });
    service = { base: `http://127.0.0.1:${server.port}/v3/directline` };
    runtime.start();
  });
  afterEach(async () => {
    await runtime.stop();
    adapter.streams.close();
    await server.close(500);
    await stores.close();
  });

  it('W-9: greets, answers, and stores a repeated message once', async () => {
    const talk = await startTalk(service);
    const stream = openStream(talk.streamUrl);
    await stream.heard(1);
    const ids = [
      await post(service, talk, 'hello', 'client-id-1'),
      await post(service, talk, 'hello', 'client-id-1'),
    ];
    await stream.heard(3);
    expect(stream.texts()).toEqual(['welcome', 'hello', 'heard hello']);
    const echoed = stream.sets().flatMap(({ activities }) => activities)[1];
    expect(ids.map(({ body }) => body.id)).toEqual([echoed?.id, echoed?.id]);
  });

  it('after a quick exit nothing is said until the person comes back with the five words', async () => {
    const talk = await startTalk(service);
    await post(service, talk, 'hello', 'client-id-1');
    const made = await call(service, 'POST', `/conversations/${talk.id}/returncode`, { token: talk.token });
    const path = `/conversations/${talk.id}/activities`;
    await call(service, 'POST', path, { token: talk.token, body: { type: 'endOfConversation' } });
    const back = await call(service, 'POST', '/returncode', { body: { code: made.body.code } });
    const token = String(back.body.token);
    const { body } = await call(service, 'GET', `/conversations/${talk.id}?watermark=0`, { token });
    const stream = openStream(String(body.streamUrl));
    await stream.heard(4);
    expect(stream.texts()).toEqual(['welcome', 'hello', 'heard hello', 'welcome back']);
  });

  it('an uploaded photo becomes a stored, cleaned one, and the upload’s own copy goes', async () => {
    const talk = await startTalk(service);
    const stream = openStream(talk.streamUrl);
    const form = new FormData();
    form.append('activity', '{"type":"message","channelData":{"clientActivityID":"client-id-1"}}');
    form.append('file', new Blob([JPEG]), 'payslip.jpg');
    const headers = { authorization: `Bearer ${talk.token}` };
    const sent = await fetch(`${service.base}/conversations/${talk.id}/upload`, {
      method: 'POST',
      headers,
      body: form,
    });
    expect(sent.status).toBe(200);
    await stream.until(() => stream.texts().includes('heard a file'));
    const key = `upload/${talk.id}|client-id-1|0`;
    await expect.poll(async () => (await stores.store.read([key])).size).toBe(0);
    expect(runtime.metrics.text()).toMatch(/soudan_media_total\{outcome="stored"\} 1/);
  });
});
