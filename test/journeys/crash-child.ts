import { createLineAdapter } from '../../adapters/line/line-adapter.ts';
import { createLocalBus } from '../../bot/bus/local-bus.ts';
import { systemClock } from '../../bot/clock.ts';
import { armCrashPoints, type CrashPoint } from '../../bot/crash/crash-point.ts';
import { createLog } from '../../bot/log.ts';
import type { Message } from '../../bot/message.ts';
import { createRuntime } from '../../bot/runtime.ts';
import { createApp } from '../../bot/server/create-app.ts';
import { startServer } from '../../bot/server/start-server.ts';
import { shutDown } from '../../bot/shutdown.ts';
import { openStores } from '../../bot/stores/open-stores.ts';
import { testKeys } from '../contracts/keys.ts';

/** What the parent tells: as JSON in the first argument. */
export interface ChildOptions {
  readonly dataDir: string;
  readonly lineUrl: string;
  readonly lineDataUrl: string;
  readonly channelSecret: string;
  readonly accessToken: string;
  /** The clock runs so many milliseconds ahead, so that leases of a killed child are over. */
  readonly ahead: number;
  readonly crashAt?: CrashPoint;
  /** Killed at the n-th time that the point is met; 1 = the first. */
  readonly hit?: number;
}

const options = JSON.parse(process.argv[2] ?? '{}') as ChildOptions;
let left = options.hit ?? 1;
armCrashPoints((point) => {
  if (point !== options.crashAt) return;
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
});

const clock = { ...systemClock, now: () => systemClock.now() + options.ahead };
const log = createLog('silent');
const stores = await openStores({ keys: testKeys(), clock, dataDir: options.dataDir });
const bus = createLocalBus({ clock, log });
const line = createLineAdapter({
  channelSecret: options.channelSecret,
  channelAccessToken: options.accessToken,
  apiBaseUrl: options.lineUrl,
  dataApiBaseUrl: options.lineDataUrl,
  clock,
  log,
});
const message = (text: string): Message => ({
  kind: 'answer',
  lang: 'en',
  text,
  urgency: 'none',
  purpose: text.includes('danger') ? 'safety' : 'ordinary',
});
const runtime = createRuntime({
  stores,
  bus,
  adapters: [line],
  middleware: [
    async (turn) => {
      const { activity } = turn;
      if (activity.type === 'action') turn.reply(message(`timer ${activity.value}`));
      if (activity.type !== 'message') return;
      // A middleware that listens to nothing, as the worst ones do.
      const slow = /^slow (\d+)/.exec(activity.text);
      if (slow) await clock.sleep(Number(slow[1]));
      if (activity.text.includes('remind')) turn.schedule({ dueAt: turn.now + 20, value: 'fired' });
      turn.reply(message(`heard ${activity.text || 'a picture'}`));
    },
  ],
  hearsDanger: (text) => text.includes('danger'),
  clock,
  log,
  owner: String(process.pid),
});
const app = createApp({
  adapters: [line],
  accept: runtime.accept,
  probes: [],
  stopping: runtime.stopping,
  metrics: runtime.metrics,
  clock,
  log,
});
runtime.start();
const server = await startServer({ host: '127.0.0.1', port: 0, app });
process.once('SIGTERM', () => {
  void shutDown({ runtime, server, bus, close: () => stores.close(), log }).then(() => process.exit(0));
});
process.stdout.write(`listening ${server.port}\n`);
