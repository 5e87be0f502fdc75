import { existsSync } from 'node:fs';
import { z } from 'zod';
import { createLineAdapter } from '../../adapters/line/line-adapter.ts';
import { formatFault } from '../../knowledge/content/content-fault.ts';
import { createRedisBus } from '../bus/redis-bus.ts';
import { systemClock } from '../clock.ts';
import { type Config, readConfig } from '../config.ts';
import { diskRoom } from '../inbox/backpressure.ts';
import { LANGUAGE_TAGS } from '../languages.ts';
import { createLog } from '../log.ts';
import { openKeys } from '../main/keys.ts';
import { findRoot } from '../root.ts';
import { openStores } from '../stores/open-stores.ts';
import { loadTables } from '../tables/load.ts';
import { openForCommand } from './open.ts';

/** Result of one check: `ok` with what was found, or `act` with what to do. `note` is neither good nor bad. */
interface Finding {
  readonly state: 'ok' | 'note' | 'act';
  readonly text: string;
}

const ok = (text: string): Finding => ({ state: 'ok', text });
const note = (text: string): Finding => ({ state: 'note', text });
const act = (text: string): Finding => ({ state: 'act', text });

/** Data whose source was read longer ago than this must be read again (issue: phone lines, wages, fees change yearly). */
const REVIEW_DAYS = 365;
const DAY = 86_400_000;
/** LINE and Slack refuse requests whose time is more than 5 minutes off; an hour's work with a wrong clock is lost. */
const CLOCK_TOLERANCE_MS = 60_000;

async function checkStore(config: Config): Promise<Finding> {
  const { keyring, createdFile } = await openKeys(config);
  const stores = await openStores({
    keys: keyring,
    clock: systemClock,
    databaseUrl: config.DATABASE_URL,
    dataDir: config.DATA_DIR,
  });
  try {
    await stores.store.ping();
    const { open, dead } = await stores.inbox.depth(systemClock.now());
    const where = config.DATABASE_URL ? 'PostgreSQL' : 'SQLite';
    if (dead > 0)
      return act(`Store (${where}): ${dead} dead letters; look at the log lines with "dead letter".`);
    return ok(
      `Store (${where}) writes; ${open} events wait${createdFile ? '; a new key file was made' : ''}`,
    );
  } finally {
    await stores.close();
  }
}

async function checkDisk(config: Config): Promise<Finding> {
  if (!existsSync(config.DATA_DIR))
    return note('Disk: DATA_DIR does not exist yet; the first start makes it.');
  const { usedShare, free } = await diskRoom(config.DATA_DIR);
  const text = `${Math.round(usedShare * 100)} % used, ${(free / 2 ** 30).toFixed(1)} GiB free`;
  return free < 2 * 2 ** 30
    ? act(`Disk: ${text}; make room, below 2 GiB new messages are refused.`)
    : ok(`Disk: ${text}`);
}

async function checkRedis(config: Config): Promise<Finding> {
  if (!config.REDIS_URL) return note('Redis: not set; one process serves everything, which is fine.');
  const bus = createRedisBus({ url: config.REDIS_URL, clock: systemClock, log: createLog('silent') });
  try {
    for (let tries = 0; tries < 20 && !bus.healthy(); tries += 1) await systemClock.sleep(100);
    return bus.healthy()
      ? ok('Redis answers')
      : act('Redis: no answer at REDIS_URL; check the address and the server.');
  } finally {
    await bus.close();
  }
}

async function checkLine(config: Config): Promise<Finding> {
  const { LINE_CHANNEL_SECRET: channelSecret, LINE_CHANNEL_ACCESS_TOKEN: channelAccessToken } = config;
  if (!channelSecret || !channelAccessToken)
    return note('LINE: off; set LINE_CHANNEL_SECRET and LINE_CHANNEL_ACCESS_TOKEN to switch it on.');
  const line = createLineAdapter({
    channelSecret,
    channelAccessToken,
    clock: systemClock,
    log: createLog('silent'),
    ...(config.LINE_API_BASE_URL ? { apiBaseUrl: config.LINE_API_BASE_URL } : {}),
    ...(config.LINE_DATA_API_BASE_URL ? { dataApiBaseUrl: config.LINE_DATA_API_BASE_URL } : {}),
  });
  const signal = AbortSignal.timeout(10_000);
  const [webhook, quota] = [await line.checkWebhook(false, signal), await line.quota(signal)];
  if (!webhook.active)
    return act('LINE: the webhook is off; switch on "Use webhook" in the LINE Developers console.');
  return quota.scarce
    ? act("LINE: over 80 % of the month's messages are used; raise the plan.")
    : ok('LINE: token works, webhook is on');
}

