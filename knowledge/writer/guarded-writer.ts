import type { Clock } from '../../bot/clock.ts';
import type { DraftSentence, WriteRequest, Writer } from '../../bot/ports/writer.ts';
import { Breaker } from './breaker.ts';
import { CallCaps, type CapOptions } from './call-caps.ts';
import { WriterError } from './writer-error.ts';

/** Milliseconds that a person waits for the model in all, both tries included. */
export const WRITE_DEADLINE = 12_000;
/** Milliseconds before the second try. */
const PAUSE = 400;

/** A call with the conversation that it counts for. */
export interface GuardedRequest extends WriteRequest {
  readonly conversation: string;
}

/** A writer that keeps its time: one deadline for all, one second try, caps, a breaker. */
export class GuardedWriter {
  readonly #writer: Writer;
  readonly #clock: Clock;
  readonly #caps: CallCaps;
  readonly #breaker = new Breaker();

  constructor(writer: Writer, clock: Clock, caps?: CapOptions) {
    this.#writer = writer;
    this.#clock = clock;
    this.#caps = new CallCaps(caps);
  }

  /** Rejects with WriterError, or with the signal's reason when the turn itself was stopped. */
  async write(request: GuardedRequest): Promise<readonly DraftSentence[]> {
    const now = this.#clock.now();
    if (!this.#breaker.allows(now))
      throw new WriterError('writer_resting', 'The model failed too often just now.');
    const characters = request.passages.reduce((sum, { text }) => sum + text.length, request.question.length);
    if (!this.#caps.take(request.conversation, characters, now))
      throw new WriterError('writer_capped', 'The cap of calls to the model is reached.');
    const deadline = new AbortController();
    const done = new AbortController();
    void this.#clock.sleep(WRITE_DEADLINE, done.signal).then(() => deadline.abort());
    try {
      const draft = await this.#try({
        ...request,
        signal: AbortSignal.any([request.signal, deadline.signal]),
      });
      this.#breaker.succeeded();
      return draft;
    } catch (error) {
      // The turn was stopped from outside: that says nothing about the model.
      request.signal.throwIfAborted();
      const fault =
        error instanceof WriterError ? error : new WriterError('writer_late', 'The model took too long.');
      // A refusal or a cut-off answer is an answer: the server works.
      if (fault.code === 'writer_refused' || fault.code === 'writer_cut_off') this.#breaker.succeeded();
      else this.#breaker.failed(this.#clock.now());
      throw fault;
    } finally {
      done.abort();
      this.#caps.ended();
    }
  }

  async #try(request: WriteRequest): Promise<readonly DraftSentence[]> {
    try {
      return await untilAborted(this.#writer.write(request), request.signal);
    } catch (error) {
      if (!(error instanceof WriterError) || !error.retry) throw error;
      await this.#clock.sleep(PAUSE, request.signal);
      request.signal.throwIfAborted();
      return await untilAborted(this.#writer.write(request), request.signal);
    }
  }
}

/** A client that does not let go at once must not hold the person. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
