import { Agent, request } from 'node:http';

/** What a load run saw. Latencies in milliseconds, from the first byte out to the last byte in. */
export interface LoadResult {
  readonly sent: number;
  readonly failed: number;
  readonly statuses: ReadonlyMap<number, number>;
  readonly seconds: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/** One HTTP request of a load. */
export interface LoadRequest {
  readonly path: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

function send(base: URL, agent: Agent, item: LoadRequest): Promise<number> {
  return new Promise((resolve) => {
    const call = request(
      {
        agent,
        host: base.hostname,
        port: base.port,
        path: item.path,
        method: 'POST',
        headers: { ...item.headers, 'content-length': Buffer.byteLength(item.body) },
      },
      (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode ?? 0));
        response.on('error', () => resolve(0));
      },
    );
    call.on('error', () => resolve(0));
    call.end(item.body);
  });
}

/** The value below which `share` (0–1) of the sorted numbers lie; 0 of an empty list. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function summary(latencies: number[], statuses: Map<number, number>, seconds: number): LoadResult {
  latencies.sort((a, b) => a - b);
  const failed = [...statuses]
    .filter(([status]) => status < 200 || status > 299)
    .reduce((sum, [, count]) => sum + count, 0);
  return {
    sent: latencies.length,
    failed,
    statuses,
    seconds,
    perSecond: latencies.length / seconds,
    p50: percentile(latencies, 0.5),
    p95: percentile(latencies, 0.95),
    p99: percentile(latencies, 0.99),
    max: latencies.at(-1) ?? 0,
  };
}

/** Closed loop: `connections` keep-alive connections, each sends its next request when the last was answered. */
export async function closedLoad(
  url: string,
  connections: number,
  total: number,
  make: (index: number) => LoadRequest,
): Promise<LoadResult> {
  const base = new URL(url);
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const latencies: number[] = [];
  const statuses = new Map<number, number>();
  let next = 0;
  const started = performance.now();
  const worker = async () => {
    while (next < total) {
      const item = make(next++);
      const from = performance.now();
      const status = await send(base, agent, item);
      latencies.push(performance.now() - from);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  agent.destroy();
  return summary(latencies, statuses, (performance.now() - started) / 1000);
}

/**
 * Open loop: `perSecond` requests start each second whether or not earlier ones were answered, so that a slow
 * server cannot hide its slowness by slowing the load. Latency counts from the planned start.
 */
export async function openLoad(
  url: string,
  perSecond: number,
  seconds: number,
  make: (index: number) => LoadRequest,
): Promise<LoadResult> {
  const base = new URL(url);
  const agent = new Agent({ keepAlive: true, maxSockets: 512 });
  const latencies: number[] = [];
  const statuses = new Map<number, number>();
  const total = perSecond * seconds;
  const open: Promise<void>[] = [];
  const started = performance.now();
  for (let index = 0; index < total; index += 1) {
    const planned = started + (index * 1000) / perSecond;
    const wait = planned - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    open.push(
      send(base, agent, make(index)).then((status) => {
        latencies.push(performance.now() - planned);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }),
    );
  }
  await Promise.all(open);
  agent.destroy();
  return summary(latencies, statuses, (performance.now() - started) / 1000);
}
