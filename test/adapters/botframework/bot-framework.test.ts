import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBotFrameworkAdapter } from '../../../adapters/botframework/bot-framework-adapter.ts';
import type { Delivery } from '../../../bot/adapter.ts';
import { BusyError, DeliveryError, SignatureError } from '../../../bot/errors.ts';
import type { Message } from '../../../bot/message.ts';
import { createManualClock } from '../../fakes/manual-clock.ts';
import { keptLog } from '../line/line-subject.ts';
import { type BotFrameworkSubject, openBotFramework } from './bot-framework-subject.ts';

let subject: BotFrameworkSubject;
const never = () => new AbortController().signal;
const nothing = async () => {};

beforeEach(async () => {
  subject = await openBotFramework();
});
afterEach(() => subject.close());

describe('who may send', () => {
  const refused = async (token: string, body = subject.activity('linh', { text: 'secret words' })) => {
    const error = await subject.adapter
      .handle(subject.request(body, token), nothing)
      .catch((thrown: unknown) => thrown);
    // botbuilder writes its own line about a bad token to the console (a public key, no text).
    vi.spyOn(console, 'error').mockClear();
    expect(error).toBeInstanceOf(SignatureError);
    expect(String(error)).not.toContain('secret');
  };

  it('nobody without a token that Microsoft has signed, for this bot and this connector, now', async () => {
    const { fake } = subject;
    const genuine = fake.token();
    await refused('');
    await refused('nonsense');
    await refused('a.b.c');
    await refused(`${genuine.slice(0, -4)}AAAA`);
    await refused(fake.token({ aud: 'another-bot' }));
    await refused(fake.token({ iss: 'https://evil.example' }));
    await refused(fake.token({ serviceurl: 'https://elsewhere.example/' }));
    await refused(fake.token({ exp: Math.floor(Date.now() / 1000) - 3_600 }));
    await refused(fake.token({}, { kid: 'unknown' }));
    await refused(fake.token({}, { alg: 'none' }));
  });

  it('nobody with an activity that hides where it comes from', async () => {
    const { fake } = subject;
    await refused(fake.token(), subject.activity('linh', { serviceUrl: undefined }));
    await refused(fake.token(), subject.activity('linh', { serviceUrl: '' }));
    await refused(fake.token(), subject.activity('linh', { channelId: 'facebook' }));
  });

  it('is asked to come again while the keys cannot be had', async () => {
    subject.fake.keys = false;
    await expect(
      subject.adapter.handle(subject.request(subject.activity('linh')), nothing),
    ).rejects.toBeInstanceOf(BusyError);
  });

  it('goes without a token on loopback only, by code only, and never with a real app', async () => {
    const common = { appId: '', appPassword: '', clock: createManualClock(), log: keptLog() };
    expect(() => createBotFrameworkAdapter(common)).toThrow(TypeError);
    for (const host of ['0.0.0.0', '::', '192.168.0.1', 'soudan.example.jp', ''])
      expect(() => createBotFrameworkAdapter({ ...common, allowUnauthenticated: { host } })).toThrow(
        TypeError,
      );
    expect(() =>
      createBotFrameworkAdapter({ ...common, appId: 'app', allowUnauthenticated: { host: '127.0.0.1' } }),
    ).toThrow(TypeError);
    const open = createBotFrameworkAdapter({ ...common, allowUnauthenticated: { host: '127.0.0.1' } });
    const local = subject.request(subject.activity('linh', { text: 'hi' }), '');
    expect((await open.handle(local, nothing)).status).toBe(200);
    const activity = await subject.one(subject.activity('linh', { text: 'hi' }));
    const sent = open.deliver(subject.delivery(activity), never());
    // The answer goes out without a token, which this connector does not take.
    await expect(sent).rejects.toMatchObject({ code: 'botframework_401' });
    const foreign = subject.request(subject.activity('linh', { serviceUrl: 'https://evil.example/' }), '');
    await expect(open.handle(foreign, nothing)).rejects.toBeInstanceOf(SignatureError);
  });
});

