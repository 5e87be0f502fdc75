import { afterEach, vi } from 'vitest';
import { createLocalBus } from '../../bot/bus/local-bus.ts';
import type { Log, LogFields } from '../../bot/log.ts';
import type { Middleware } from '../../bot/middleware.ts';
import type { Bus } from '../../bot/ports/bus.ts';
import { createRuntime, type Runtime, type RuntimeOptions } from '../../bot/runtime.ts';
import { type OpenStores, openStores } from '../../bot/stores/open-stores.ts';
import { testKeys } from '../contracts/keys.ts';
import { createFakeChannel, type FakeChannel } from './fake-channel.ts';
import { createManualClock, type ManualClock } from './manual-clock.ts';

/** A whole runtime on SQLite in memory, a fake clock and a fake channel. */
export interface Harness {
  readonly runtime: Runtime;
  readonly stores: OpenStores;
  readonly bus: Bus;
  readonly clock: ManualClock;
  readonly channel: FakeChannel;
  /** Errors and warnings: message and fields. */
  readonly alarms: {
    readonly level: 'warn' | 'error';
    readonly message: string;
    readonly fields: LogFields;
  }[];
  /** Waits (in real time, for outcome only) until `check` holds. */
  until(check: () => void | Promise<void>): Promise<void>;
}

const open: Harness[] = [];

afterEach(async () => {
  for (const { runtime, stores, clock } of open.splice(0)) {
    let stopped = false;
    const stopping = runtime.stop().then(() => {
      stopped = true;
    });
    while (!stopped) await clock.advance(1_000);
    await stopping;
    await stores.close();
  }
});

/** `danger` in a text is danger. */
export const hearsDanger = (text: string): boolean => text.includes('danger');

export async function harness(
  middleware: readonly Middleware[],
  more: Partial<RuntimeOptions> & { readonly channel?: FakeChannel; readonly idle?: boolean } = {},
): Promise<Harness> {
  const { channel = createFakeChannel(), idle = false, ...options } = more;
  const clock = createManualClock();
  const alarms: Harness['alarms'] = [];
  const note =
    (level: 'warn' | 'error') =>
    (message: string, fields: LogFields = {}) =>
      void alarms.push({ level, message, fields });
  const log: Log = { info: () => {}, warn: note('warn'), error: note('error') };
  const bus = createLocalBus({ clock, log });
  const stores = await openStores({ keys: testKeys(), clock, fileName: ':memory:' });
  const runtime = createRuntime({
    stores,
    bus,
    adapters: [channel],
    middleware,
    hearsDanger,
    clock,
    random: () => 0.5,
    log,
    owner: 'here',
    ...options,
  });
  if (!idle) runtime.start();
  const made: Harness = {
    runtime,
    stores,
    bus,
    clock,
    channel,
    alarms,
    until: (check) => vi.waitFor(check, { timeout: 5_000, interval: 5 }),
  };
  open.push(made);
  return made;
}
