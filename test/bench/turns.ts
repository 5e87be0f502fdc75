import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { atLeast, type Figure, told } from './figures.ts';
import { closedLoad } from './load.ts';

const CONNECTIONS = 32;

/** Takes replies as a Bot Framework connector does, and counts them. */
async function startConnector() {
  let replies = 0;
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      replies += 1;
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end('{"id":"1"}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/`,
    replies: () => replies,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function startBot(file: string, ...args: string[]): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(process.execPath, ['test/run-ts.mjs', `test/bench/${file}`, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const first = await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next();
  if (first.done) throw new Error(`${file} ended before it had a port.`);
  return { url: `http://127.0.0.1:${(JSON.parse(first.value) as { port: number }).port}`, child };
}

/** Turns a second: from the first request until the last reply has arrived (the floor has no replies). */
async function measure(file: string, args: string[], total: number, replies: boolean): Promise<number> {
  const connector = await startConnector();
  const { url, child } = await startBot(file, ...args);
  const make = (index: number) => ({
    path: '/api/messages',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      id: `m${index}`,
      text: 'hello',
      channelId: 'bench',
      serviceUrl: connector.url,
      from: { id: `u${index % 500}` },
      recipient: { id: 'bot' },
      conversation: { id: `c${index % 500}` },
    }),
  });
  try {
    await closedLoad(url, CONNECTIONS, Math.ceil(total / 5), (index) => make(total + index));
    const before = Math.ceil(total / 5);
    while (replies && connector.replies() < before) await new Promise((resolve) => setTimeout(resolve, 5));
    const from = performance.now();
    const load = await closedLoad(url, CONNECTIONS, total, make);
    if (load.failed > 0) throw new Error(`${file}: ${load.failed} requests failed.`);
    while (replies && connector.replies() < before + total)
      await new Promise((resolve) => setTimeout(resolve, 5));
    return total / ((performance.now() - from) / 1000);
  } finally {
    child.kill();
    connector.stop();
  }
}

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Ours (durable, encrypted, outbox) beside a bare botbuilder echo bot and a bare handler with one durable insert; in turn, three rounds. */
export async function turns(total: number): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'soudan-turns-'));
  const rates = { ours: [] as number[], botbuilder: [] as number[], floor: [] as number[] };
  try {
    for (let round = 0; round < 3; round += 1) {
      rates.botbuilder.push(await measure('echo-botbuilder.ts', [], total, true));
      rates.ours.push(await measure('echo-soudan.ts', [join(folder, `ours${round}`)], total, true));
      rates.floor.push(await measure('floor-hono.ts', [join(folder, `floor${round}.db`)], total, false));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const [ours, botbuilder, floor] = [median(rates.ours), median(rates.botbuilder), median(rates.floor)];
  return [
    told('bare botbuilder echo bot, stores nothing', botbuilder, 'turns/s'),
    told('floor: bare Hono, one durable SQLite insert', floor, 'messages/s'),
    told('ours, durable, to the delivered reply', ours, 'turns/s'),
    atLeast('ours ÷ botbuilder', ours / botbuilder, 1, ''),
    atLeast('ours ÷ floor', ours / floor, 0.5, ''),
  ];
}
