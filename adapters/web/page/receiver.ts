import { type Backend, EndedError } from './backend.ts';
import type { WireSet } from './wire.ts';

/** How well we hear the server. */
export type Connection = 'idle' | 'connecting' | 'online' | 'reconnecting' | 'offline';

/** What a receiver needs from the page; tests give their own. */
export interface ReceiverEnv {
  readonly backend: Pick<Backend, 'streamUrl' | 'since'>;
  readonly openSocket: (url: string) => WebSocket;
  /** Resolves after `ms`, or at once when `signal` aborts. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** 0 … 1 */
  readonly random: () => number;
  readonly online: () => boolean;
  readonly onSet: (set: WireSet) => void;
  readonly onConnection: (connection: Connection) => void;
  readonly onEnded: () => void;
}

/** Hears a conversation until it is stopped. */
export interface Receiver {
  readonly watermark: () => string;
  /** Look now: the phone woke up, or the network is back. */
  wake(): void;
  stop(): void;
}

/** A socket that is silent for longer is dead, whatever the browser thinks (iOS after a change of network, W-5). */
const SILENCE = 40_000;
/** Failed sockets in a row after which the transcript is polled instead. */
const FAILURES = 3;
const POLL = 1500;
/** Milliseconds of polling before a socket is tried again. */
const POLL_SPELL = 30_000;
const LONGEST_PAUSE = 30_000;

/**
 * Reads on from a watermark: by socket, after {@link FAILURES} failures by polling, each time from the last line
 * that was handed over. So a cut line or a slept hour loses nothing and repeats nothing.
 */
export function startReceiver(env: ReceiverEnv, firstUrl?: string): Receiver {
  const life = new AbortController();
  let nap = new AbortController();
  let watermark = '';
  let socket: WebSocket | undefined;

  const take = (set: WireSet) => {
    env.onSet(set);
    if (set.watermark) watermark = set.watermark;
  };
  const rest = (ms: number) => {
    nap = new AbortController();
    if (life.signal.aborted) nap.abort();
    return env.sleep(ms, nap.signal);
  };
  const byKindOfTrouble = () => env.onConnection(env.online() ? 'reconnecting' : 'offline');

  /** Resolves when the socket is over: whether it ever opened, and why it closed. */
  const hear = (url: string) =>
    new Promise<{ opened: boolean; reason: string }>((resolve) => {
      const ws = env.openSocket(url);
      socket = ws;
      let opened = false;
      let watch = new AbortController();
      const guard = () => {
        watch.abort();
        watch = new AbortController();
        const { signal } = watch;
        void env.sleep(SILENCE, signal).then(() => {
          if (!signal.aborted) over('silent');
        });
      };
      const over = (reason: string) => {
        watch.abort();
        ws.onclose = ws.onmessage = ws.onopen = null;
        ws.close();
        resolve({ opened, reason });
      };
      guard();
      ws.onopen = () => {
        opened = true;
        env.onConnection('online');
        guard();
      };
      ws.onmessage = (event: MessageEvent<unknown>) => {
        guard();
        if (typeof event.data === 'string' && event.data) take(JSON.parse(event.data) as WireSet);
      };
      ws.onclose = (event: CloseEvent) => over(event.reason);
    });

  const poll = async (ms: number) => {
    for (let spent = 0; spent < ms && !life.signal.aborted; spent += POLL) {
      take(await env.backend.since(watermark));
      env.onConnection('online');
      await rest(POLL);
    }
  };

  const run = async () => {
    let url = firstUrl;
    let failures = 0;
    env.onConnection('connecting');
    while (!life.signal.aborted) {
      try {
        if (failures >= FAILURES) await poll(POLL_SPELL);
        url ??= await env.backend.streamUrl(watermark);
        if (life.signal.aborted) return;
        const { opened, reason } = await hear(url);
        url = undefined;
        failures = opened ? 0 : failures + 1;
        if (reason === 'ended') throw new EndedError();
        // Another tab of this browser took the stream (W-2): both stay alive, this one by polling.
        if (reason === 'collision') await poll(Number.POSITIVE_INFINITY);
      } catch (error) {
        if (life.signal.aborted) return;
        if (error instanceof EndedError) return env.onEnded();
        url = undefined;
        failures += 1;
      }
      if (life.signal.aborted) return;
      byKindOfTrouble();
      await rest(Math.min(LONGEST_PAUSE, 500 * 2 ** Math.min(failures, 6)) * (0.5 + env.random() / 2));
    }
  };
  void run();

  return {
    watermark: () => watermark,
    wake: () => {
      nap.abort();
      // Asks a socket that may be dead to prove itself: a write to a dead one makes the browser notice.
      if (socket?.readyState === 1) socket.send('');
    },
    stop: () => {
      life.abort();
      nap.abort();
      socket?.close();
    },
  };
}
