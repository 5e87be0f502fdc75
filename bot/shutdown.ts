import type { Log } from './log.ts';
import type { Bus } from './ports/bus.ts';
import type { Runtime } from './runtime.ts';
import type { RunningServer } from './server/start-server.ts';

/** Running requests may go on for so long (milliseconds). */
const REQUEST_GRACE_MS = 5_000;

/**
 * Ends a process without losing or repeating anything: unready → stop claiming → finish or give back turns → flush the
 * outbox (≤ 15 s) → close the server, the bus and the store. What is still open goes on after the next start.
 */
export async function shutDown(parts: {
  readonly runtime: Runtime;
  readonly server?: RunningServer;
  readonly bus: Bus;
  /** Says goodbye on open sockets, once everything is said: their clients go to another process. */
  readonly disconnect?: () => void;
  /** The store, and whatever else must be closed last. */
  readonly close: () => Promise<void>;
  readonly log: Log;
}): Promise<void> {
  const { runtime, server, bus, log } = parts;
  log.info('Stopping: nothing new is taken, what runs is finished.', { component: 'runtime' });
  await runtime.stop();
  parts.disconnect?.();
  await server?.close(REQUEST_GRACE_MS);
  await bus.close();
  await parts.close();
  log.info('Stopped.', { component: 'runtime' });
}
