import type { Adapter } from '../adapter.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Message } from '../message.ts';
import type { Metrics } from '../metrics.ts';
import type { Middleware } from '../middleware.ts';
import type { Bus } from '../ports/bus.ts';
import type { Lane } from '../ports/inbox.ts';
import type { Stores } from '../ports/stores.ts';
import type { Turnstile } from '../turnstile.ts';

/** What workers need. */
export interface WorkerOptions {
  readonly stores: Stores;
  readonly bus: Bus;
  /** Channels that are on, by name. */
  readonly adapters: ReadonlyMap<string, Adapter>;
  readonly middleware: readonly Middleware[];
  readonly clock: Clock;
  readonly random: () => number;
  readonly metrics: Metrics;
  readonly log: Log;
  /** Name of this process among all that share the store. */
  readonly owner: string;
  /** Lets ordinary turns compute one after the other; absent, they begin at once. Danger never waits at it. */
  readonly turnstile?: Turnstile;
  /** Ordinary turns that run at once. */
  readonly lanes?: number;
  /** Further turns that only danger may use. */
  readonly urgentLanes?: number;
  /** True when some delivery waits for its person's next message (L-24). */
  readonly quotaWaiting?: () => boolean;
  /**
   * A turn was given up after five tries. What it gives is said to the person, so that nobody waits in silence
   * (for danger: the fixed text with the numbers). May throw; then nothing is said.
   */
  readonly onDead?: (row: Lane['row']) => Message | undefined | Promise<Message | undefined>;
}

/** Lease of a lane in milliseconds; renewed while the turn runs. */
export const LEASE_MS = 10_000;

/** Beat of the worker in milliseconds: leases, missed danger, rows that nobody announced. */
export const BEAT_MS = 1_000;

/** A running turn's lease is renewed when less than this is left. */
export const RENEW_BELOW_MS = 7_000;

/** No turn may take longer (milliseconds). */
export const TURN_LIMIT_MS = 60_000;

/** A turn that takes longer than this shows "is typing", once (milliseconds). */
export const TYPING_AFTER_MS = 300;

/** Time for a first guess of the language from the channel's profile (milliseconds). */
export const PROFILE_MS = 800;

/** A turn that meets a changed state is computed again at most so often before it counts as failed. */
export const CONFLICT_TRIES = 10;
