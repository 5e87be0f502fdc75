import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import type { Clock } from '../../bot/clock.ts';
import { EmbeddingError } from './embedding-error.ts';
import { FrameReader } from './frames.ts';

/** What to start, and when to give up on it. */
export interface WorkerOptions {
  readonly program: string;
  readonly args: readonly string[];
  readonly clock: Clock;
  /** Milliseconds after which a worker that neither starts nor answers is ended. */
  readonly patience: number;
  /** Called once when the process has ended, for whatever reason. */
  readonly onExit: () => void;
}

/**
 * One running worker.py. It ends when our end of its standard input closes, so it never outlives this process,
 * however that ends.
 */
export class WorkerProcess {
  /** Resolves with the dimensions when the worker is ready; rejects when it ends before. */
  readonly ready: Promise<number>;
  /** Its process id, for the test that it dies with its parent. */
  readonly pid: number | undefined;
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #waiting = new Map<
    number,
    { resolve: (v: readonly Float32Array[]) => void; reject: (e: Error) => void }
  >();
  readonly #options: WorkerOptions;
  #last = 0;
  #ended = false;

  constructor(options: WorkerOptions) {
    this.#options = options;
    const reader = new FrameReader();
    this.#child = spawn(options.program, options.args, { stdio: 'pipe' });
    this.pid = this.#child.pid;
    this.#child.stderr.resume();
    this.#child.stdin.on('error', () => this.stop());
    this.ready = new Promise((resolve, reject) => {
      this.#waiting.set(0, { resolve: () => resolve(reader.dimensions ?? 0), reject });
      this.#child.stdout.on('data', (chunk: Buffer) => {
        const frames = reader.push(chunk);
        if (reader.dimensions !== undefined) this.#settle(0, []);
        for (const { id, vectors } of frames) this.#settle(id, vectors);
      });
    });
    this.#watch(0);
    this.#child.on('error', () => this.#end());
    this.#child.on('close', () => this.#end());
  }

  /** Embeds texts; one request at a time is enough, more are answered in order. */
  send(texts: readonly string[], query: boolean): Promise<readonly Float32Array[]> {
    if (this.#ended) return Promise.reject(this.#down());
    this.#last += 1;
    const id = this.#last;
    const answer = new Promise<readonly Float32Array[]>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
    });
    this.#child.stdin.write(`${JSON.stringify({ id, query, texts })}\n`);
    this.#watch(id);
    return answer;
  }

  /** Ends the process at once. Harmless when it has ended. */
  stop(): void {
    this.#child.stdin.destroy();
    this.#child.kill('SIGKILL');
  }

  #watch(id: number): void {
    const done = new AbortController();
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    const { resolve, reject } = waiting;
    this.#waiting.set(id, {
      resolve: (vectors) => {
        done.abort();
        resolve(vectors);
      },
      reject: (error) => {
        done.abort();
        reject(error);
      },
    });
    // A worker that hangs is worth nothing: end it, the owner starts a new one.
    void this.#options.clock.sleep(this.#options.patience, done.signal).then(() => {
      if (!done.signal.aborted) this.stop();
    });
  }

  #settle(id: number, vectors: readonly Float32Array[]): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    waiting?.resolve(vectors);
  }

  #end(): void {
    if (this.#ended) return;
    this.#ended = true;
    for (const { reject } of this.#waiting.values()) reject(this.#down());
    this.#waiting.clear();
    this.#options.onExit();
  }

  #down(): EmbeddingError {
    return new EmbeddingError('embedder_down', 'The local embedder has ended; it is started again.');
  }
}
