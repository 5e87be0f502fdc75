import { setMaxListeners } from 'node:events';
import { TOPIC_OUTBOX, TOPIC_OUTBOX_URGENT } from '../bus/topics.ts';
import type { OutboxRow } from '../ports/outbox.ts';
import { deliverRow } from './deliver-row.ts';
import {
  DELIVERY_LEASE_MS,
  DELIVERY_LIMIT_MS,
  OUTBOX_BEAT_MS,
  type OutboxOptions,
  WATCH_MS,
} from './outbox-options.ts';

/** Delivers what commits have put into the outbox. */
export interface OutboxRunner {
  start(): void;
  /** Delivers what can go out now for at most `graceMs`, then stops; what is left goes out after the next start. */
  stop(graceMs: number): Promise<void>;
  /** True when something waits for a person's next message (L-24); at most a beat old. */
  anyWaiting(): boolean;
}

/** One delivery at a time a conversation, many conversations at once, danger on a road of its own. */
export function createOutboxRunner(options: OutboxOptions): OutboxRunner {
  const { outbox, bus, clock, log, owner } = options;
  const parallel = options.parallel ?? 64;
  const channels = [...options.adapters.keys()];
  const ends: (() => void)[] = [];
  const beating = new AbortController();
  const stopping = new AbortController();
  // One listener a retry: many are normal, none leaks.
  setMaxListeners(0, beating.signal);
  const underWay = new Set<{ readonly controller: AbortController; readonly startedAt: number }>();
  let waiting = false;
  let pumping: Promise<void> | undefined;
  let again = false;
  let watching = false;

  const take = async (limit: number, only?: 'urgent'): Promise<number> => {
    const rows = await outbox.claim(owner, clock.now(), DELIVERY_LEASE_MS, limit, channels, only);
    for (const row of rows) void deliver(row);
    return rows.length;
  };

  const deliver = async (row: OutboxRow) => {
    const mine = { controller: new AbortController(), startedAt: clock.now() };
    underWay.add(mine);
    if (!watching) void watch();
    const settlement = await deliverRow(options, row, mine.controller.signal);
    underWay.delete(mine);
    if (settlement?.state === 'waiting') waiting = true;
    if (settlement?.state === 'retry') wakeAt(settlement.at);
    // The next of this conversation may stand at the head now.
    pump();
  };

  /** Cuts tries that take too long. One sleep for all of them: a timer a delivery costs more than the delivery. */
  const watch = async () => {
    watching = true;
    while (underWay.size > 0) {
      await clock.sleep(WATCH_MS);
      const late = clock.now() - DELIVERY_LIMIT_MS;
      for (const { controller, startedAt } of underWay) if (startedAt <= late) controller.abort();
    }
    watching = false;
  };

  const drain = async () => {
    do {
      again = false;
      try {
        const free = parallel - underWay.size;
        const got = free > 0 ? await take(free) : await take(parallel, 'urgent');
        if (got > 0 && got === free) again = true;
      } catch {
        log.error('Deliveries cannot be claimed; look at the database.', { component: 'outbox' });
      }
    } while (again && !stopping.signal.aborted);
    pumping = undefined;
  };

  const pump = () => {
    again = true;
    if (!stopping.signal.aborted) pumping ??= drain();
  };

  const wakeAt = (at: number) =>
    void clock.sleep(Math.max(0, at - clock.now()), beating.signal).then(() => {
      if (!beating.signal.aborted) pump();
    });

  const beat = async () => {
    while (!beating.signal.aborted) {
      try {
        const now = clock.now();
        const [next, depth] = await Promise.all([outbox.nextAt(now), outbox.depth(now)]);
        options.metrics.gauge('soudan_outbox_pending', depth.pending);
        waiting = depth.waiting > 0;
        if (next !== undefined && next < now + OUTBOX_BEAT_MS) wakeAt(next);
      } catch {
        log.error('The outbox cannot be read; look at the database.', { component: 'outbox' });
      }
      await clock.sleep(OUTBOX_BEAT_MS, beating.signal);
    }
  };

  return {
    start() {
      ends.push(bus.subscribe(TOPIC_OUTBOX, pump), bus.subscribe(TOPIC_OUTBOX_URGENT, pump));
      pump();
      void beat();
    },
    async stop(graceMs) {
      beating.abort();
      for (const end of ends.splice(0)) end();
      const until = clock.now() + graceMs;
      const over = new AbortController();
      const late = clock.sleep(graceMs, over.signal);
      pump();
      while ((pumping || underWay.size > 0) && clock.now() < until)
        await Promise.race([late, pumping ?? clock.sleep(20, over.signal)]);
      over.abort();
      stopping.abort();
      for (const { controller } of underWay) controller.abort();
      // Adapters tell within a moment how their aborted tries ended; those ends are recorded.
      while (underWay.size > 0) await clock.sleep(20);
    },
    anyWaiting: () => waiting,
  };
}
