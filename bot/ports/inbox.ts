import type { Activity } from '../activity.ts';

/** An activity to store. */
export interface InboxDraft {
  readonly activity: Activity;
  readonly receivedAt: number;
  /** The word guard heard danger: claimed before all others. */
  readonly urgent: boolean;
}

/** A conversation's lane with its next activity, held under a lease. */
export interface Lane {
  readonly conversation: string;
  /** Grows with each claim of this lane; a commit with an older one is refused. */
  readonly fence: number;
  readonly row: {
    readonly id: string;
    readonly activity: Activity;
    readonly receivedAt: number;
    readonly urgent: boolean;
    readonly tries: number;
  };
}

/** Size of what waits. */
export interface InboxDepth {
  readonly open: number;
  /** Epoch milliseconds at which the oldest claimable row was received. */
  readonly oldestAt: number | undefined;
  readonly dead: number;
}

/** Accepted events. A row is unique by (channel, event id) and is kept ≥ 7 days (as hash only once done). */
export interface Inbox {
  /** All or none. Rows that exist already count as duplicates and change nothing. */
  accept(rows: readonly InboxDraft[]): Promise<{ stored: number; duplicates: number }>;
  /**
   * Next lane: urgent rows first, then the oldest by event time; one lane per conversation; within a lane
   * urgent first, then by event time. Undefined when nothing is claimable at `now`. The lease ends at `now + leaseMs`.
   * `only: 'urgent'` gives nothing but lanes whose next row is urgent (for the lane kept free for danger).
   */
  claim(owner: string, now: number, leaseMs: number, only?: 'urgent'): Promise<Lane | undefined>;
  /** Prolongs the lease; false when it was lost. */
  renew(lane: Pick<Lane, 'conversation' | 'fence'>, until: number): Promise<boolean>;
  /** Gives the lane back (after a commit, or unfinished). Idempotent. */
  release(lane: Pick<Lane, 'conversation' | 'fence'>): Promise<void>;
  /** Counts a failed try; the row waits until `retryAt`; on the 5th it becomes a dead letter. Gives the number of tries and whether it is dead. */
  fail(id: string, code: string, retryAt: number): Promise<{ tries: number; dead: boolean }>;
  /** True when an urgent row waits in this conversation: the running turn must stop. */
  hasUrgent(conversation: string): Promise<boolean>;
  depth(now: number): Promise<InboxDepth>;
  /** Deletes finished rows received before `before`. Gives how many. */
  prune(before: number): Promise<number>;
}
