import type { Clock } from '../../bot/clock.ts';
import { EmbeddingError } from './embedding-error.ts';

/** Sends one request; resolves with one vector per text. */
export type SendBatch = (texts: readonly string[], query: boolean) => Promise<readonly Float32Array[]>;

/** Sizes in texts, times in milliseconds. */
export const QUEUE_LIMITS = {
  /** Questions in one request: more gain nothing (measured: 8 and 16 are equally fast). */
  questions: 16,
  /** Passages in one request: a question that comes meanwhile waits for these. */
  passages: 2,
  /** A person's question that is not answered by then is answered by words. */
  questionDeadline: 800,
  passageDeadline: 120_000,
} as const;

interface Waiting {
  readonly text: string;
  readonly resolve: (vector: Float32Array) => void;
  readonly reject: (error: Error) => void;
}

/**
 * One request at a time: questions first and together, passages in small portions between them. Questions that
 * arrive while a request runs share the next one, so batches grow with the load and an idle embedder adds no wait.
 */
export class EmbedQueue {
  readonly #send: SendBatch;
  readonly #clock: Clock;
  readonly #questionDeadline: number;
  readonly #questions = new Set<Waiting>();
  readonly #passages = new Set<Waiting>();
  #busy = false;

  constructor(send: SendBatch, clock: Clock, questionDeadline: number = QUEUE_LIMITS.questionDeadline) {
    this.#questionDeadline = questionDeadline;
    this.#send = send;
    this.#clock = clock;
  }

  /** Texts that wait. */
  get length(): number {
    return this.#questions.size + this.#passages.size;
  }

  /** Rejects with EmbeddingError (`embedder_late`) past the deadline, or with the signal's reason. */
  async embed(
    texts: readonly string[],
    query: boolean,
    signal?: AbortSignal,
  ): Promise<readonly Float32Array[]> {
    signal?.throwIfAborted();
    if (texts.length === 0) return [];
    const queue = query ? this.#questions : this.#passages;
    const mine: Waiting[] = [];
    const done = new AbortController();
    const all = Promise.all(
      texts.map(
        (text) =>
          new Promise<Float32Array>((resolve, reject) => {
            const waiting = { text, resolve, reject };
            mine.push(waiting);
            queue.add(waiting);
          }),
      ),
    );
    const giveUp = (error: Error) => {
      for (const waiting of mine) {
        queue.delete(waiting);
        waiting.reject(error);
      }
    };
    const onAbort = () => giveUp(signal?.reason instanceof Error ? signal.reason : new Error('aborted'));
    signal?.addEventListener('abort', onAbort, { once: true });
    const deadline = query ? this.#questionDeadline : QUEUE_LIMITS.passageDeadline;
    void this.#clock.sleep(deadline, done.signal).then(() => {
      if (!done.signal.aborted)
        giveUp(
          new EmbeddingError('embedder_late', 'The embedder did not answer in time; words only this time.'),
        );
    });
    setImmediate(() => void this.#next());
    try {
      return await all;
    } finally {
      done.abort();
      signal?.removeEventListener('abort', onAbort);
    }
  }

  /** Rejects everything that waits. */
  clear(error: Error): void {
    for (const queue of [this.#questions, this.#passages]) {
      for (const waiting of queue) waiting.reject(error);
      queue.clear();
    }
  }

  async #next(): Promise<void> {
    if (this.#busy || this.length === 0) return;
    this.#busy = true;
    const query = this.#questions.size > 0;
    const queue = query ? this.#questions : this.#passages;
    const batch = [...queue].slice(0, query ? QUEUE_LIMITS.questions : QUEUE_LIMITS.passages);
    for (const waiting of batch) queue.delete(waiting);
    try {
      const vectors = await this.#send(
        batch.map(({ text }) => text),
        query,
      );
      for (const [index, waiting] of batch.entries()) {
        const vector = vectors[index];
        if (vector) waiting.resolve(vector);
        else waiting.reject(new EmbeddingError('embedder_refused', 'The embedder gave too few vectors.'));
      }
    } catch (error) {
      for (const waiting of batch) waiting.reject(error instanceof Error ? error : new Error(String(error)));
    }
    this.#busy = false;
    if (this.length > 0) setImmediate(() => void this.#next());
  }
}
