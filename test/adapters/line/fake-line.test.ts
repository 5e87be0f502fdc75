import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeServer, type RecordedRequest, startHttpServer } from '../../fakes/http-server.ts';
import { type FakeLine, startFakeLine } from '../../fakes/line/fake-line.ts';
import { createManualClock, type ManualClock } from '../../fakes/manual-clock.ts';

// The fake must be as strict as the service: what it lets through, no other test would notice.

let clock: ManualClock;
let fake: FakeLine;
let bot: FakeServer;
let botStatus: number;

beforeEach(async () => {
  clock = createManualClock();
  botStatus = 200;
  bot = await startHttpServer(() => ({ status: botStatus }));
  fake = await startFakeLine({
    webhookUrl: `${bot.url}/webhooks/line`,
    channelSecret: 's',
    accessToken: 't',
    clock,
  });
});
afterEach(async () => {
  await fake.stop();
  await bot.stop();
});

const KEY = '5f0c7d1e-93a2-4c64-8a5e-0e6f5a3c1b2d';
const text = (words: string) => ({ type: 'text', text: words });
const call = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
  const response = await fetch(`${fake.url}/v2/bot/message/${path}`, {
    method: 'POST',
    headers: { authorization: 'Bearer t', 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, unknown>,
  };
};
const push = (messages: unknown, headers?: Record<string, string>) =>
  call('push', { to: fake.user('linh').id, messages }, headers);
const events = (request: RecordedRequest | undefined) => JSON.parse(request?.text ?? '{"events":[]}').events;

const button = (action: object) => ({ type: 'button', action });
const bubble = (...contents: object[]) => ({
  type: 'bubble',
  body: { type: 'box', layout: 'vertical', contents },
});
const flex = (contents: object, altText = 'list') => ({ type: 'flex', altText, contents });
const postback = (fields: object = {}) => ({
  type: 'postback',
  label: 'A',
  data: 'd',
  displayText: 'A',
  ...fields,
});
const quick = (count: number, action: object = postback()) => ({
  ...text('Which?'),
  quickReply: { items: Array.from({ length: count }, () => ({ type: 'action', action })) },
});

describe('what the fake LINE refuses', () => {
  it.each([
    ['no message', []],
    ['six messages', Array.from({ length: 6 }, () => text('a'))],
    ['an unknown type', [{ type: 'hologram' }]],
    ['an unknown property', [{ ...text('a'), colour: 'red' }]],
    ['a text that is no string', [{ type: 'text', text: 5 }]],
    ['an empty text', [text('')]],
    ['5,001 code units', [text('x'.repeat(5_001))]],
    ['fourteen quick replies', [quick(14)]],
    ['a label of 21 grapheme clusters', [quick(1, postback({ label: 'x'.repeat(21) }))]],
    ['postback data of 301', [quick(1, postback({ data: 'x'.repeat(301) }))]],
    ['a quick reply without displayText', [quick(1, postback({ displayText: undefined }))]],
    ['displayText of 301', [quick(1, postback({ displayText: 'x'.repeat(301) }))]],
    ['a Flex message without alternative text', [flex(bubble(text('a')), '')]],
    [
      '13 bubbles',
      [flex({ type: 'carousel', contents: Array.from({ length: 13 }, () => bubble(text('a'))) })],
    ],
    ['an unknown Flex component', [flex(bubble({ type: 'slider' }))]],
    ['a Flex button with a long label', [flex(bubble(button(postback({ label: 'x'.repeat(21) }))))]],
    [
      'an unknown action deep inside',
      [flex({ type: 'carousel', contents: [bubble(button({ type: 'explode' }))] })],
    ],
    ['a bubble over 30 KB', [flex(bubble(...Array.from({ length: 7 }, () => text('x'.repeat(4_500)))))]],
    ['a sender called LINE', [{ ...text('a'), sender: { name: 'LINE help' } }]],
  ])('%s', async (_, messages) => {
    expect((await push(messages)).status).toBe(400);
    expect(fake.rejections).toHaveLength(1);
    expect(fake.user('linh').sees()).toEqual([]);
  });

  it.each([
    ['5,000 code units', [text('x'.repeat(5_000))]],
    ['13 quick replies with 20 family emoji', [quick(13, postback({ label: '👨‍👩‍👧‍👦'.repeat(20) }))]],
    [
      '12 bubbles',
      [flex({ type: 'carousel', contents: Array.from({ length: 12 }, () => bubble(button(postback()))) })],
    ],
  ])('but not %s', async (_, messages) => {
    expect((await push(messages)).status).toBe(200);
  });

  it('another token, another address, no JSON, 2 MB', async () => {
    const { id } = fake.user('linh');
    expect((await push([text('a')], { authorization: 'Bearer x' })).status).toBe(401);
    expect((await call('push', { to: `U${'9'.repeat(32)}`, messages: [text('a')] })).status).toBe(400);
    expect((await call('push', '{')).status).toBe(400);
    expect(
      (await call('push', JSON.stringify({ to: id, messages: [text('a')] }) + ' '.repeat(2_000_000))).status,
    ).toBe(413);
    expect((await call('shout', {})).status).toBe(404);
    expect((await push([text('a')], { 'x-line-retry-key': 'mine' })).status).toBe(400);
  });
});

describe('reply tokens of the fake', () => {
  const token = async () => {
    await fake.user('linh').says('hello');
    return events(bot.requests.at(-1))[0].replyToken;
  };
  const reply = async (replyToken: string) =>
    (await call('reply', { replyToken, messages: [text('a')] })).status;

  it('work once', async () => {
    const first = await token();
    expect([await reply(first), await reply(first)]).toEqual([200, 400]);
  });

  it('work for a minute, and for another after a redelivery', async () => {
    const first = await token();
    await clock.advance(60_001);
    expect(await reply(first)).toBe(400);
    await fake.webhook.redeliver(events(bot.requests.at(-1)));
    expect(await reply(first)).toBe(200);
  });
});

describe('retry keys of the fake', () => {
  it('give 409 with the first request’s id for 24 h, and count once', async () => {
    const first = await push([text('a')], { 'x-line-retry-key': KEY });
    const second = await push([text('a')], { 'x-line-retry-key': KEY });
    expect([first.status, second.status]).toEqual([200, 409]);
    expect(second.headers.get('x-line-accepted-request-id')).toBe(first.headers.get('x-line-request-id'));
    expect(second.body.sentMessages).toEqual(first.body.sentMessages);
    expect([fake.user('linh').reads(), fake.quota.used]).toEqual([['a'], 1]);
    await clock.advance(24 * 60 * 60_000);
    expect((await push([text('a')], { 'x-line-retry-key': KEY })).status).toBe(200);
  });

  it('stay free when the call was not accepted', async () => {
    fake.faults.next('push', 'server-error');
    expect((await push([text('a')], { 'x-line-retry-key': KEY })).status).toBe(500);
    expect((await push([text('a')], { 'x-line-retry-key': KEY })).status).toBe(200);
  });
});

describe('people in the fake', () => {
  it('send events that fit LINE’s own file, signed', async () => {
    const linh = fake.user('linh');
    const bytes = Buffer.from('x');
    const acts = [
      linh.follows(),
      linh.says('hello'),
      linh.sendsImage(bytes),
      linh.sendsAudio(bytes),
      linh.sendsVideo(bytes),
      linh.sendsFile('a.pdf', bytes),
      linh.sendsLocation({ latitude: 1, longitude: 2, title: 'Here' }),
      linh.sendsSticker({ keywords: ['sad'] }),
      linh.unsends(),
      linh.blocks(),
    ];
    expect((await Promise.all(acts)).map((result) => result.status)).toEqual(acts.map(() => 200));
    for (const request of bot.requests) {
      expect(request.headers['x-line-signature']).toBe(fake.webhook.sign(request.bytes));
    }
    const ids = bot.requests.flatMap(events).map((event: { webhookEventId: string }) => event.webhookEventId);
    expect(new Set(ids).size).toBe(acts.length);
    for (const id of ids) expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
  });

  it('cannot send what LINE never sends', async () => {
    await expect(fake.webhook.send([{ type: 'message' }])).rejects.toThrow('LINE sends no such event');
  });

  it('send several events in one request, in any order, and see the bot’s status', async () => {
    const linh = fake.user('linh');
    const message = (words: string, timestamp: number) =>
      linh.event({ type: 'message', timestamp, message: { ...text(words), id: words, quoteToken: 'q' } });
    botStatus = 503;
    const result = await fake.webhook.send([message('second', 2), message('first', 1)]);
    expect(result.status).toBe(503);
    expect(events(bot.requests[0]).map((event: { timestamp: number }) => event.timestamp)).toEqual([2, 1]);
    botStatus = 200;
    await fake.webhook.redeliver(result.events);
    expect(events(bot.requests[1])[0].deliveryContext).toEqual({ isRedelivery: true });
    expect(events(bot.requests[1])[0].webhookEventId).toBe(events(bot.requests[0])[0].webhookEventId);
  });

  it('tap quick replies only while they stand there, and buttons for ever', async () => {
    const linh = fake.user('linh');
    await push([quick(1, postback({ label: 'Yes', data: 'yes', displayText: 'Yes please' }))]);
    await linh.taps('Yes');
    expect(events(bot.requests.at(-1))[0]).toMatchObject({ type: 'postback', postback: { data: 'yes' } });
    expect(linh.chat.entries.at(-1)).toMatchObject({ from: 'user', text: 'Yes please' });
    await expect(linh.taps('Yes')).rejects.toThrow('No button "Yes"');
    await push([
      flex(
        bubble(
          button(postback({ label: 'Tokyo', data: 'tokyo' })),
          button({ type: 'message', label: 'Osaka', text: 'Osaka!' }),
        ),
      ),
    ]);
    await linh.says('hm');
    await linh.taps('Tokyo');
    expect(events(bot.requests.at(-1))[0].postback.data).toBe('tokyo');
    await linh.taps('Osaka');
    expect(events(bot.requests.at(-1))[0].message.text).toBe('Osaka!');
  });

  it('see nothing while they block the account, though LINE says 200', async () => {
    const linh = fake.user('linh');
    await linh.blocks();
    expect((await push([text('a')])).status).toBe(200);
    expect(linh.sees()).toEqual([]);
    await linh.follows();
    expect(events(bot.requests.at(-1))[0].follow.isUnblocked).toBe(true);
  });
});

describe('the chat page of the fake', () => {
  const get = async (path: string) => (await fetch(`${fake.chatUrl}${path}`)).text();
  const post = async (path: string, body: object) =>
    (await fetch(`${fake.chatUrl}${path}`, { method: 'POST', body: JSON.stringify(body) })).json();

  it('shows people and their chats, lets them write and tap', async () => {
    expect(await post('/linh/say', { text: 'xin chào' })).toEqual({ status: 200 });
    await push([quick(1, postback({ label: 'Yes', data: 'yes' }))]);
    const chat = JSON.parse(await get('/linh/entries'));
    expect(chat.entries.map((entry: { text: string }) => entry.text)).toEqual(['xin chào', 'Which?']);
    expect(chat.quickReplies).toEqual([{ label: 'Yes' }]);
    expect(await post('/linh/tap', { label: 'Yes' })).toEqual({ status: 200 });
    expect(await get('')).toContain('href="/chat/linh"');
    expect(await get('/%3Cscript%3E')).not.toContain('<h1>LINE (simulated): <script>');
  });

  it('says when the bot is not there', async () => {
    fake.webhookUrl = 'http://127.0.0.1:9/';
    expect(await post('/linh/say', { text: 'xin chào' })).toEqual({ status: 0 });
  });
});
