import { join } from 'node:path';
import type { Clock } from '../../bot/clock.ts';
import { BotError } from '../../bot/errors.ts';
import type { Log } from '../../bot/log.ts';
import type { Embedder } from '../../bot/ports/embedder.ts';
import { EmbedQueue } from './embed-queue.ts';
import { EmbeddingError } from './embedding-error.ts';
import {
  type InstalledEmbedder,
  type InstallOptions,
  installEmbedder,
  LOCAL_DIMENSIONS,
  LOCAL_MODEL,
} from './install-embedder.ts';
import { WorkerProcess } from './worker-process.ts';

/** See {@link InstallOptions}; `log` gets one line for each thing an operator should know. */
export interface LocalEmbedderOptions extends InstallOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** Milliseconds for a question, waiting included; default 800. */
  readonly questionDeadline?: number;
}

/** Restarts in a row, without an answer between them, before we stay with words. */
const RESTARTS = 5;
/** Milliseconds that one request may take before the worker counts as hanging. */
const PATIENCE = 15_000;

/**
 * multilingual-e5-small in a Python child process, spoken to through its standard streams: no port is opened, a
 * request costs 8–12 ms instead of 21 ms over the package's HTTP server (measured), and it ends with its parent.
 * Starts in the background: until it is ready, and whenever it is down, `problem()` says why.
 */
export class LocalEmbedder implements Embedder {
  readonly model = LOCAL_MODEL;
  readonly dimensions = LOCAL_DIMENSIONS;
  /** Settles when the first start has succeeded or failed; gives the problem then. */
  readonly started: Promise<string | undefined>;
  readonly #options: LocalEmbedderOptions;
  readonly #queue: EmbedQueue;
  readonly #closing = new AbortController();
  #worker: WorkerProcess | undefined;
  #problem: string | undefined = 'starting';
  #failures = 0;

  constructor(options: LocalEmbedderOptions) {
    this.#options = options;
    this.#queue = new EmbedQueue(
      (texts, query) => this.#send(texts, query),
      options.clock,
      options.questionDeadline,
    );
    this.started = this.#start();
  }

  /** Process id of the worker, when one runs. */
  get pid(): number | undefined {
    return this.#worker?.pid;
  }

  problem(): string | undefined {
    return this.#problem;
  }

  embedQueries(texts: readonly string[], signal?: AbortSignal): Promise<readonly Float32Array[]> {
    return this.#embed(texts, true, signal);
  }

  embedPassages(texts: readonly string[], signal?: AbortSignal): Promise<readonly Float32Array[]> {
    return this.#embed(texts, false, signal);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.#problem = 'closed';
    this.#worker?.stop();
    this.#queue.clear(new EmbeddingError('embedder_closed', 'The embedder was closed.'));
    await this.started;
  }

  async #embed(texts: readonly string[], query: boolean, signal?: AbortSignal) {
    if (this.#problem)
      throw new EmbeddingError('embedder_down', `The local embedder is not there: ${this.#problem}.`);
    return this.#queue.embed(texts, query, signal);
  }

  async #send(texts: readonly string[], query: boolean): Promise<readonly Float32Array[]> {
    if (!this.#worker) throw new EmbeddingError('embedder_down', 'The local embedder is being started.');
    const vectors = await this.#worker.send(texts, query);
    this.#failures = 0;
    return vectors;
  }

  async #start(): Promise<string | undefined> {
    try {
      const installed = await installEmbedder({ ...this.#options, signal: this.#closing.signal });
      if (!this.#closing.signal.aborted) await this.#run(installed);
    } catch (error) {
      if (this.#closing.signal.aborted) return this.#problem;
      this.#problem = error instanceof BotError ? error.code : 'failed';
      const why = error instanceof Error ? error.message : 'The local embedder cannot start.';
      this.#options.log.warn(`Search goes on with words only. ${why}`, { code: this.#problem });
    }
    return this.#problem;
  }

  async #run(installed: InstalledEmbedder): Promise<void> {
    const { clock, root } = this.#options;
    const worker = new WorkerProcess({
      program: installed.python,
      args: [join(root, 'knowledge', 'embedding', 'worker.py'), installed.folder],
      clock,
      patience: PATIENCE,
      onExit: () => void this.#restart(installed),
    });
    this.#worker = worker;
    if ((await worker.ready) !== LOCAL_DIMENSIONS)
      throw new EmbeddingError('embedder_refused', 'The local embedder gives vectors of another length.');
    this.#problem = undefined;
  }

  async #restart(installed: InstalledEmbedder): Promise<void> {
    const { clock, log } = this.#options;
    this.#worker = undefined;
    if (this.#closing.signal.aborted) return;
    this.#failures += 1;
    this.#problem = 'embedder_down';
    this.#queue.clear(new EmbeddingError('embedder_down', 'The local embedder has ended.'));
    if (this.#failures > RESTARTS) {
      log.error('The local embedder ends again and again; search goes on with words only. See doctor.', {
        tries: this.#failures,
      });
      return;
    }
    log.warn('The local embedder has ended and is started again.', { tries: this.#failures });
    await clock.sleep(250 * 2 ** this.#failures, this.#closing.signal);
    if (this.#closing.signal.aborted) return;
    // A failed start ends in onExit, which counts and tries again.
    await this.#run(installed).catch(() => {});
  }
}
