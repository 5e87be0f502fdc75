import type { Session } from './database.ts';
import { type Dialect, hasRowLocks } from './dialect.ts';
import { refreshLane } from './lane-queries.ts';
import { lockLane } from './outbox-queries.ts';

/** Ways to hold a conversation's lane inside a transaction. */
export interface LaneLock {
  /** Waits until nobody else changes the lane. */
  lock(session: Session, conversation: string): Promise<void>;
  /** Locks, then sets the lane's summary from its inbox rows. */
  refresh(session: Session, conversation: string): Promise<void>;
}

/**
 * On PostgreSQL the lane is locked by a statement of its own before another one reads what belongs to it: a statement
 * that waits for a lock goes on with the snapshot from before its wait, and would not see the row that was added
 * meanwhile. The row would then be forgotten until the conversation's next message.
 */
export function createLaneLock(dialect: Dialect): LaneLock {
  const lock = async (session: Session, conversation: string) => {
    if (hasRowLocks(dialect)) await session.one(lockLane, { conversation });
  };
  return {
    lock,
    async refresh(session, conversation) {
      await lock(session, conversation);
      await session.run(refreshLane, { conversation });
    },
  };
}