describe('what people do', () => {
  it('write: masked words without the mention, role by channel, times of the channel', async () => {
    const text = '<at>Soudan</at> 在留カード AB12345678CD は？';
    expect(await subject.one(subject.activity('linh', { text, locale: 'ja-JP' }))).toMatchObject({
      type: 'message',
      text: '在留カード [***] は？',
      conversation: 'botframework:msteams:c-linh',
      from: { id: 'linh', role: 'company' },
      locale: 'ja-JP',
      at: subject.clock.now(),
    });
    expect(await subject.one(subject.activity('linh', { text, channelId: 'webchat' }))).toMatchObject({
      from: { role: 'trainee' },
    });
  });

  it('press a button of ours; other values are words', async () => {
    const value = { soudan: 'topic:leave' };
    expect(await subject.one(subject.activity('linh', { text: 'Leave', value }))).toMatchObject({
      type: 'action',
      value: 'topic:leave',
      text: 'Leave',
    });
    for (const foreign of [{ soudan: 'x'.repeat(301) }, { other: 1 }, 'text', null])
      expect(await subject.one(subject.activity('linh', { text: 'Leave', value: foreign }))).toMatchObject({
        type: 'message',
      });
  });

  it('come, once however often it is said; leave; take a message back; and type', async () => {
    const joined = { type: 'conversationUpdate', membersAdded: [{ id: 'linh' }] };
    const [first, second] = [
      await subject.one(subject.activity('linh', joined)),
      await subject.one(subject.activity('linh', joined)),
    ];
    expect([first.type, second.id]).toEqual(['joined', first.id]);
    expect(
      await subject.one(subject.activity('linh', { type: 'installationUpdate', action: 'remove' })),
    ).toMatchObject({ type: 'left' });
    expect(
      await subject.one(subject.activity('linh', { type: 'installationUpdate', action: 'add' })),
    ).toMatchObject({ type: 'unknown' });
    const message = await subject.one(subject.activity('linh', { text: 'secret' }));
    const gone = await subject.one(
      subject.activity('linh', {
        type: 'messageDelete',
        id: message.type === 'message' ? message.messageId : '',
      }),
    );
    expect(gone).toMatchObject({
      type: 'retracted',
      messageId: message.type === 'message' ? message.messageId : '',
    });
    expect(gone.id).not.toBe(message.id);
    expect(await subject.receive(subject.activity('linh', { type: 'typing' }))).toEqual([]);
  });
});

