import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSlackAdapter } from '../../../adapters/slack/slack-adapter.ts';
import { createLocalBus } from '../../../bot/bus/local-bus.ts';
import type { Message } from '../../../bot/message.ts';
import { createMetrics } from '../../../bot/metrics.ts';
import { createRuntime, type Runtime } from '../../../bot/runtime.ts';
import { createApp } from '../../../bot/server/create-app.ts';
import { type RunningServer, startServer } from '../../../bot/server/start-server.ts';
import { type OpenStores, openStores } from '../../../bot/stores/open-stores.ts';
import type { TurnContext } from '../../../bot/turn.ts';
import { testKeys } from '../../contracts/keys.ts';
import { createManualClock, type ManualClock } from '../../fakes/manual-clock.ts';
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/fake-slack.ts';
import { type KeptLog, keptLog } from '../line/line-subject.ts';
import { BOT_TOKEN, SIGNING_SECRET } from './slack-subject.ts';

// Slack, HTTP, inbox, turn, outbox and back: all real but Slack itself.

let clock: ManualClock;
let log: KeptLog;
let fake: FakeSlack;
let stores: OpenStores;
let runtime: Runtime;
let server: RunningServer;
/** What the bot does in a turn; set by each test. */
let turnOf: (turn: TurnContext) => void | Promise<void>;

const say = (text: string, fields: Partial<Message> = {}): Message => ({
  kind: 'answer',
  lang: 'en',
  urgency: 'none',
  purpose: 'ordinary',
  text,
  ...fields,
});
const echo = (turn: TurnContext) =>
  turn.reply(say(turn.activity.type === 'message' ? `You said ${turn.activity.text}.` : turn.activity.type));
const until = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 10_000, interval: 5 });
/** Until `check` holds, a second passing each time it does not: what waits for its slot goes out. */
const untilLater = (check: () => void | Promise<void>) =>
  until(async () => {
    await clock.advance(1_000);
    await check();
  });

beforeEach(async () => {
  clock = createManualClock();
  log = keptLog();
  turnOf = echo;
  fake = await startFakeSlack({ signingSecret: SIGNING_SECRET, botToken: BOT_TOKEN, clock });
  const adapter = createSlackAdapter({
    signingSecret: SIGNING_SECRET,
    botToken: BOT_TOKEN,
    apiUrl: fake.apiUrl,
    publicUrl: 'https://soudan.example.jp',
    clock,
    log,
  });
  stores = await openStores({ keys: testKeys(), clock, fileName: ':memory:' });
  runtime = createRuntime({
    stores,
    bus: createLocalBus({ clock, log }),
    adapters: [adapter],
    middleware: [async (turn) => turnOf(turn)],
    hearsDanger: () => false,
    clock,
    random: () => 0.5,
    log,
    owner: 'here',
  });
  const app = createApp({
    adapters: [adapter],
    accept: runtime.accept,
    probes: [],
    stopping: () => false,
    metrics: createMetrics(),
    clock,
    log,
  });
  runtime.start();
  server = await startServer({ host: '127.0.0.1', port: 0, app });
  fake.eventsUrl = `http://127.0.0.1:${server.port}/slack/events`;
});

afterEach(async () => {
  let stopped = false;
  const stopping = runtime.stop().then(() => {
    stopped = true;
  });
  while (!stopped) await clock.advance(1_000);
  await stopping;
  await server.close(0);
  await stores.close();
  await fake.stop();
  expect(fake.rejections).toEqual([]);
});

