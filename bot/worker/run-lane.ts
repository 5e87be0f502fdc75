import { abortTopic } from '../bus/topics.ts';
import { crashPoint } from '../crash/crash-point.ts';
import { BotError, ConflictError, LeaseLostError } from '../errors.ts';
import type { Lane } from '../ports/inbox.ts';
import type { Commit } from '../ports/store.ts';
import { announceCommit } from './announce-commit.ts';
import { buryLane } from './bury-lane.ts';
import { computeTurn } from './compute-turn.ts';
import { turnRetryDelay } from './retry-delay.ts';
import { DangerAhead, Stopping } from './turn-stops.ts';
import { CONFLICT_TRIES, type WorkerOptions } from './worker-options.ts';

/** How a claimed lane ended. */
export type LaneOutcome = 'done' | 'danger-first' | 'lease-lost' | 'stopped' | 'failed' | 'dead';

/**
 * Runs the turn of a claimed lane to its end: committed, given back, or counted as failed. `controller` belongs to the
 * caller, who aborts it with the reason (TurnTimeout, LeaseLostError, Stopping). Never rejects.
 */
export async function runLane(
  options: WorkerOptions,
  lane: Lane,
  controller: AbortController,
): Promise<LaneOutcome> {
  const { stores, bus, metrics, clock } = options;
  const { row, conversation } = lane;
  const startedAt = clock.now();
  const deaf = row.urgent
    ? () => {}
    : bus.subscribe(abortTopic(conversation), () => controller.abort(new DangerAhead()));
  crashPoint('after-claim');
  try {
    const commit = await commitTurn(options, lane, controller.signal);
    crashPoint('after-commit');
    const urgent = String(row.urgent);
    metrics.observe('soudan_turn_seconds', clock.now() - startedAt, { urgent });
    metrics.observe('soudan_wait_seconds', clock.now() - row.receivedAt, { urgent });
    announceCommit(bus, commit);
    return 'done';
  } catch (error) {
    if (error instanceof LeaseLostError) return 'lease-lost';
    if (error instanceof DangerAhead || error instanceof Stopping) {
      await stores.inbox.release(lane).catch(() => {});
      return error instanceof Stopping ? 'stopped' : 'danger-first';
    }
    return failLane(options, lane, error);
  } finally {
    deaf();
  }
}

/** Computes and commits, again when somebody changed the state meanwhile. */
async function commitTurn(options: WorkerOptions, lane: Lane, signal: AbortSignal): Promise<Commit> {
  for (let tries = 1; ; tries += 1) {
    const commit = await computeTurn(options, lane, signal);
    try {
      signal.throwIfAborted();
      await options.stores.store.commit(commit);
      return commit;
    } catch (error) {
      if (!(error instanceof ConflictError) || tries >= CONFLICT_TRIES) throw error;
    }
  }
}

/** Counts the failed try. On the last one the row is a dead letter: operators are called, the person is told. */
async function failLane(options: WorkerOptions, lane: Lane, error: unknown): Promise<LaneOutcome> {
  const { stores, clock, log } = options;
  const { row } = lane;
  const { channel } = row.activity;
  const code = error instanceof BotError ? error.code : error instanceof Error ? error.name : 'unknown';
  const urgency = row.urgent ? 'critical' : 'none';
  try {
    const retryAt = clock.now() + turnRetryDelay(row.tries, row.urgent, options.random);
    const { tries, dead } = await stores.inbox.fail(row.id, code, retryAt);
    if (!dead) {
      log.warn('A turn failed and is tried again.', { channel, code, tries, urgency });
      await stores.inbox.release(lane);
      return 'failed';
    }
    options.metrics.count('soudan_dead_letters_total', { box: 'inbox' });
    log.error('A turn was given up: an event is in the dead letters. Look at its code.', {
      channel,
      code,
      tries,
      urgency,
    });
    await buryLane(options, lane);
    return 'dead';
  } catch {
    // The store does not answer: the lease runs out and the row is tried again.
    log.error('A failed turn could not be recorded; look at the database.', { channel, code, urgency });
    return 'failed';
  }
}
