import type { Adapter } from '../adapter.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { Bus } from '../ports/bus.ts';
import type { Outbox, OutboxRow } from '../ports/outbox.ts';

/** What the delivery runner needs. */
export interface OutboxOptions {
  readonly outbox: Outbox;
  readonly bus: Bus;
  /** Channels that are on, by name. */
  readonly adapters: ReadonlyMap<string, Adapter>;
  readonly clock: Clock;
  readonly random: () => number;
  readonly metrics: Metrics;
  readonly log: Log;
  /** Name of this process among all that share the store. */
  readonly owner: string;
  /** Deliveries at once; as many again are kept for danger. */
  readonly parallel?: number;
  /** A safety text was given up: its case must say "not reached" (L-21). */
  readonly onUndelivered?: (row: OutboxRow, code: string) => void | Promise<void>;
}

/** Lease of a claimed delivery in milliseconds; longer than any try, and short: what a dead process held goes out after it. */
export const DELIVERY_LEASE_MS = 10_000;

/** One try may take so long (milliseconds); adapters have shorter limits of their own. */
export const DELIVERY_LIMIT_MS = 8_000;

/** An aborted adapter has so long to tell how its try ended (milliseconds). */
export const VERDICT_MS = 1_000;

/** How often running tries are looked at (milliseconds). */
export const WATCH_MS = 250;

/** Beat of the runner in milliseconds: what nobody announced. */
export const OUTBOX_BEAT_MS = 2_000;
