import type { Activity } from '../activity.ts';
import type { Adapter } from '../adapter.ts';
import { TOPIC_OUTBOX } from '../bus/topics.ts';
import { crashPoint } from '../crash/crash-point.ts';
import { BotError } from '../errors.ts';
import { runMiddleware } from '../middleware.ts';
import type { Lane } from '../ports/inbox.ts';
import type { Commit } from '../ports/store.ts';
import { createTurn } from '../turn.ts';
import { planCommit } from './plan-commit.ts';
import { isLate, readState, retractedKey, stateAfterLate, stateForLate, stateKey } from './stored-state.ts';
import { untilAborted } from './until-aborted.ts';
import { PROFILE_MS, type WorkerOptions } from './worker-options.ts';

/**
 * Reads the state, runs the turn and gives everything that shall become true. Nothing is true yet, so it may be
 * stopped at any time and computed again. Rejects with the signal's reason when it aborts.
 */
export async function computeTurn(options: WorkerOptions, lane: Lane, signal: AbortSignal): Promise<Commit> {
  const { stores, clock, log } = options;
  const { row } = lane;
  const { activity, id } = row;
  const { conversation } = activity;
  const frame = {
    lane: { conversation, fence: lane.fence, release: true },
    at: clock.now(),
    inboxDone: [id],
  };
  const key = stateKey(conversation);

  if (activity.type === 'unknown') return frame;
  if (activity.type === 'retracted') return retract(options, lane, frame);

  const adapter = options.adapters.get(activity.channel);
  if (!adapter)
    throw new BotError('channel_off', 'An event waits for a channel that is off; set its secrets.');
  const messageId = activity.type === 'message' ? activity.messageId : undefined;
  const tombstone = messageId === undefined ? undefined : retractedKey(conversation, messageId);
  const entries = await stores.store.read(tombstone === undefined ? [key] : [key, tombstone]);
  // Taken back before it was read (events can come in any order): nobody looks at it.
  if (tombstone !== undefined && entries.has(tombstone)) return frame;
  const entry = entries.get(key);
  const expected = entry?.version ?? null;
  const before = readState(entry, activity);

  if (activity.type === 'left') {
    // Before the commit, because both may be done twice and neither may be forgotten.
    await stores.outbox.drop(conversation);
    await stores.timers.cancel(conversation);
    return { ...frame, entries: [{ key, value: { ...before, left: true, lastAt: activity.at }, expected }] };
  }

  const timer = isTimer(activity);
  const late = !timer && isLate(activity, before);
  const { left: _left, ...here } = before;
  const state = late ? stateForLate(before) : timer ? before : here;
  const guessed = entry ? activity : await withProfileLanguage(options, adapter, lane, signal);
  if (!row.urgent) await options.turnstile?.();
  signal.throwIfAborted();
  const turn = createTurn({ activity: guessed, state, now: clock.now(), signal, log, uuid: clock.uuid });
  await untilAborted(runMiddleware(options.middleware, turn), signal);
  crashPoint('after-turn');
  const woken = timer || row.urgent ? 0 : await wakeWaiting(options, activity);

  const after = late ? stateAfterLate(before, turn.state) : turn.state;
  const lastAt = timer ? after.lastAt : Math.max(activity.at, before.lastAt ?? 0);
  return planCommit({
    lane,
    turn,
    adapter,
    state: lastAt === undefined ? after : { ...after, lastAt },
    expected,
    handleUsed: woken > 0,
    clock,
  });
}

/**
 * L-24: what the quota refused goes out with the reply handle of the person's next message; the turn's own answer then
 * takes the other road. A danger message keeps its handle for its own answer.
 */
async function wakeWaiting(
  { stores, bus, clock, quotaWaiting }: WorkerOptions,
  activity: Activity,
): Promise<number> {
  if (!quotaWaiting?.() || activity.mayReply === false) return 0;
  const woken = await stores.outbox.wake(activity.conversation, clock.now(), activity.replyHandle);
  if (woken > 0) bus.publish(TOPIC_OUTBOX, woken);
  return woken;
}

/** Timers come back as actions without a text: the person did nothing. */
function isTimer(activity: Activity): boolean {
  return activity.type === 'action' && activity.text === undefined && activity.fields === undefined;
}

async function retract(
  { stores }: WorkerOptions,
  { row: { activity } }: Lane,
  frame: Commit,
): Promise<Commit> {
  if (activity.type !== 'retracted') return frame;
  const { conversation, messageId } = activity;
  const key = retractedKey(conversation, messageId);
  const known = await stores.store.read([key]);
  return {
    ...frame,
    ...(known.has(key) ? {} : { entries: [{ key, value: true, expected: null }] }),
    erase: [{ conversation, messageId }],
    audit: [{ action: 'message_retracted', subject: conversation, data: { messageId }, actor: 'person' }],
  };
}

/** A first guess of the language for somebody new (L-31). Danger never waits for it. */
async function withProfileLanguage(
  { clock }: WorkerOptions,
  adapter: Adapter,
  { row }: Lane,
  signal: AbortSignal,
): Promise<Activity> {
  const { activity } = row;
  if (row.urgent || activity.locale !== undefined || !adapter.profileLanguage) return activity;
  const limit = new AbortController();
  const asked = AbortSignal.any([signal, limit.signal]);
  void clock.sleep(PROFILE_MS, asked).then(() => limit.abort());
  try {
    const locale = await untilAborted(adapter.profileLanguage(activity.address, asked), asked);
    return locale === undefined ? activity : { ...activity, locale };
  } catch {
    signal.throwIfAborted();
    return activity;
  } finally {
    limit.abort();
  }
}
