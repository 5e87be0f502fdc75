import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLineAdapter } from '../../../adapters/line/line-adapter.ts';
import { createLocalBus } from '../../../bot/bus/local-bus.ts';
import type { Message } from '../../../bot/message.ts';
import { createMetrics } from '../../../bot/metrics.ts';
import { createRuntime, type Runtime } from '../../../bot/runtime.ts';
import { createApp } from '../../../bot/server/create-app.ts';
import { type RunningServer, startServer } from '../../../bot/server/start-server.ts';
import { type OpenStores, openStores } from '../../../bot/stores/open-stores.ts';
import type { TurnContext } from '../../../bot/turn.ts';
import { testKeys } from '../../contracts/keys.ts';
import { type FakeLine, startFakeLine } from '../../fakes/line/fake-line.ts';
import { createManualClock, type ManualClock } from '../../fakes/manual-clock.ts';
import { type KeptLog, keptLog } from './line-subject.ts';

// LINE, HTTP, inbox, turn, outbox and back: all real but LINE itself.

let clock: ManualClock;
let log: KeptLog;
let fake: FakeLine;
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

beforeEach(async () => {
  clock = createManualClock();
  log = keptLog();
  turnOf = echo;
  fake = await startFakeLine({ channelSecret: 'secret', accessToken: 'token', clock });
  const adapter = createLineAdapter({
    channelSecret: 'secret',
    channelAccessToken: 'token',
    apiBaseUrl: fake.url,
    dataApiBaseUrl: fake.dataUrl,
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
  fake.webhookUrl = `http://127.0.0.1:${server.port}/webhooks/line`;
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

/** A turn that waits until `go` is called: an answer that comes late. */
function slowTurn(): () => void {
  let go = () => {};
  const gate = new Promise<void>((resolve) => {
    go = resolve;
  });
  turnOf = async (turn) => {
    await gate;
    await echo(turn);
  };
  return go;
}

describe('a person on LINE', () => {
  it('writes and reads the answer, which costs no quota', async () => {
    const linh = fake.user('linh');
    expect(await linh.says('hello')).toMatchObject({ status: 200 });
    await until(() => expect(linh.reads()).toEqual(['You said hello.']));
    expect(linh.sees()[0]?.road).toBe('reply');
    expect(fake.quota.used).toBe(0);
  });

  it('taps a button, and its value arrives', async () => {
    const linh = fake.user('linh');
    turnOf = (turn) =>
      turn.reply(
        turn.activity.type === 'action'
          ? say(`Value ${turn.activity.value}.`)
          : say('Which?', { choices: [{ value: 'lang:vi', label: 'Tiếng Việt' }] }),
      );
    await linh.follows();
    await until(() => expect(linh.reads()).toEqual(['Which?']));
    await linh.taps('Tiếng Việt');
    await until(() => expect(linh.reads()).toEqual(['Which?', 'Value lang:vi.']));
  });

  it('L-5 L-7 gets one answer a message, though LINE brings it again and out of order', async () => {
    const linh = fake.user('linh');
    const first = await linh.says('one');
    await until(() => expect(linh.reads()).toHaveLength(1));
    await fake.webhook.redeliver(first.events);
    await linh.says('two');
    await until(() => expect(linh.reads()).toEqual(['You said one.', 'You said two.']));
  });

  it('L-20 gets a late answer by push', async () => {
    const linh = fake.user('linh');
    const go = slowTurn();
    await linh.says('hello');
    await clock.advance(21_000);
    go();
    await until(() => expect(linh.reads()).toEqual(['You said hello.']));
    expect(linh.sees()[0]?.road).toBe('push');
  });

  it('L-24 gets what the quota held back with the next message', async () => {
    const linh = fake.user('linh');
    fake.quota.limit = 0;
    const go = slowTurn();
    await linh.says('one');
    await clock.advance(21_000);
    go();
    await until(async () => expect((await stores.outbox.depth(clock.now())).waiting).toBe(1));
    expect(linh.reads()).toEqual([]);
    turnOf = () => {};
    await linh.says('two');
    await until(() => expect(linh.reads()).toEqual(['You said one.']));
  });

  it('L-22 gets a pushed answer once, though LINE fails after accepting it', async () => {
    const linh = fake.user('linh');
    fake.faults.next('push', 'server-error-accepted');
    const go = slowTurn();
    await linh.says('hello');
    await clock.advance(21_000);
    go();
    await until(() => expect(fake.calls('/push')).toHaveLength(1));
    await until(async () => {
      await clock.advance(1_000);
      expect(fake.calls('/push')).toHaveLength(2);
    });
    await until(async () => expect((await stores.outbox.depth(clock.now())).pending).toBe(0));
    expect(linh.reads()).toEqual(['You said hello.']);
  });

  it('blocks the account, and nothing is pushed any more', async () => {
    const linh = fake.user('linh');
    const go = slowTurn();
    await linh.says('hello');
    await linh.blocks();
    await clock.advance(21_000);
    go();
    await until(async () => expect((await stores.inbox.depth(clock.now())).open).toBe(0));
    await until(async () => expect((await stores.outbox.depth(clock.now())).pending).toBe(0));
    linh.chat.blocked = false;
    expect(linh.reads()).toEqual([]);
  });

  it('sends a photo, which is fetched at once', async () => {
    const linh = fake.user('linh');
    await linh.sendsImage(Buffer.from('no photo'), 'image/jpeg');
    await until(() => expect(fake.dataRequests).toHaveLength(1));
  });
});

describe('somebody else', () => {
  it('L-1 gets 401 without a signature, 400 with one under nonsense, and leaves no word in the log', async () => {
    const { status } = await fake.webhook.post('{"secret words"', { 'x-line-signature': 'x' });
    expect(status).toBe(401);
    expect((await fake.webhook.post('{"secret words"')).status).toBe(400);
    expect((await stores.inbox.depth(clock.now())).open).toBe(0);
    expect(JSON.stringify(log.lines)).not.toContain('secret words');
  });
});
