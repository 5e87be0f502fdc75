import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLineAdapter } from '../../../adapters/line/line-adapter.ts';
import { BusyError, MalformedError } from '../../../bot/errors.ts';
import { keptLog, type LineSubject, openLine } from './line-subject.ts';

let line: LineSubject;
beforeEach(async () => {
  line = await openLine();
});
afterEach(() => line.close());

const message = (fields: Readonly<Record<string, unknown>>) => ({
  type: 'message',
  message: { id: '444573844083572737', ...fields },
});

describe('receiving from LINE', () => {
  it('L-2 takes a signed request from any address', async () => {
    const request = line.request(line.fake.user('linh').event(message({ type: 'text', text: 'hello' })));
    request.headers.set('x-forwarded-for', '203.0.113.9');
    const response = await line.adapter.handle(request, async () => {});
    expect(response.status).toBe(200);
  });

  it('L-3 stores, then answers, and asks LINE nothing before', async () => {
    const order: string[] = [];
    const request = line.request(line.fake.user('linh').event(message({ type: 'text', text: 'hello' })));
    const response = await line.adapter.handle(request, async () => {
      order.push('stored');
    });
    order.push(String(response.status));
    expect(order).toEqual(['stored', '200']);
    expect(line.fake.requests).toEqual([]);
  });

  it('L-4 answers 200 to the check with no events, and stores nothing', async () => {
    let calls = 0;
    const response = await line.adapter.handle(line.request(), async () => {
      calls += 1;
    });
    expect([response.status, calls]).toEqual([200, 0]);
  });

  it('L-4 hands all events of a request to the inbox at once', async () => {
    const batches: number[] = [];
    const user = line.fake.user('linh');
    const events = ['one', 'two', 'three'].map((text) => user.event(message({ type: 'text', text })));
    await line.adapter.handle(line.request(...events), async (activities) => {
      batches.push(activities.length);
    });
    expect(batches).toEqual([3]);
  });

  it('L-5 takes webhookEventId as the id, redelivered or not', async () => {
    const event = line.fake.user('linh').event(message({ type: 'text', text: 'hello' }));
    const [first] = await line.receive(event);
    const [again] = await line.receive({ ...event, deliveryContext: { isRedelivery: true } });
    expect(first?.id).toBe(event.webhookEventId);
    expect(again?.id).toBe(first?.id);
  });

  it('L-5 gives an event without an id the hash of its content', async () => {
    const event = {
      ...line.fake.user('linh').event(message({ type: 'text', text: 'hello' })),
      webhookEventId: undefined,
    };
    const [first] = await line.receive(event);
    const [again] = await line.receive(event);
    const [other] = await line.receive({ ...event, timestamp: 1 });
    expect(first?.id).toMatch(/^sha256-[0-9a-f]{40}$/);
    expect(again?.id).toBe(first?.id);
    expect(other?.id).not.toBe(first?.id);
  });

  it('L-7 takes the time of the event, not of its arrival', async () => {
    const event = line.fake
      .user('linh')
      .event({ ...message({ type: 'text', text: 'hello' }), timestamp: 1_760_000_000_000 });
    await line.clock.advance(60_000);
    const [activity] = await line.receive({ ...event, deliveryContext: { isRedelivery: true } });
    expect(activity?.at).toBe(1_760_000_000_000);
  });

  it('L-8 throws BusyError whatever keeps the inbox from storing', async () => {
    const handled = line.adapter.handle(
      line.request(line.fake.user('linh').event(message({ type: 'text', text: 'hello' }))),
      () => Promise.reject(new Error('disk full')),
    );
    await expect(handled).rejects.toBeInstanceOf(BusyError);
  });

  it('L-9 stores what arrives in standby, and marks that nothing may be said', async () => {
    const event = line.fake
      .user('linh')
      .event({ ...message({ type: 'text', text: 'hello' }), mode: 'standby' });
    expect(await line.receive(event)).toMatchObject([{ type: 'message', text: 'hello', mayReply: false }]);
  });

  it('L-9 lives without a source, and without the user in a source', async () => {
    const event = line.fake.user('linh').event(message({ type: 'text', text: 'hello' }));
    const [bare] = await line.receive({ ...event, source: undefined });
    expect(bare).toMatchObject({ conversation: 'line:nobody', address: null, mayReply: false });
    const [nameless] = await line.receive({ ...event, source: { type: 'user' } });
    expect(nameless).toMatchObject({ conversation: 'line:nobody', mayReply: false });
    const [group] = await line.receive({
      ...event,
      source: { type: 'group', groupId: `C${'1'.repeat(32)}` },
    });
    expect(group).toMatchObject({ conversation: `line:C${'1'.repeat(32)}`, from: { role: 'trainee' } });
    expect(group?.mayReply).toBeUndefined();
  });

  it.each([
    ['an unknown event', { type: 'telepathy', thought: 'x' }, 'telepathy'],
    ['an unknown message', message({ type: 'hologram' }), 'message.hologram'],
    ['a message without its text', message({ type: 'text' }), 'message.text'],
    ['an event without a type', { type: undefined }, 'untyped'],
    ['a type that is no word', { type: { a: 1 } }, 'untyped'],
    [
      'accountLink',
      { type: 'accountLink', link: { result: 'failed', nonce: 'n' }, replyToken: undefined },
      'accountLink',
    ],
    ['memberJoined', { type: 'memberJoined', joined: { members: [] } }, 'memberJoined'],
    ['botResumed', { type: 'botResumed' }, 'botResumed'],
    [
      'an image that LINE does not hold',
      message({
        type: 'image',
        contentProvider: { type: 'external', originalContentUrl: 'https://evil.example/' },
      }),
      'message.image.external',
    ],
    ['an id that is a path', message({ type: 'image', id: '../../profile' }), 'message.image'],
  ])('L-10 stores and skips %s', async (_, fields, what) => {
    const activities = await line.receive(line.fake.user('linh').event(fields));
    expect(activities).toMatchObject([{ type: 'unknown', what }]);
  });

  it('L-10 ignores fields that it does not know', async () => {
    const event = line.fake
      .user('linh')
      .event({ ...message({ type: 'text', text: 'hello', mood: 'tired' }), future: [1] });
    expect(await line.receive(event)).toMatchObject([{ type: 'message', text: 'hello' }]);
  });

  it('L-10 keeps the readable events of a request when another is not', async () => {
    const user = line.fake.user('linh');
    const events = [user.event({ type: 'telepathy' }), user.event(message({ type: 'text', text: 'help' }))];
    expect((await line.receive(...events)).map((activity) => activity.type)).toEqual(['unknown', 'message']);
  });

  it('L-11 names the message that was taken back', async () => {
    const event = line.fake
      .user('linh')
      .event({ type: 'unsend', unsend: { messageId: '444573844083572737' } });
    const [said] = await line.receive(
      line.fake.user('linh').event(message({ type: 'text', text: 'secret' })),
    );
    const [gone] = await line.receive(event);
    expect(gone).toMatchObject({
      type: 'retracted',
      messageId: said?.type === 'message' ? said.messageId : 'none',
    });
  });

  it('alarms the operators when LINE suspends the account', async () => {
    await line.receive(line.fake.user('linh').event({ type: 'botSuspended' }));
    expect(line.log.lines.filter((entry) => entry.level === 'error')).toHaveLength(1);
  });

  it.each([
    ['bytes that are no UTF-8', Uint8Array.of(0xff, 0xfe)],
    ['no JSON', 'hello'],
    ['a number', '7'],
    ['events that are no list', '{"events":{}}'],
    ['events that are no objects', '{"events":["hello"]}'],
  ])('refuses a signed body that is %s', async (_, body) => {
    const request = new Request('http://bot/webhooks/line', {
      method: 'POST',
      headers: { 'x-line-signature': line.fake.webhook.sign(body) },
      body,
    });
    await expect(line.adapter.handle(request, async () => {})).rejects.toBeInstanceOf(MalformedError);
  });

  it('answers other methods with 405', async () => {
    const response = await line.adapter.handle(new Request('http://bot/webhooks/line'), async () => {});
    expect(response.status).toBe(405);
  });
});

describe('reply tokens', () => {
  const event = () => line.fake.user('linh').event(message({ type: 'text', text: 'hello' }));

  it('L-20 may be used for 20 s from receipt', async () => {
    const [activity] = await line.receive(event());
    expect(activity?.replyHandle?.expiresAt).toBe(line.clock.now() + 20_000);
  });

  it('L-20 count from the redelivery, unless the event is older than 20 minutes', async () => {
    const again = { ...event(), deliveryContext: { isRedelivery: true } };
    await line.clock.advance(19 * 60_000);
    const [fresh] = await line.receive(again);
    expect(fresh?.replyHandle?.expiresAt).toBe(line.clock.now() + 20_000);
    await line.clock.advance(2 * 60_000);
    const [old] = await line.receive(again);
    expect(old?.replyHandle).toBeUndefined();
  });
});

describe('settings', () => {
  it.each([
    ['secret', { channelSecret: '', channelAccessToken: 'x' }],
    ['token', { channelSecret: 'x', channelAccessToken: '' }],
  ])('L-1 refuses an empty %s', (_, secrets) => {
    expect(() => createLineAdapter({ ...secrets, clock: line.clock, log: keptLog() })).toThrow(TypeError);
  });
});
