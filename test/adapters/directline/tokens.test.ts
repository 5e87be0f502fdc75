import { createHmac } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { createManualClock } from '../../fakes/manual-clock.ts';
import { call, openStream, startTalk } from './client.ts';
import { type Service, startService } from './service.ts';

let service: Service;
afterEach(() => service.close());

const decode = (token: unknown) =>
  JSON.parse(Buffer.from(String(token).split('.')[1] ?? '', 'base64url').toString()) as Record<
    string,
    unknown
  >;

describe('Direct Line tokens', () => {
  it('W-1: generates a token, starts a conversation (201) and gives a stream URL', async () => {
    service = await startService();
    const made = await call(service, 'POST', '/tokens/generate');
    expect(made.status).toBe(200);
    expect(made.body).toMatchObject({ expires_in: 1800, conversationId: expect.any(String) });
    const token = String(made.body.token);
    const started = await call(service, 'POST', '/conversations', { token, body: { locale: 'vi' } });
    expect(started.status).toBe(201);
    expect(started.body).toMatchObject({ conversationId: made.body.conversationId, expires_in: 1800 });
    expect(String(started.body.streamUrl)).toMatch(
      /^ws:\/\/127\.0\.0\.1:\d+\/v3\/directline\/conversations\//,
    );
    expect(started.headers.get('cache-control')).toBe('no-store');
    expect(service.accepted).toMatchObject([{ type: 'joined', locale: 'vi', from: { role: 'trainee' } }]);
  });

  it('W-1: a second start of the same conversation joins once', async () => {
    service = await startService();
    const talk = await startTalk(service);
    await call(service, 'POST', '/conversations', { token: talk.token, body: {} });
    expect(service.accepted.filter(({ type }) => type === 'joined')).toHaveLength(1);
  });

  it('W-4: the user id is chosen by the server and bound to the token', async () => {
    service = await startService();
    const made = await call(service, 'POST', '/tokens/generate', { body: { user: { id: 'admin' } } });
    expect(decode(made.body.token).user).toMatch(/^dl_[0-9a-f]{32}$/);
  });

  it('W-4: refuses no token (401), forged, foreign and algorithm-free ones (403)', async () => {
    service = await startService();
    const [mine, other] = [await startTalk(service), await startTalk(service)];
    const path = `/conversations/${mine.id}/activities`;
    expect((await call(service, 'GET', path)).status).toBe(401);
    expect((await call(service, 'GET', path, { token: other.token })).status).toBe(403);
    const [head = '', body = '', mac = ''] = mine.token.split('.');
    const changed = Buffer.from(JSON.stringify({ ...decode(mine.token), exp: 9e9 })).toString('base64url');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    const weak = createHmac('sha256', '').update(`${head}.${body}`).digest('base64url');
    for (const token of [`${head}.${changed}.${mac}`, `${none}.${body}.`, `${head}.${body}.${weak}`, 'x'])
      expect((await call(service, 'GET', path, { token })).status).toBe(403);
    const stream = new URL(mine.streamUrl).searchParams.get('t') ?? '';
    expect((await call(service, 'GET', path, { token: stream })).status).toBe(403);
  });

  it('W-4: a token dies after 30 minutes and can be renewed for a day, when remembered for 30 days', async () => {
    const clock = createManualClock();
    service = await startService({ clock });
    const talk = await startTalk(service);
    const path = `/conversations/${talk.id}/activities`;
    await clock.advance(1801_000);
    const late = await call(service, 'GET', path, { token: talk.token });
    expect(late).toMatchObject({ status: 403, body: { error: { code: 'TokenExpired' } } });
    const fresh = await call(service, 'POST', '/tokens/refresh', { token: talk.token });
    expect(fresh.body).toMatchObject({ conversationId: talk.id, expires_in: 1800 });
    const token = String(fresh.body.token);
    expect((await call(service, 'GET', path, { token })).status).toBe(200);
    const body = { remember: true };
    const long = String((await call(service, 'POST', '/tokens/refresh', { token, body })).body.token);
    await clock.advance(25 * 3600_000);
    expect((await call(service, 'POST', '/tokens/refresh', { token })).status).toBe(403);
    expect((await call(service, 'POST', '/tokens/refresh', { token: long })).status).toBe(200);
    await clock.advance(30 * 24 * 3600_000);
    expect((await call(service, 'POST', '/tokens/refresh', { token: long })).status).toBe(403);
  });

  it('ends a conversation: every token and socket of it is dead, and the core hears it', async () => {
    service = await startService();
    const talk = await startTalk(service);
    const stream = openStream(talk.streamUrl);
    await stream.opened();
    const closed = stream.closed();
    const path = `/conversations/${talk.id}/activities`;
    const body = { type: 'endOfConversation' };
    expect((await call(service, 'POST', path, { token: talk.token, body })).status).toBe(200);
    expect(await closed).toMatchObject({ reason: 'ended' });
    for (const [method, where] of [
      ['GET', path],
      ['POST', '/tokens/refresh'],
    ] as const)
      expect((await call(service, method, where, { token: talk.token })).status).toBe(404);
    expect(service.accepted.at(-1)).toMatchObject({ type: 'left' });
  });

  it('limits new conversations per address: 429 with Retry-After; a forged header changes nothing', async () => {
    service = await startService({ limits: { tokensPerMinute: 2 } });
    const generate = (from: string) =>
      call(service, 'POST', '/tokens/generate', { headers: { 'x-forwarded-for': from } });
    expect((await generate('198.51.100.1')).status).toBe(200);
    expect((await generate('198.51.100.2')).status).toBe(200);
    const third = await generate('198.51.100.3');
    expect(third.status).toBe(429);
    expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('counts the address that a trusted proxy wrote, not the one a client put before it', async () => {
    service = await startService({ limits: { tokensPerMinute: 1 }, trustProxy: true });
    const generate = (from: string) =>
      call(service, 'POST', '/tokens/generate', { headers: { 'x-forwarded-for': from } });
    expect((await generate('1.1.1.1, 198.51.100.1')).status).toBe(200);
    expect((await generate('2.2.2.2, 198.51.100.1')).status).toBe(429);
    expect((await generate('1.1.1.1, 198.51.100.2')).status).toBe(200);
  });
});
