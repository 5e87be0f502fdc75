import { Redis, type RedisOptions } from 'ioredis';
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { Json } from '../json.ts';
import type { Log } from '../log.ts';
import type { Bus } from '../ports/bus.ts';
import { createDispatcher } from './dispatcher.ts';

const PREFIX = 'soudan:';

/** Request path of R-2: never queue while Redis is away, never wait long, never repeat a count. */
const OPTIONS: RedisOptions = {
  enableOfflineQueue: false,
  commandTimeout: 500,
  connectTimeout: 2_000,
  maxRetriesPerRequest: 1,
  autoResendUnfulfilledCommands: false,
  retryStrategy: (times) => Math.min(100 * times, 2_000),
};

const envelope = z.object({ from: z.string(), payload: z.json() });

/**
 * The bus of several processes. Listeners of the own process hear a publication directly, so a lost Redis
 * separates processes but never a worker from its own door. Every call fails open and none rejects.
 */
export function createRedisBus(options: {
  readonly url: string;
  readonly clock: Clock;
  readonly log: Log;
}): Bus {
  const { clock, log } = options;
  const self = clock.uuid();
  const dispatcher = createDispatcher(() =>
    log.error('A bus listener threw; mend the listener, the others still ran.', { component: 'bus' }),
  );
  const commands = new Redis(options.url, OPTIONS);
  // One pattern for all topics: a SUBSCRIBE a turn would cost a round trip a turn.
  const listener = new Redis(options.url, { ...OPTIONS, autoResubscribe: false });

  let down = false;
  let closing = false;
  const lost = () => {
    if (down || closing) return;
    down = true;
    log.warn(
      'Redis is unreachable; check REDIS_URL and the server. Messages go on, other replicas learn later.',
      {
        component: 'bus',
      },
    );
  };
  for (const client of [commands, listener]) client.on('error', lost).on('close', lost);
  commands.on('ready', () => {
    if (down) log.info('Redis is back.', { component: 'bus' });
    down = false;
  });
  listener.on('ready', () => {
    listener.psubscribe(`${PREFIX}t:*`).catch(() => listener.disconnect(true));
  });
  listener.on('pmessage', (_pattern, channel, text) => {
    const parsed = readEnvelope(text);
    if (!parsed || parsed.from === self) return;
    dispatcher.dispatch(channel.slice(PREFIX.length + 2), parsed.payload);
  });

  /** Runs a command, or gives `otherwise` when Redis does not answer. */
  const open = async <T>(run: () => Promise<T>, otherwise: T): Promise<T> => {
    if (commands.status !== 'ready') return otherwise;
    try {
      return await run();
    } catch {
      return otherwise;
    }
  };

  return {
    publish(topic, payload) {
      dispatcher.dispatch(topic, payload);
      const text = JSON.stringify({ from: self, payload });
      void open(() => commands.publish(`${PREFIX}t:${topic}`, text), 0);
    },
    subscribe: dispatcher.subscribe,
    count: (key, windowMs) =>
      open(async () => {
        const name = `${PREFIX}n:${key}:${windowMs}:${Math.floor(clock.now() / windowMs)}`;
        const replies = await commands
          .multi()
          .incr(name)
          .pexpire(name, 2 * windowMs)
          .exec();
        return z.number().catch(0).parse(replies?.[0]?.[1]);
      }, 0),
    present: (group, member, ttlMs) =>
      open(async () => {
        const name = `${PREFIX}p:${group}`;
        const now = clock.now();
        await commands
          .multi()
          .zadd(name, now + ttlMs, member)
          .zremrangebyscore(name, '-inf', now)
          .pexpire(name, 24 * 3_600_000)
          .exec();
      }, undefined),
    members: (group) =>
      open(() => commands.zrange(`${PREFIX}p:${group}`, `(${clock.now()}`, '+inf', 'BYSCORE'), []),
    healthy: () => commands.status === 'ready' && listener.status === 'ready',
    async close() {
      closing = true;
      commands.disconnect();
      listener.disconnect();
    },
  };
}

function readEnvelope(text: string): { from: string; payload: Json } | undefined {
  try {
    return envelope.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
