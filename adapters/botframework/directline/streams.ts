import type { WebSocket } from 'ws';
import { transcriptTopic } from '../../../bot/bus/topics.ts';
import { coreConversation, type DirectLineOptions } from './options.ts';
import { toDirectLine } from './outgoing.ts';
import type { TokenClaims } from './token.ts';

/** Lines read and sent at a time. */
const PAGE = 100;
/** Bytes that may wait in a slow socket before it is cut; it comes back with its watermark. */
const MAX_BUFFERED = 1024 * 1024;
/** Milliseconds between keep-alives; each also looks for lines whose bus message was lost. */
const KEEP_ALIVE = 15_000;
/** Milliseconds between looks at the transcript while the bus is down. */
const POLL = 1000;

/** Open sockets of this process. */
export interface Streams {
  /** Replays everything after `watermark`, then goes on live. A newer socket of the same conversation closes this one (W-2). */
  open(socket: WebSocket, claims: TokenClaims, watermark: number): void;
  /** Shows "is typing" (W-2: by socket only). */
  typing(conversation: string): void;
  /** Closes the sockets of an ended conversation, in every process. */
  end(conversation: string): void;
  /** Open sockets here. */
  size(): number;
  /** Closes all sockets, so that clients go to another process. */
  close(): void;
}

interface Stream {
  tick(): void;
  close(code: number, reason: string): void;
}

/** See {@link Streams}. The runtime publishes the transcript's topic after each commit. */
export function createStreams(options: DirectLineOptions): Streams {
  const { bus, clock, transcript, tokenKey, log } = options;
  const streams = new Set<Stream>();
  let stop: AbortController | undefined;

  const tick = async (signal: AbortSignal): Promise<void> => {
    for (let waited = 0; ; ) {
      await clock.sleep(POLL, signal);
      if (signal.aborted) return;
      waited += POLL;
      const alive = waited >= KEEP_ALIVE;
      if (alive) waited = 0;
      if (alive || !bus.healthy()) for (const stream of streams) stream.tick();
    }
  };

  return {
    open: (socket, claims, watermark) => {
      const id = clock.uuid();
      const { conv, user } = claims;
      let seq = watermark;
      let busy = false;
      let again = false;

      const send = (frame: unknown) => {
        if (socket.bufferedAmount > MAX_BUFFERED) socket.terminate();
        else if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(frame));
      };
      const pump = async (): Promise<void> => {
        again = true;
        if (busy) return;
        busy = true;
        try {
          while (again && socket.readyState === socket.OPEN) {
            again = false;
            const rows = await transcript.since(coreConversation(conv), seq, PAGE);
            const last = rows.at(-1);
            if (!last) continue;
            seq = last.seq;
            const activities = rows.flatMap((row) => toDirectLine(row, conv, user, tokenKey) ?? []);
            send({ activities, watermark: String(seq) });
            again ||= rows.length === PAGE;
          }
        } catch {
          // The reader keeps its watermark: the socket is closed, and the client comes back with it.
          log.warn('A web chat stream could not read the transcript; check the store.', { channel: 'web' });
          socket.close(1011, 'store');
        } finally {
          busy = false;
        }
      };

      const stream: Stream = {
        tick: () => {
          if (socket.readyState === socket.OPEN) socket.send('');
          void pump();
        },
        close: (code, reason) => socket.close(code, reason),
      };
      const ends = [
        bus.subscribe(transcriptTopic(coreConversation(conv)), () => void pump()),
        bus.subscribe(`directline/${conv}`, (payload) => {
          const note = payload as { opened?: string; typing?: boolean; ended?: boolean };
          if (note.ended) socket.close(1000, 'ended');
          else if (note.opened && note.opened !== id) socket.close(1008, 'collision');
          else if (note.typing) send({ activities: [typingActivity(conv, clock.now())] });
        }),
      ];
      streams.add(stream);
      if (!stop) {
        stop = new AbortController();
        void tick(stop.signal);
      }
      bus.publish(`directline/${conv}`, { opened: id });
      socket.on('error', () => socket.terminate());
      socket.on('close', () => {
        for (const end of ends) end();
        streams.delete(stream);
        if (streams.size === 0) {
          stop?.abort();
          stop = undefined;
        }
      });
      void pump();
    },
    typing: (conversation) => bus.publish(`directline/${conversation}`, { typing: true }),
    end: (conversation) => bus.publish(`directline/${conversation}`, { ended: true }),
    size: () => streams.size,
    close: () => {
      for (const stream of [...streams]) stream.close(1001, 'restart');
    },
  };
}

function typingActivity(conversation: string, at: number) {
  return {
    type: 'typing',
    id: `${conversation}|typing`,
    channelId: 'directline',
    timestamp: new Date(at).toISOString(),
    conversation: { id: conversation },
    from: { id: 'soudan', name: 'Soudan', role: 'bot' },
  };
}
