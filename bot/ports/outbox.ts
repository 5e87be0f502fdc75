import type { ReplyHandle } from '../activity.ts';
import type { Delivery } from '../adapter.ts';
import type { Json } from '../json.ts';
import type { Purpose } from '../message.ts';

/** One platform call to make after the commit. */
export interface OutboxDraft {
  readonly id: string;
  readonly key: string;
  readonly channel: string;
  readonly conversation: string;
  readonly address: Json;
  readonly body: Json;
  readonly purpose: Purpose;
  readonly urgent: boolean;
  readonly replyHandle?: ReplyHandle;
  readonly createdAt: number;
  /** Epoch milliseconds after which it becomes a dead letter. */
  readonly deadlineAt: number;
  /** The message (transcript seq is not known yet) it belongs to, for erasure. */
  readonly messageId?: string;
}

/** A claimed delivery. */
export interface OutboxRow {
  readonly channel: string;
  readonly deadlineAt: number;
  readonly fence: number;
  readonly delivery: Omit<Delivery, 'now'>;
}

/** How one try ended. `waiting`: refused by quota, goes out with the person's next message (L-24). */
export type Settlement =
  | { readonly state: 'sent'; readonly receipt: Json }
  | { readonly state: 'retry'; readonly at: number; readonly code: string }
  | { readonly state: 'waiting'; readonly code: string }
  | { readonly state: 'dead'; readonly code: string };

/**
 * Deliveries per conversation in the order of their commit, urgent ones on a road of their own: of each road only the
 * head is claimable, so a safety text never stands behind an ordinary one that hangs.
 */
export interface Outbox {
  /** Up to `limit` heads, urgent first. `channels` limits the claim to channels that are on; `only: 'urgent'` to urgent heads. */
  claim(
    owner: string,
    now: number,
    leaseMs: number,
    limit: number,
    channels: readonly string[],
    only?: 'urgent',
  ): Promise<readonly OutboxRow[]>;
  /** Records the end of a try; false when the lease was lost (nothing changed). */
  settle(id: string, fence: number, now: number, settlement: Settlement): Promise<boolean>;
  /** Makes rows that wait for the person's next message claimable again, with the new handle. */
  wake(conversation: string, now: number, handle: ReplyHandle | undefined): Promise<number>;
  /** Drops what was not yet sent (the person blocked us). Gives how many. */
  drop(conversation: string): Promise<number>;
  depth(
    now: number,
  ): Promise<{ pending: number; waiting: number; dead: number; oldestAt: number | undefined }>;
  /** When the next pending row becomes claimable; undefined when none waits. */
  nextAt(now: number): Promise<number | undefined>;
}
