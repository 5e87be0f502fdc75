import { TOPIC_INBOX, TOPIC_INBOX_URGENT } from '../bus/topics.ts';
import { LeaseLostError } from '../errors.ts';
import type { Lane } from '../ports/inbox.ts';
import { turnRetryDelay } from './retry-delay.ts';
import { runLane } from './run-lane.ts';
import { showTyping } from './show-typing.ts';
import { DangerAhead, Stopping, TurnTimeout } from './turn-stops.ts';
import {
  BEAT_MS,
  LEASE_MS,
  RENEW_BELOW_MS,
  TURN_LIMIT_MS,
  TYPING_AFTER_MS,
  type WorkerOptions,
} from './worker-options.ts';

/** Takes lanes and runs their turns. */
export interface Worker {
  start(): void;
  /** Claims nothing more, lets running turns end for `graceMs`, then gives the rest back. */
  stop(graceMs: number): Promise<void>;
  /** Turns that run now. */
  running(): number;
}

interface RunningTurn {
  readonly lane: Lane;
  readonly controller: AbortController;
  readonly startedAt: number;
  leaseUntil: number;
  typingShown: boolean;
}

/**
 * Runs up to `lanes` ordinary turns at once, and on top of them up to `urgentLanes` that only danger may take. Claims
 * when the bus says so or a turn ends, and looks by itself once a beat.
 */
export function createWorker(options: WorkerOptions): Worker {
  const { stores, bus, clock, log, metrics, owner } = options;
  const lanes = options.lanes ?? 16;
  const all = lanes + (options.urgentLanes ?? 32);
  const running = new Map<string, RunningTurn>();
  const ends: (() => void)[] = [];
  const stopped = new AbortController();
  /** Rows that probably wait, by what the bus told. */
  let waiting = 0;
  let urgentWaiting = 0;
  /** Claims under way. */
  let claiming = 0;
  /** Wake-ups so far: an empty claim says nothing about what came while it ran. */
  let wakes = 0;
  /** Turns that have ended so far: an empty claim may have met a lane that is free by now. */
  let endings = 0;
  /** Go on claiming after a hit: the count of what waits is not known. */
  let probing = false;
  let idle: (() => void) | undefined;
  let watching = false;

  const pump = () => {
    while (!stopped.signal.aborted && waiting > 0 && running.size + claiming < lanes) {
      waiting -= 1;
      void claim(undefined);
    }
    while (!stopped.signal.aborted && urgentWaiting > 0 && running.size + claiming < all) {
      urgentWaiting -= 1;
      void claim('urgent');
    }
  };

  const claim = async (only: 'urgent' | undefined) => {
    claiming += 1;
    const seen = wakes + endings;
    let lane: Lane | undefined;
    try {
      lane = await stores.inbox.claim(owner, clock.now(), LEASE_MS, only);
    } catch {
      log.error('Turns cannot be claimed; look at the database.', { component: 'worker' });
    }
    claiming -= 1;
    if (!lane) {
      const same = wakes + endings === seen;
      if (only) urgentWaiting = same ? 0 : urgentWaiting;
      else waiting = same ? 0 : Math.max(waiting, 1);
      // What waits may sit behind a lane that runs here: look again when a turn ends.
      probing = only ? probing : running.size > 0;
    } else if (stopped.signal.aborted) await stores.inbox.release(lane).catch(() => {});
    else {
      void run(lane);
      if (probing && !only) waiting = Math.max(waiting, 1);
    }
    pump();
    if (running.size + claiming === 0) idle?.();
  };

  const run = async (lane: Lane) => {
    const now = clock.now();
    const controller = new AbortController();
    const key = `${lane.conversation}\n${lane.fence}`;
    running.set(key, { lane, controller, startedAt: now, leaseUntil: now + LEASE_MS, typingShown: false });
    if (!watching) void watch();
    const outcome = await runLane(options, lane, controller);
    running.delete(key);
    endings += 1;
    metrics.count('soudan_turns_total', { outcome });
    if (outcome === 'failed' && lane.row.urgent) retrySoon(lane.row.tries);
    if (outcome === 'danger-first') urgentWaiting += 1;
    if (outcome === 'danger-first' || probing) waiting = Math.max(waiting, 1);
    pump();
    if (running.size + claiming === 0) idle?.();
  };

  /** Ordinary retries are found by the beat; danger does not wait for it. */
  const retrySoon = (tries: number) => {
    const longest = turnRetryDelay(tries, true, () => 1);
    void clock.sleep(longest, stopped.signal).then(probe);
  };

  /** Shows "is typing" once for turns that take longer. One sleep for all: most turns end before it. */
  const watch = async () => {
    watching = true;
    while (running.size > 0) {
      await clock.sleep(TYPING_AFTER_MS / 3);
      const since = clock.now() - TYPING_AFTER_MS;
      for (const turn of running.values()) {
        if (turn.typingShown || turn.startedAt > since) continue;
        turn.typingShown = true;
        showTyping(options, turn.lane, turn.controller.signal);
      }
    }
    watching = false;
  };

  /** Looks after one running turn: its time, its lease, and danger of which the bus did not tell. */
  const look = async (turn: RunningTurn, now: number) => {
    const { lane, controller } = turn;
    if (now - turn.startedAt >= TURN_LIMIT_MS) controller.abort(new TurnTimeout());
    if (controller.signal.aborted) return;
    if (!lane.row.urgent && (await stores.inbox.hasUrgent(lane.conversation)))
      controller.abort(new DangerAhead());
    if (turn.leaseUntil - now >= RENEW_BELOW_MS) return;
    const until = clock.now() + LEASE_MS;
    if (await stores.inbox.renew(lane, until)) turn.leaseUntil = until;
    else controller.abort(new LeaseLostError('The lane went to another worker.'));
  };

  const beat = async () => {
    while (!stopped.signal.aborted) {
      await clock.sleep(BEAT_MS, stopped.signal);
      const now = clock.now();
      const old = [...running.values()].filter((turn) => now - turn.startedAt >= BEAT_MS);
      await Promise.all(old.map((turn) => look(turn, now).catch(() => {})));
      probe();
    }
  };

  /** Looks for rows that nobody announced. */
  const probe = () => {
    probing = true;
    waiting = Math.max(waiting, 1);
    if (running.size + claiming >= lanes) urgentWaiting = Math.max(urgentWaiting, 1);
    pump();
  };

  return {
    start() {
      const note = (payload: unknown) => {
        wakes += 1;
        return typeof payload === 'number' ? payload : 1;
      };
      ends.push(
        bus.subscribe(TOPIC_INBOX_URGENT, (payload) => {
          urgentWaiting += note(payload);
          pump();
        }),
        bus.subscribe(TOPIC_INBOX, (payload) => {
          waiting += note(payload);
          pump();
        }),
      );
      probe();
      void beat();
    },
    async stop(graceMs) {
      stopped.abort();
      for (const end of ends.splice(0)) end();
      const finished = new Promise<void>((resolve) => {
        idle = resolve;
        if (running.size + claiming === 0) resolve();
      });
      const over = new AbortController();
      await Promise.race([finished, clock.sleep(graceMs, over.signal)]);
      over.abort();
      for (const { controller } of running.values()) controller.abort(new Stopping());
      await finished;
    },
    running: () => running.size,
  };
}
