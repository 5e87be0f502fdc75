import { afterEach, describe, expect, it } from 'vitest';
import { BusyError } from '../../../bot/errors.ts';
import { call, post, startTalk } from './client.ts';
import { message, type Service, startService } from './service.ts';

let service: Service;
afterEach(() => service.close());

const read = (talk: { id: string; token: string }, watermark = '') =>
  call(service, 'GET', `/conversations/${talk.id}/activities?watermark=${watermark}`, { token: talk.token });

describe('Direct Line activities', () => {
  it('W-3: the watermark replays exactly what came after it', async () => {
    service = await startService();
    const talk = await startTalk(service);
    const all = Array.from({ length: 7 }, (_, index) => `line ${index + 1}`);
    await service.say(`web:${talk.id}`, ...all.map((text) => message(text)));
    for (const from of [0, 1, 4, 7]) {
      const { body } = await read(talk, String(from));
      expect((body.activities as { text: string }[]).map(({ text }) => text)).toEqual(all.slice(from));
      expect(body.watermark).toBe('7');
    }
    expect((await read(talk, 'x')).status).toBe(400);
  });

  it('W-3: long conversations come in pages without a gap', async () => {
    service = await startService();
    const talk = await startTalk(service);
    const all = Array.from({ length: 450 }, (_, index) => `${index}`);
    await service.say(`web:${talk.id}`, ...all.map((text) => message(text)));
    const got: string[] = [];
    for (let watermark = ''; ; ) {
      const { body } = await read(talk, watermark);
      const page = body.activities as { text: string }[];
      if (page.length === 0) break;
      got.push(...page.map(({ text }) => text));
      watermark = String(body.watermark);
    }
    expect(got).toEqual(all);
  });

  it('W-9: the same client id is stored once, answered with the same id, and echoed', async () => {
    service = await startService({ answer: () => [message('ok')] });
    const talk = await startTalk(service);
    const client = '0b9d8f3e-5a51-4f0e-9c07-0a2a5f4a3c11';
    const first = await post(service, talk, 'hello', client);
    const again = await post(service, talk, 'hello', client);
    expect(first.status).toBe(200);
    expect(again.body.id).toBe(first.body.id);
    const { body } = await read(talk);
    const lines = body.activities as Record<string, unknown>[];
    expect(lines.map(({ text }) => text)).toEqual(['hello', 'ok']);
    expect(lines[0]).toMatchObject({
      id: first.body.id,
      from: { role: 'user' },
      channelData: { clientActivityID: client },
    });
    expect(service.accepted.filter(({ type }) => type === 'message')).toHaveLength(1);
  });

  it('W-9: the same client id in another conversation is another message', async () => {
    service = await startService();
    const [one, two] = [await startTalk(service), await startTalk(service)];
    await post(service, one, 'hello', 'client-id-1');
    await post(service, two, 'hello', 'client-id-1');
    expect(service.accepted.filter(({ type }) => type === 'message')).toHaveLength(2);
  });

  it('W-4: the sender is the token’s user, whatever the body says', async () => {
    service = await startService();
    const talk = await startTalk(service);
    await post(service, talk, 'hello');
    expect(service.accepted.at(-1)).toMatchObject({
      from: { id: expect.stringMatching(/^dl_/), role: 'trainee' },
    });
  });

  it('maps an answer: text, language, choices, links and citations', async () => {
    const citations = [
      {
        article: 'a',
        title: 'Labour Standards Act',
        url: 'https://example.org/',
        lang: 'en',
        checked: '2026-11-22',
      },
    ];
    const links = [{ label: 'here', href: 'https://example.org/' }];
    const choices = [{ value: 'topic:leave', label: 'Paid leave' }];
    service = await startService();
    const talk = await startTalk(service);
    await service.say(
      `web:${talk.id}`,
      message('see here', { lang: 'vi', choices, links, citations, urgency: 'low' }),
    );
    const [activity] = (await read(talk)).body.activities as Record<string, never>[];
    expect(activity).toMatchObject({
      type: 'message',
      text: 'see here',
      textFormat: 'plain',
      locale: 'vi',
      from: { role: 'bot' },
      suggestedActions: {
        actions: [{ type: 'messageBack', title: 'Paid leave', displayText: 'Paid leave' }],
      },
      channelData: { soudan: { kind: 'answer', urgency: 'low', lang: 'vi', links, citations } },
    });
  });

  it('a tapped choice comes back as an action; one never offered here is only text', async () => {
    service = await startService();
    const [talk, other] = [await startTalk(service), await startTalk(service)];
    const choices = [{ value: 'topic:leave', label: 'Paid leave' }];
    await service.say(`web:${talk.id}`, message('which?', { choices }));
    const [activity] = (await read(talk)).body.activities as {
      suggestedActions: { actions: { value: string }[] };
    }[];
    const value = activity?.suggestedActions.actions[0]?.value;
    const tap = (to: typeof talk, what: unknown) =>
      call(service, 'POST', `/conversations/${to.id}/activities`, {
        token: to.token,
        body: { type: 'message', text: 'Paid leave', value: what },
      });
    await tap(talk, value);
    expect(service.accepted.at(-1)).toMatchObject({
      type: 'action',
      value: 'topic:leave',
      text: 'Paid leave',
    });
    for (const [to, what] of [
      [other, value],
      [talk, 'topic:leave'],
      [talk, 'timer:close'],
    ] as const) {
      await tap(to, what);
      expect(service.accepted.at(-1)).toMatchObject({ type: 'message', text: 'Paid leave' });
    }
  });

  it('the page’s own buttons need no signature: starting points and the language', async () => {
    service = await startService();
    const talk = await startTalk(service);
    const body = { type: 'message', text: 'I am hurt or afraid', value: 'hurt' };
    await call(service, 'POST', `/conversations/${talk.id}/activities`, { token: talk.token, body });
    expect(service.accepted.at(-1)).toMatchObject({ type: 'action', value: 'hurt' });
  });

  it('an erased line leaves a messageDelete, never its text', async () => {
    service = await startService();
    const talk = await startTalk(service);
    const sent = await post(service, talk, 'my secret', 'client-id-1');
    const conversation = `web:${talk.id}`;
    await service.stores.store.commit({ at: 0, erase: [{ conversation, messageId: String(sent.body.id) }] });
    const answer = await read(talk);
    expect(answer.body).toMatchObject({
      activities: [{ type: 'messageDelete', id: sent.body.id }],
      watermark: '1',
    });
    expect(JSON.stringify(answer.body)).not.toContain('secret');
  });

  it('masks identifiers before anything is stored', async () => {
    service = await startService();
    const talk = await startTalk(service);
    await post(service, talk, 'my number マイナンバー 1234 5678 9018');
    expect(service.accepted.at(-1)).toMatchObject({ text: expect.not.stringContaining('5678') });
  });

  it('refuses what is no activity, takes typing and unknown types without a turn', async () => {
    service = await startService();
    const talk = await startTalk(service);
    const send = (body: unknown) =>
      call(service, 'POST', `/conversations/${talk.id}/activities`, { token: talk.token, body });
    for (const body of [[], { text: 'x' }, { type: 'message' }, { type: 'message', text: '  ' }, 7])
      expect((await send(body)).status).toBe(400);
    expect((await send({ type: 'message', text: 'x'.repeat(10_001) })).status).toBe(413);
    for (const type of ['typing', 'event', 'somethingNew']) expect((await send({ type })).status).toBe(200);
    expect(service.accepted.filter(({ type }) => type !== 'joined')).toEqual([]);
  });

  it('limits messages per conversation with Retry-After, others go on', async () => {
    service = await startService({ limits: { messagesPerTenSeconds: 2 } });
    const [talk, other] = [await startTalk(service), await startTalk(service)];
    expect((await post(service, talk, '1')).status).toBe(200);
    expect((await post(service, talk, '2')).status).toBe(200);
    const third = await post(service, talk, '3');
    expect(third.status).toBe(429);
    expect(Number(third.headers.get('retry-after'))).toBeLessThanOrEqual(10);
    expect((await post(service, other, '1')).status).toBe(200);
    // Leaving is never refused.
    const body = { type: 'endOfConversation' };
    const path = `/conversations/${talk.id}/activities`;
    expect((await call(service, 'POST', path, { token: talk.token, body })).status).toBe(200);
  });

  it('refuses a huge JSON body', async () => {
    service = await startService();
    const talk = await startTalk(service);
    const path = `/conversations/${talk.id}/activities`;
    const body = { type: 'event', value: 'x'.repeat(200_000) };
    expect((await call(service, 'POST', path, { token: talk.token, body })).status).toBe(413);
  });

  it('answers 503 with Retry-After when the inbox is full', async () => {
    service = await startService();
    const talk = await startTalk(service);
    const request = new Request(`${service.base}/conversations/${talk.id}/activities`, {
      method: 'POST',
      headers: { authorization: `Bearer ${talk.token}` },
      body: JSON.stringify({ type: 'message', text: 'hello' }),
    });
    const response = await service.adapter.handle(request, () => Promise.reject(new BusyError('full')));
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('2');
  });
});
