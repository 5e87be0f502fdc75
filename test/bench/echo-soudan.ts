import { Agent, request } from 'node:http';
import { z } from 'zod';
import type { Adapter } from '../../bot/adapter.ts';
import { createLocalBus } from '../../bot/bus/local-bus.ts';
import { systemClock } from '../../bot/clock.ts';
import { DeliveryError, MalformedError } from '../../bot/errors.ts';
import { createLog } from '../../bot/log.ts';
import { createRuntime } from '../../bot/runtime.ts';
import { createApp } from '../../bot/server/create-app.ts';
import { startServer } from '../../bot/server/start-server.ts';
import { openStores } from '../../bot/stores/open-stores.ts';
import { testKeys } from '../contracts/keys.ts';

/**
 * Ours for the comparison: the real server, inbox, worker, SQLite and outbox; only the channel is small. It speaks the
 * Bot Framework's activity without authentication, like the echo bot beside it, and delivers to the connector that the
 * incoming activity names. Usage: echo-soudan FOLDER. Prints its port.
 */
const dataDir = process.argv[2];
if (!dataDir) throw new Error('usage: echo-soudan FOLDER');

const incoming = z.object({
  id: z.string(),
  text: z.string(),
  serviceUrl: z.url(),
  conversation: z.object({ id: z.string() }),
  from: z.object({ id: z.string() }),
});
const addressed = z.object({ serviceUrl: z.string(), conversation: z.string() });
const agent = new Agent({ keepAlive: true });

function post(url: string, body: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = (cause?: unknown) =>
      reject(new DeliveryError('connector', 'The connector took no reply.', { retry: true, cause }));
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const call = request(url, { method: 'POST', agent, headers, signal }, (response) => {
      response.resume();
      response.on('end', () => ((response.statusCode ?? 500) < 300 ? resolve() : failed()));
    });
    call.on('error', failed);
    call.end(body);
  });
}

const channel: Adapter = {
  channel: 'bench',
  paths: ['/api/messages'],
  deliveryDeadline: 60_000,
  async handle(http, accept) {
    const parsed = incoming.safeParse(await http.json());
    if (!parsed.success) throw new MalformedError('Not an activity.');
    const { id, text, serviceUrl, conversation, from } = parsed.data;
    await accept([
      {
        type: 'message',
        id,
        channel: 'bench',
        conversation: `bench:${conversation.id}`,
        address: { serviceUrl, conversation: conversation.id },
        from: { id: from.id, role: 'trainee' },
        at: systemClock.now(),
        messageId: id,
        text,
      },
    ]);
    return new Response(null, { status: 200 });
  },
  render: ({ text }) => [{ type: 'message', text }],
  async deliver({ address, body }, signal) {
    const { serviceUrl, conversation } = addressed.parse(address);
    await post(`${serviceUrl}/v3/conversations/${conversation}/activities`, JSON.stringify(body), signal);
    return {};
  },
};

const clock = systemClock;
const log = createLog('warn');
const stores = await openStores({ keys: testKeys(), clock, dataDir });
const runtime = createRuntime({
  stores,
  bus: createLocalBus({ clock, log }),
  adapters: [channel],
  middleware: [
    async (turn) => {
      if (turn.activity.type !== 'message') return;
      const text = `Echo: ${turn.activity.text}`;
      turn.reply({ kind: 'answer', lang: 'en', text, urgency: 'none', purpose: 'ordinary' });
    },
  ],
  hearsDanger: () => false,
  clock,
  log,
  owner: 'bench',
});
const app = createApp({
  adapters: [channel],
  accept: runtime.accept,
  probes: [],
  stopping: runtime.stopping,
  metrics: runtime.metrics,
  clock,
  log,
});
runtime.start();
const { port } = await startServer({ host: '127.0.0.1', port: 0, app });
process.stdout.write(`${JSON.stringify({ port })}\n`);
process.once('SIGINT', () => process.exit(0));