async function checkSlack(config: Config): Promise<Finding> {
  if (!config.SLACK_SIGNING_SECRET)
    return note('Slack: off; set SLACK_SIGNING_SECRET and SLACK_BOT_TOKEN to switch it on.');
  if (!config.SLACK_BOT_TOKEN) return ok('Slack: many teams; each installs the app at /slack/install');
  const base = config.SLACK_API_URL ?? 'https://slack.com/api/';
  const response = await fetch(`${base.replace(/\/$/, '')}/auth.test`, {
    method: 'POST',
    headers: { authorization: `Bearer ${config.SLACK_BOT_TOKEN}` },
    signal: AbortSignal.timeout(10_000),
  });
  const body = z.looseObject({ ok: z.boolean(), error: z.string().optional() }).parse(await response.json());
  return body.ok
    ? ok('Slack: the bot token works')
    : act(
        `Slack: the bot token is refused (${body.error ?? response.status}); copy it again from the app's page.`,
      );
}

async function checkClock(): Promise<Finding> {
  const response = await fetch('https://api.line.me/', {
    method: 'HEAD',
    signal: AbortSignal.timeout(3000),
  }).catch(() => undefined);
  const date = Date.parse(response?.headers.get('date') ?? '');
  if (Number.isNaN(date)) return note('Clock: no time server could be reached from here to compare with.');
  const off = Math.abs(date - systemClock.now());
  return off > CLOCK_TOLERANCE_MS
    ? act(`Clock: ${Math.round(off / 1000)} s off; switch on time synchronisation (NTP).`)
    : ok('Clock agrees with the world');
}

async function checkKnowledge(): Promise<Finding[]> {
  const { brain } = await openForCommand();
  try {
    const { articles, coverage, texts, vectors, embedder, faults } = brain.knowledge.stats();
    const gaps = LANGUAGE_TAGS.filter((tag) => (coverage[tag] ?? 0) < articles).map(
      (tag) => `${tag} ${coverage[tag] ?? 0}`,
    );
    return [
      embedder === 'ready'
        ? ok('Embedder: ready, search by meaning and by words')
        : act(`Embedder: ${embedder}`),
      vectors === texts
        ? ok(`Index: ${texts} texts, all with vectors`)
        : act(`Index: ${texts - vectors} texts have no vector; run: npm run soudan -- index`),
      gaps.length === 0
        ? ok(`Articles: ${articles}, all in fifteen languages`)
        : note(`Articles: ${articles}; fewer in ${gaps.join(', ')}`),
      ...faults.map((fault) => act(`Article: ${formatFault(fault)}`)),
    ];
  } finally {
    await brain.close();
  }
}

function checkTables(config: Config): Finding {
  const { lines } = loadTables({ overlay: `${config.DATA_DIR}/tables` });
  const old = lines.filter(
    ({ source }) => source && systemClock.now() - Date.parse(source.checked) > REVIEW_DAYS * DAY,
  );
  return old.length === 0
    ? ok(`Tables: ${lines.length} phone lines, none read longer than ${REVIEW_DAYS} days ago`)
    : act(`Tables: read these again: ${old.map(({ id }) => id).join(', ')}`);
}

/** `soudan doctor`: one line a check, `ok` or what to do. Exit code 1 when something must be done. */
export async function doctor(): Promise<void> {
  const config = readConfig(findRoot());
  const checks: readonly (readonly [string, () => Promise<Finding | Finding[]> | Finding])[] = [
    ['Store', () => checkStore(config)],
    ['Disk', () => checkDisk(config)],
    ['Redis', () => checkRedis(config)],
    ['LINE', () => checkLine(config)],
    ['Slack', () => checkSlack(config)],
    ['Clock', checkClock],
    ['Tables', () => checkTables(config)],
    ['Knowledge', checkKnowledge],
  ];
  process.stdout.write('ok    Settings are complete and valid\n');
  for (const [name, check] of checks) {
    const found = await Promise.resolve()
      .then(check)
      .catch((error: unknown) => act(`${name}: ${error instanceof Error ? error.message : String(error)}`));
    for (const { state, text } of [found].flat()) {
      process.stdout.write(`${state.padEnd(5)} ${text}\n`);
      if (state === 'act') process.exitCode = 1;
    }
  }
}
