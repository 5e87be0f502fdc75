import { hostname } from 'node:os';
import { join } from 'node:path';
import { loadPageFiles } from '../../adapters/web/page-files.ts';
import { createWebPages, type WebPages } from '../../adapters/web/web-pages.ts';
import { hearsDanger } from '../../escalation/guard/hears-danger.ts';
import { createLocalBus } from '../bus/local-bus.ts';
import { createRedisBus } from '../bus/redis-bus.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { diskRoom } from '../inbox/backpressure.ts';
import type { Log } from '../log.ts';
import { type Brain, openBrain } from '../main.ts';
import type { Bus } from '../ports/bus.ts';
import type { ReachOf } from '../ports/reach.ts';
import type { Stores } from '../ports/stores.ts';
import { createRuntime, type Runtime } from '../runtime.ts';
import { createApp } from '../server/create-app.ts';
import type { Probe } from '../server/readiness.ts';
import { type RunningServer, startServer } from '../server/start-server.ts';
import { shutDown } from '../shutdown.ts';
import { openStores } from '../stores/open-stores.ts';
import { type ChannelState, openChannels } from './channels.ts';
import { openKeys, sharedSecret } from './keys.ts';
import { lastWords, notReached } from './last-words.ts';

/** A running service. */
export interface Service {
  readonly port: number;
  readonly brain: Brain;
  readonly stores: Stores;
  readonly runtime: Runtime;
  readonly channels: readonly ChannelState[];
  /** Path of the key file when this start made it. */
  readonly createdKeyFile: string | undefined;
  /** Graceful: unready, finish, flush, close. Safe to call twice. */
  stop(): Promise<void>;
}

/** What a service is started with. */
export interface ServiceOptions {
  readonly root: string;
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  readonly onProgress?: (line: string) => void;
  /** Folder of the built pages; default `dist/web` of the product. */
  readonly pagesDir?: string;
}

function openBus(config: Config, clock: Clock, log: Log): Bus {
  return config.REDIS_URL
    ? createRedisBus({ url: config.REDIS_URL, clock, log })
    : createLocalBus({ clock, log });
}

function probesOf(config: Config, stores: Stores, bus: Bus, brain: Brain): Probe[] {
  return [
    { name: 'store', required: true, check: () => stores.store.ping().then(() => 'ok') },
    {
      name: 'bus',
      required: false,
      check: () => (bus.healthy() ? (config.REDIS_URL ? 'redis' : 'in-process') : 'failing'),
    },
    { name: 'index', required: true, check: () => (brain.knowledge.stats().texts > 0 ? 'ok' : 'failing') },
    { name: 'vectors', required: false, check: () => vectorState(brain) },
    {
      name: 'embedder',
      required: false,
      check: () => brain.knowledge.stats().embedder.split(':')[0] ?? 'words-only',
    },
    { name: 'keys', required: true, check: () => 'ok' },
  ];
}

function vectorState(brain: Brain): string {
  const { texts, vectors } = brain.knowledge.stats();
  return vectors === texts ? 'complete' : `${vectors} of ${texts}`;
}

/** Starts everything that the settings switch on. Throws BotError with what to do when a required part cannot start. */
export async function startService(options: ServiceOptions): Promise<Service> {
  const { config, clock, log } = options;
  const { keyring, createdFile } = await openKeys(config);
  const stores = await openStores({
    keys: keyring,
    clock,
    databaseUrl: config.DATABASE_URL,
    dataDir: config.DATA_DIR,
  });
  const bus = openBus(config, clock, log);
  const [brain, tokenKey] = await Promise.all([
    openBrain(options),
    sharedSecret(stores.store, 'web-tokens', clock),
  ]);
  const channels = await openChannels({ config, stores, bus, tokenKey, clock, log });
  const lastParts = { store: stores.store, tables: brain.tables, reachOf: brain.reachOf, hearsDanger, clock };
  const runtime = createRuntime({
    onDead: lastWords(lastParts),
    onUndelivered: notReached(lastParts),
    stores,
    bus,
    adapters: channels.adapters,
    middleware: brain.middleware,
    hearsDanger: brain.hearsDanger,
    clock,
    log,
    owner: `${hostname()}:${process.pid}:${clock.uuid().slice(0, 8)}`,
    ...(config.DATABASE_URL ? {} : { disk: () => diskRoom(config.DATA_DIR) }),
  });
  const app = createApp({
    adapters: channels.adapters,
    accept: runtime.accept,
    probes: probesOf(config, stores, bus, brain),
    stopping: () => runtime.stopping(),
    metrics: runtime.metrics,
    measure: () => runtime.measure(),
    clock,
    log,
  });
  const pages = await openPages(options, brain.reachOf);
  for (const path of pages.paths) app.get(path, (c) => pages.handle(c.req.raw));
  let server: RunningServer;
  try {
    server = await startServer({ host: config.HOST, port: config.PORT, app, upgrades: channels.adapters });
  } catch (error) {
    await Promise.allSettled([brain.close(), bus.close(), stores.close()]);
    throw error;
  }
  runtime.start();
  void completeIndex(brain, log);
  let stopped: Promise<void> | undefined;
  return {
    port: server.port,
    brain,
    stores,
    runtime,
    channels: channels.states,
    createdKeyFile: createdFile,
    stop: () => {
      stopped ??= shutDown({
        runtime,
        server,
        bus,
        log,
        disconnect: () => channels.web.streams.close(),
        close: async () => {
          await Promise.allSettled([brain.close(), stores.close()]);
        },
      });
      return stopped;
    },
  };
}

/** The pages that the build has made. */
async function openPages(options: ServiceOptions, reachOf: ReachOf): Promise<WebPages> {
  const { root, config, clock, pagesDir = join(root, 'dist', 'web') } = options;
  return createWebPages({
    files: await loadPageFiles(pagesDir),
    publicUrl: config.PUBLIC_URL,
    widgetOrigins: config.WIDGET_ORIGINS,
    reachOf,
    clock,
  });
}

/** Embeds what is new once the embedder runs; search works meanwhile with what is there. */
async function completeIndex(brain: Brain, log: Log): Promise<void> {
  if ((await brain.embedderStarted) !== undefined) return;
  try {
    const count = await brain.knowledge.index.complete();
    if (count > 0) log.info('New texts were embedded.', { component: 'index', count });
  } catch (error) {
    log.warn('Not all new texts could be embedded; run: npm run soudan -- index', {
      component: 'index',
      code: error instanceof Error ? error.name : 'failed',
    });
  }
}