describe('staff of a company in Slack', () => {
  it('write and read the answer in the thread of their message', async () => {
    const sato = fake.user('sato');
    expect(await sato.says('hello')).toMatchObject({ status: 200, body: '' });
    await until(() => expect(sato.reads()).toEqual(['You said hello.']));
    expect(sato.sees()[0]?.thread).toBe(sato.direct.posts[0]?.ts);
  });

  it('ask in a channel, and the answer stands in that thread', async () => {
    const channel = fake.channel('C1');
    await fake.user('sato').mentions(channel, 'overtime?');
    await until(() => expect(fake.user('mori').reads(channel)).toEqual(['You said overtime?.']));
  });

  it('press a button, and its value arrives', async () => {
    const sato = fake.user('sato');
    turnOf = (turn) =>
      turn.reply(
        turn.activity.type === 'action'
          ? say(`Value ${turn.activity.value}.`)
          : say('Which?', { choices: [{ value: 'topic:leave', label: 'Leave' }] }),
      );
    await sato.says('hello');
    await until(() => expect(sato.reads()).toEqual(['Which?']));
    await sato.presses('Leave');
    await untilLater(() => expect(sato.reads()).toEqual(['Which?', 'Value topic:leave.']));
  });

  it('S-3 get one answer a message, though Slack brings it again', async () => {
    const sato = fake.user('sato');
    const { sent } = await sato.says('one');
    await until(() => expect(sato.reads()).toHaveLength(1));
    expect(await fake.webhook.retry(sent)).toMatchObject({ status: 200 });
    await sato.says('two');
    await untilLater(() => expect(sato.reads()).toEqual(['You said one.', 'You said two.']));
  });

  it('S-7 get long answers in order, a second apart, and nothing is refused', async () => {
    const sato = fake.user('sato');
    turnOf = (turn) => turn.reply(say('A long line that goes on. '.repeat(2_000)));
    await sato.says('tell me everything');
    await untilLater(async () => expect((await stores.outbox.depth(clock.now())).pending).toBe(0));
    const words = sato.reads().join(' ').replaceAll('\n', ' ');
    expect(words.match(/A long line/g)).toHaveLength(2_000);
    expect(sato.sees().length).toBeGreaterThan(3);
    expect(log.lines.filter(({ fields }) => fields?.status === 429)).toEqual([]);
  });

  it('S-9 get an answer once, though Slack’s answer to it was lost', async () => {
    const sato = fake.user('sato');
    fake.faults.next('chat.postMessage', 'cut-accepted');
    await sato.says('hello');
    await untilLater(async () => expect((await stores.outbox.depth(clock.now())).pending).toBe(0));
    expect(sato.reads()).toEqual(['You said hello.']);
    expect(fake.calls('conversations.replies').length).toBe(1);
  });

  it('use the slash command where the app is no member: only they see the answer', async () => {
    const channel = fake.channel('C9', { bot: false });
    const sato = fake.user('sato');
    expect(await sato.commands(channel, '/soudan', 'overtime')).toMatchObject({ status: 200, body: '' });
    await until(() => expect(sato.reads(channel)).toEqual(['You said overtime.']));
    expect(fake.user('mori').reads(channel)).toEqual([]);
  });

  it('open the chat twice and are greeted once', async () => {
    const sato = fake.user('sato');
    await sato.opens();
    await sato.opens();
    await sato.says('hello');
    await untilLater(() => expect(sato.reads()).toEqual(['joined', 'You said hello.']));
  });

  it('delete a message: its text is erased here too', async () => {
    const sato = fake.user('sato');
    await sato.says('my secret');
    await until(() => expect(sato.reads()).toHaveLength(1));
    const conversation = `slack:T0TEAM001:${sato.direct.id}:${sato.id}`;
    const kept = async () => JSON.stringify(await stores.transcript.latest(conversation, 10));
    expect(await kept()).toContain('my secret');
    await sato.deletes(sato.direct.posts[0]?.ts);
    await until(async () => expect(await kept()).not.toContain('"my secret"'));
  });
});

describe('S-16 a person in danger in a company’s Slack', () => {
  it('reads the numbers and the way out alone, and no thread keeps them', async () => {
    const channel = fake.channel('C1');
    turnOf = (turn) =>
      turn.reply(
        say('Call 119 now.', {
          kind: 'crisis',
          urgency: 'critical',
          purpose: 'safety',
          links: [{ label: '119', href: 'tel:119' }],
        }),
      );
    const linh = fake.user('linh');
    await linh.mentions(channel, 'help');
    await until(() => expect(linh.reads(channel)).toHaveLength(1));
    expect(linh.reads(channel)[0]).toContain('https://soudan.example.jp/');
    expect(fake.user('boss').reads(channel)).toEqual([]);
    await linh.says('help');
    await until(() => expect(linh.reads()[0]).toContain('Call 119 now.'));
    expect(fake.calls('chat.postMessage')).toHaveLength(0);
  });
});

describe('somebody else', () => {
  it('S-1 gets 401 without a signature, 400 with one under nonsense, and leaves no word in the log', async () => {
    const { webhook } = fake;
    const forged = webhook.raw('{"secret words"', 'application/json', { 'x-slack-signature': 'v0=0' });
    expect(await webhook.send(forged)).toMatchObject({ status: 401 });
    expect(await webhook.send(webhook.raw('{"secret words"', 'application/json'))).toMatchObject({
      status: 400,
    });
    expect((await stores.inbox.depth(clock.now())).open).toBe(0);
    expect(JSON.stringify(log.lines)).not.toContain('secret words');
  });
});