describe('one try', () => {
  const failure = async (fields?: Partial<Delivery>, signal = never()) => {
    const activity = await subject.one(subject.activity('linh', { text: 'hi' }));
    const outcome = await subject.adapter
      .deliver(subject.delivery(activity, fields), signal)
      .catch((error: unknown) => error);
    if (outcome instanceof DeliveryError) return outcome;
    throw new Error(`expected a DeliveryError, got ${JSON.stringify(outcome)}`);
  };
  const posts = () =>
    subject.fake.server.requests.filter(({ path }) => path.startsWith('/v3/conversations')).length;

  it('replies to the message through the connector that brought it', async () => {
    const activity = await subject.one(subject.activity('linh', { id: 'm-7', text: 'hi' }));
    expect(await subject.adapter.deliver(subject.delivery(activity), never())).toEqual({
      road: 'reply',
      id: 'shown-1',
    });
    expect(subject.fake.shown).toMatchObject([
      {
        conversation: 'c-linh',
        replyTo: 'm-7',
        body: { text: 'Hello.', from: { id: 'bot' }, recipient: { id: 'linh' } },
      },
    ]);
  });

  it.each([
    [{ status: 503 }, 'botframework_503', true, undefined],
    [{ status: 429, headers: { 'retry-after': '7' } }, 'botframework_429', true, 7_000],
    [{ status: 412 }, 'botframework_412', true, undefined],
    [{ status: 401 }, 'botframework_401', true, 60_000],
    [{ status: 403 }, 'botframework_403', false, undefined],
    [{ status: 404 }, 'botframework_404', false, undefined],
    [{ status: 400 }, 'botframework_400', false, undefined],
    [{ cut: true }, 'botframework_network', true, undefined],
  ])('maps %j to %s, again: %s, and never repeats it on its own', async (fault, code, retry, after) => {
    subject.fake.faults.push(fault);
    expect(await failure()).toMatchObject({ code, retry, after });
    expect(posts()).toBe(1);
  });

  it('gives up after 6 s, and at once when told to', async () => {
    subject.fake.faults.push({ hang: true }, { hang: true });
    const slow = failure();
    while (posts() === 0) await new Promise((resolve) => setImmediate(resolve));
    await subject.clock.advance(6_000);
    expect(await slow).toMatchObject({ code: 'botframework_timeout', retry: true });
    const aborting = new AbortController();
    const cut = failure({}, aborting.signal);
    while (posts() === 1) await new Promise((resolve) => setImmediate(resolve));
    aborting.abort();
    expect(await cut).toMatchObject({ retry: true });
  });

  it('is final without an address or a body, and leaks no text', async () => {
    expect(await failure({ address: null })).toMatchObject({ retry: false });
    expect(await failure({ body: { activity: 'x' } })).toMatchObject({ retry: false });
    subject.fake.faults.push({ status: 500, body: 'my private words' });
    const error = await failure({ body: { activity: { type: 'message', text: 'my private words' } } });
    expect(`${error.stack}${JSON.stringify(error)}${String(error.cause)}`).not.toContain('private words');
    expect(JSON.stringify(subject.log.lines)).not.toContain('private words');
  });

  it('tells the person alone what is about them, when they wrote in a group', async () => {
    const crisis: Message = {
      kind: 'crisis',
      lang: 'en',
      text: 'Call 119 now.',
      urgency: 'critical',
      purpose: 'safety',
    };
    const [body = null] = subject.adapter.render(crisis);
    const group = { text: 'help', conversation: { id: 'c-team', isGroup: true, tenantId: 'tenant' } };
    const activity = await subject.one(subject.activity('linh', group));
    expect(await subject.adapter.deliver(subject.delivery(activity, { body }), never())).toMatchObject({
      road: 'personal',
    });
    const made = subject.fake.server.requests.find(({ path }) => path === '/v3/conversations');
    expect(JSON.parse(made?.text ?? '{}')).toMatchObject({
      isGroup: false,
      members: [{ id: 'linh' }],
      tenantId: 'tenant',
    });
    expect(subject.fake.shown.map(({ conversation }) => conversation)).toEqual(['personal']);
  });
});

describe('texts', () => {
  it('write addresses out, because plain text has no links', () => {
    const message: Message = {
      kind: 'answer',
      lang: 'en',
      urgency: 'none',
      purpose: 'ordinary',
      text: 'Call 119 or ask JITCO.',
      links: [
        { label: '119', href: 'tel:119' },
        { label: 'JITCO', href: 'https://www.jitco.or.jp/' },
      ],
      citations: [
        { article: 'a', title: 'Act', url: 'https://law.example/', lang: 'ja', checked: '2026-11-22' },
      ],
      choices: [{ value: 'topic:x', label: 'More' }],
    };
    expect(subject.adapter.render(message)).toMatchObject([
      {
        activity: {
          text: 'Call 119 or ask JITCO.\n\nJITCO: https://www.jitco.or.jp/\n\n📖 Act — https://law.example/ (2026-11-22)',
        },
      },
      {
        activity: {
          attachments: [{ content: { buttons: [{ title: 'More', value: { soudan: 'topic:x' } }] } }],
        },
      },
    ]);
  });
});
