import type { Json } from '../json.ts';
import type { Message } from '../message.ts';
import type { Lane } from '../ports/inbox.ts';
import type { Commit } from '../ports/store.ts';
import { announceCommit } from './announce-commit.ts';
import { planDeliveries } from './plan-deliveries.ts';
import type { WorkerOptions } from './worker-options.ts';

/** After a turn was given up: says to the person what `onDead` gives, and gives the lane back. */
export async function buryLane(options: WorkerOptions, lane: Lane): Promise<void> {
  const { stores, bus, clock } = options;
  const { activity } = lane.row;
  const adapter = options.adapters.get(activity.channel);
  const message = await lastWords(options, lane);
  if (!message || !adapter || activity.mayReply === false) return stores.inbox.release(lane);
  const at = clock.now();
  const { conversation } = activity;
  const reply = { messageId: clock.uuid(), message };
  const commit: Commit = {
    lane: { conversation, fence: lane.fence, release: true },
    at,
    transcript: [
      { conversation, author: 'bot', at, messageId: reply.messageId, body: message as unknown as Json },
    ],
    outbox: planDeliveries([reply], activity, adapter, clock),
  };
  await stores.store.commit(commit);
  announceCommit(bus, commit);
}

async function lastWords({ onDead }: WorkerOptions, { row }: Lane): Promise<Message | undefined> {
  try {
    return await onDead?.(row);
  } catch {
    return undefined;
  }
}
