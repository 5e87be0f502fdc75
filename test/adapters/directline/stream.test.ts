import { afterEach, describe, expect, it } from 'vitest';
import type { Bus } from '../../../bot/ports/bus.ts';
import { createManualClock } from '../../fakes/manual-clock.ts';
import { call, openStream, startTalk, type Talk } from './client.ts';
import { message, type Service, startService } from './service.ts';

let service: Service;
afterEach(() => service.close());

const again = async (talk: Talk, watermark: string) => {
  const { body } = await call(service, 'GET', `/conversations/${talk.id}?watermark=${watermark}`, {
    token: talk.token,
  });
  return String(body.streamUrl);
};

/** A bus whose messages are lost while `lost.now` is true. */
const losing = (lost: { now: boolean }) => (bus: Bus) => ({
  ...bus,
  publish: (topic: string, payload: Parameters<Bus['publish']>[1]) => {
    if (!lost.now) bus.publish(topic, payload);
  },
  healthy: () => !lost.now,
});

describe('Direct Line stream', () => {
  it('W-2, W-3: replays what was said, then goes on live, each line once and in order', async () => {
    service = await startService();
    const talk = await startTalk(service);
    const to = `web:${talk.id}`;
    await service.say(to, message('1'), message('2'));
    const stream = openStream(talk.streamUrl);
    await stream.heard(2);
    for (let n = 3; n <= 30; n += 1) await service.say(to, message(String(n)));
    await stream.heard(30);
    expect(stream.texts()).toEqual(Array.from({ length: 30 }, (_, index) => String(index + 1)));
    expect(stream.sets().at(-1)?.watermark).toBe('30');
  });

  it('W-3: 40 cuts at random places lose nothing and repeat nothing', async () => {
    service = await startService();
    const talk = await startTalk(service);
    const to = `web:${talk.id}`;
    const got: unknown[] = [];
    let watermark = '0';
    let said = 0;
    for (let round = 0; round < 40; round += 1) {
      const stream = openStream(await again(talk, watermark));
      const burst = Array.from({ length: (round * 7) % 5 }, () => message(String(++said)));
      if (burst.length > 0) await service.say(to, ...burst);
      await stream.opened().catch(() => {});
      // Cut while lines may still be on their way: what did not arrive must come with the next stream.
      if (round % 3 === 0) await stream.until(() => stream.frames.length > 0 || burst.length === 0);
      stream.socket.terminate();
      got.push(...stream.texts());
      watermark = stream.sets().at(-1)?.watermark ?? watermark;
    }
    const last = openStream(await again(talk, watermark));
    await last.until(() => got.length + last.texts().length >= said);
    got.push(...last.texts());
    expect(got).toEqual(Array.from({ length: said }, (_, index) => String(index + 1)));
    last.socket.terminate();
  });

  it('W-2: the stream token works for 60 s, for its conversation, and only as a stream', async () => {
    const clock = createManualClock();
    service = await startService({ clock });
    const [talk, other] = [await startTalk(service), await startTalk(service)];
    const swapped = talk.streamUrl.replace(talk.id, other.id);
    expect(await openStream(swapped).refused()).toBe(403);
    expect(await openStream(talk.streamUrl.replace(/t=.*/, `t=${talk.token}`)).refused()).toBe(403);
    expect(await openStream(talk.streamUrl.replace('watermark=0', 'watermark=a')).refused()).toBe(400);
    await clock.advance(61_000);
    expect(await openStream(talk.streamUrl).refused()).toBe(403);
    const fresh = openStream(await again(talk, '0'));
    await fresh.opened();
  });

  it('W-2: a second socket closes the first (collision)', async () => {
    service = await startService();
    const talk = await startTalk(service);
    const first = openStream(talk.streamUrl);
    await first.opened();
    const closed = first.closed();
    const second = openStream(await again(talk, '0'));
    await second.opened();
    expect(await closed).toEqual({ code: 1008, reason: 'collision' });
    await service.say(`web:${talk.id}`, message('hello'));
    await second.heard(1);
    expect(service.adapter.streams.size()).toBe(1);
  });

  it('W-2: empty frames keep the socket alive; a client may send them too', async () => {
    const clock = createManualClock();
    service = await startService({ clock });
    const stream = openStream((await startTalk(service)).streamUrl);
    await stream.opened();
    stream.socket.send('');
    for (let second = 0; second < 15; second += 1) {
      await clock.advance(1000);
    }
    await stream.until(() => stream.frames.includes(''));
    expect(stream.texts()).toEqual([]);
  });

  it('goes on by looking each second while the bus loses every message', async () => {
    const clock = createManualClock();
    const lost = { now: true };
    service = await startService({ clock, wrapBus: losing(lost) });
    const talk = await startTalk(service);
    const stream = openStream(talk.streamUrl);
    await stream.opened();
    await service.say(`web:${talk.id}`, message('said while the bus is down'));
    expect(stream.texts()).toEqual([]);
    await clock.advance(1000);
    await stream.heard(1);
    expect(stream.texts()).toEqual(['said while the bus is down']);
  });

  it('W-2: typing goes by socket, without a watermark', async () => {
    service = await startService();
    const talk = await startTalk(service);
    const stream = openStream(talk.streamUrl);
    await stream.opened();
    const address = { conversation: talk.id, user: 'dl_x' };
    await service.adapter.typing?.(address, new AbortController().signal);
    await stream.until(() => stream.sets().length > 0);
    expect(stream.sets()).toEqual([{ activities: [expect.objectContaining({ type: 'typing' })] }]);
  });

  it('W-4: a handshake from a foreign page is refused; own page, allowed page and programs are not', async () => {
    service = await startService({ allowedOrigins: ['https://partner.example'] });
    const talk = await startTalk(service);
    expect(await openStream(talk.streamUrl, { origin: 'https://evil.example' }).refused()).toBe(403);
    expect(await openStream(talk.streamUrl, { origin: 'null' }).refused()).toBe(403);
    for (const origin of [service.origin, 'https://partner.example'])
      await openStream(talk.streamUrl, { origin }).opened();
    await openStream(talk.streamUrl).opened();
  });

  it('W-4: with a public https address the stream is wss, and a handshake without TLS is refused', async () => {
    service = await startService({ publicUrl: 'https://soudan.example', trustProxy: true });
    const talk = await startTalk(service);
    expect(talk.streamUrl).toMatch(/^wss:\/\/soudan\.example\//);
    const local = talk.streamUrl.replace('wss://soudan.example', service.origin.replace('http', 'ws'));
    expect(await openStream(local, { 'x-forwarded-proto': 'http' }).refused()).toBe(403);
    await openStream(local, { 'x-forwarded-proto': 'https', origin: 'https://soudan.example' }).opened();
  });

  it('leaves other upgrade paths to others', async () => {
    service = await startService();
    expect(await openStream(`${service.origin.replace('http', 'ws')}/console/live`).refused()).toBe(404);
  });

  it('HTTP: a foreign page is refused, an allowed one gets CORS', async () => {
    service = await startService({ allowedOrigins: ['https://partner.example'] });
    const from = (origin: string) => call(service, 'POST', '/tokens/generate', { headers: { origin } });
    expect((await from('https://evil.example')).status).toBe(403);
    const partner = await from('https://partner.example');
    expect(partner.headers.get('access-control-allow-origin')).toBe('https://partner.example');
    expect((await from(service.origin)).headers.get('access-control-allow-origin')).toBeNull();
  });
});
