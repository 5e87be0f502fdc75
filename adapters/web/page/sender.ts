import { type Backend, BackendError, EndedError } from './backend.ts';
import type { LineState } from './lines.ts';

/** One message on its way; `id` is the client id that makes a repeat harmless (W-9). */
export interface Outgoing {
  readonly id: string;
  readonly text: string;
  readonly value?: string;
  readonly locale: string;
  readonly file?: File;
}

/** What a sender needs. */
export interface SenderEnv {
  readonly backend: Pick<Backend, 'post' | 'upload'>;
  /** Makes sure that there is a conversation. Throws BackendError. */
  readonly ensure: () => Promise<void>;
  readonly sleep: (ms: number) => Promise<void>;
  readonly onState: (id: string, state: LineState) => void;
  /** The conversation is gone: forget it, so that `ensure` starts a new one. */
  readonly onEnded: () => void;
}

/** Sends one after the other, in the order of typing. */
export interface Sender {
  send(message: Outgoing): void;
  /** Sends a failed message again, with the same id. */
  retry(id: string): void;
  /** Sends everything that failed for want of a network. */
  retryAll(): void;
}

const TRIES = 4;

/** See {@link Sender}. */
export function createSender(env: SenderEnv): Sender {
  const queue: Outgoing[] = [];
  const failed = new Map<string, Outgoing>();
  let running = false;

  const attempt = async (message: Outgoing): Promise<'sent' | 'failed' | 'refused'> => {
    for (let tries = 1; ; tries += 1) {
      try {
        await env.ensure();
        const activity = {
          type: 'message',
          text: message.text,
          locale: message.locale,
          channelData: { clientActivityID: message.id },
          ...(message.value === undefined ? {} : { value: message.value }),
        };
        await (message.file ? env.backend.upload(activity, message.file) : env.backend.post(activity));
        return 'sent';
      } catch (error) {
        if (error instanceof EndedError) env.onEnded();
        else if (!(error instanceof BackendError)) throw error;
        else if (error.status === 413 || error.status === 415) return 'refused';
        else if (error.status >= 400 && error.status < 500 && error.status !== 429) return 'failed';
        if (tries >= TRIES) return 'failed';
        const after = error instanceof BackendError ? error.after : undefined;
        await env.sleep(after ?? 500 * 2 ** tries);
      }
    }
  };
  const run = async () => {
    if (running) return;
    running = true;
    for (let message = queue.shift(); message; message = queue.shift()) {
      const state = await attempt(message).catch(() => 'failed' as const);
      if (state === 'failed') failed.set(message.id, message);
      env.onState(message.id, state);
    }
    running = false;
  };
  const retry = (id: string) => {
    const message = failed.get(id);
    if (!message) return;
    failed.delete(id);
    env.onState(id, 'sending');
    queue.push(message);
    void run();
  };

  return {
    send: (message) => {
      queue.push(message);
      void run();
    },
    retry,
    retryAll: () => {
      for (const id of [...failed.keys()]) retry(id);
    },
  };
}
