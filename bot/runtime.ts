import type { Accept, Adapter } from './adapter.ts';
import { type Clock, systemRandom } from './clock.ts';
import { createAccept } from './inbox/accept.ts';
import { createBackpressure, DEFAULT_BOUNDS, type DiskRoom, type InboxBounds } from './inbox/backpressure.ts';
import type { Log } from './log.ts';
import { createMediaRunner } from './media/media-runner.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import type { Middleware } from './middleware.ts';
import type { OutboxOptions } from './outbox/outbox-options.ts';
import { createOutboxRunner } from './outbox/outbox-runner.ts';
import type { Bus } from './ports/bus.ts';
import type { Stores } from './ports/stores.ts';
import { createTimerRunner } from './timers/timer-runner.ts';
import { createTurnstile } from './turnstile.ts';
import { createWorker } from './worker/worker.ts';
import type { WorkerOptions } from './worker/worker-options.ts';

/** Running turns may go on for so long after a shutdown has begun (milliseconds). */
const TURN_GRACE_MS = 5_000;

/** Deliveries may go on for so long after that (milliseconds). */
const FLUSH_MS = 15_000;

/** Finished inbox rows and sent deliveries are forgotten after 8 days: duplicates are known for ≥ 7 (L-5). */
const KEEP_MS = 8 * 24 * 3_600_000;
const PRUNE_EVERY_MS = 3_600_000;

/** What a runtime is made of. Everything optional has a default that fits production. */
export interface RuntimeOptions {
  readonly stores: Stores;
  readonly bus: Bus;
  /** Channels that are on. */
  readonly adapters: readonly Adapter[];
  readonly middleware: readonly Middleware[];
  /** The word guard: pure, under 5 ms, true = urgent. */
  readonly hearsDanger: (text: string) => boolean;
  readonly clock: Clock;
  readonly random?: () => number;
  readonly log: Log;
  /** Name of this process among all that share the store. */
  readonly owner: string;
  readonly metrics?: Metrics;
  readonly bounds?: InboxBounds;
  /** Room on the disk of an embedded store. */
  readonly disk?: () => Promise<DiskRoom>;
  readonly lanes?: number;
  readonly urgentLanes?: number;
  readonly onDead?: WorkerOptions['onDead'];
  readonly onUndelivered?: OutboxOptions['onUndelivered'];
  /** Largest attachment in bytes. */
  readonly maxMediaBytes?: number;
}

/** From a stored activity to a delivered answer. */
export interface Runtime {
  /** Give it to adapters. */
  readonly accept: Accept;
  readonly metrics: Metrics;
  /** True from the first moment of a shutdown: readiness says 503. */
  stopping(): boolean;
  /** Brings gauges up to date, for `/metrics`. */
  measure(): Promise<void>;
  start(): void;
  /** Stops claiming, lets turns end (5 s) or gives them back, flushes the outbox (15 s). Stores and bus stay open. */
  stop(): Promise<void>;
}

/** Wires the door, the workers, the outbox, timers and media to one store and one bus. Starts nothing yet. */
export function createRuntime(options: RuntimeOptions): Runtime {
  const { stores, bus, clock, log, onDead, onUndelivered } = options;
  const { inbox } = stores;
  const adapters = new Map(options.adapters.map((adapter) => [adapter.channel, adapter]));
  const metrics = options.metrics ?? createMetrics();
  const shared = {
    bus,
    adapters,
    clock,
    log,
    metrics,
    owner: options.owner,
    random: options.random ?? systemRandom,
  };
  const bounds = options.bounds ?? DEFAULT_BOUNDS;
  const refusal = createBackpressure({
    inbox,
    clock,
    bounds,
    ...(options.disk ? { disk: options.disk } : {}),
  });
  const outbox = createOutboxRunner({
    ...shared,
    outbox: stores.outbox,
    ...(onUndelivered ? { onUndelivered } : {}),
  });
  const worker = createWorker({
    ...shared,
    stores,
    middleware: options.middleware,
    quotaWaiting: outbox.anyWaiting,
    turnstile: createTurnstile(clock),
    ...(options.lanes === undefined ? {} : { lanes: options.lanes }),
    ...(options.urgentLanes === undefined ? {} : { urgentLanes: options.urgentLanes }),
    ...(onDead ? { onDead } : {}),
  });
  const timers = createTimerRunner({ timers: stores.timers, bus, clock, log });
  const media = createMediaRunner({
    ...shared,
    media: stores.media,
    ...(options.maxMediaBytes === undefined ? {} : { maxBytes: options.maxMediaBytes }),
  });
  const stopped = new AbortController();

  const prune = async () => {
    while (!stopped.signal.aborted) {
      await inbox
        .prune(clock.now() - KEEP_MS)
        .catch(() =>
          log.error('Old rows cannot be forgotten; look at the database.', { component: 'inbox' }),
        );
      await clock.sleep(PRUNE_EVERY_MS, stopped.signal);
    }
  };

  return {
    accept: createAccept({ inbox, bus, hearsDanger: options.hearsDanger, refusal, clock, metrics, log }),
    metrics,
    stopping: () => stopped.signal.aborted,
    async measure() {
      const depth = await inbox.depth(clock.now());
      metrics.gauge('soudan_inbox_open', depth.open);
    },
    start() {
      outbox.start();
      worker.start();
      timers.start();
      media.start();
      void prune();
    },
    async stop() {
      stopped.abort();
      await timers.stop();
      await Promise.all([worker.stop(TURN_GRACE_MS), media.stop()]);
      await outbox.stop(FLUSH_MS);
    },
  };
}
