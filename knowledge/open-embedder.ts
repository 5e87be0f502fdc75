import type { Clock } from '../bot/clock.ts';
import { BotError } from '../bot/errors.ts';
import type { Log } from '../bot/log.ts';
import type { Embedder } from '../bot/ports/embedder.ts';
import { LocalEmbedder } from './embedding/local-embedder.ts';
import { OpenAiEmbedder } from './openai/openai-embedder.ts';

/** Which embedder, and where the local one lives. */
export interface EmbedderOptions {
  /** The product's folder. */
  readonly root: string;
  /** Folder for the local engine. */
  readonly cacheDir: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Hears when something big is downloaded. */
  readonly onProgress?: (line: string) => void;
  /**
   * Milliseconds for a question; default 800, because a person waits for the turn. A command that asks hundreds at
   * once gives more: its answers must not depend on how busy the machine is.
   */
  readonly questionDeadline?: number;
  /** EMBEDDINGS_BASE_URL, EMBEDDINGS_MODEL, EMBEDDINGS_API_KEY: instead of the local engine. */
  readonly remote?: { readonly baseUrl: string; readonly model: string; readonly apiKey?: string };
}

/** An embedder and the moment in which it is known whether it works. */
export interface OpenedEmbedder {
  /** Absent: a remote server did not answer, words only until the next start. */
  readonly embedder?: Embedder;
  /** Settles with the problem, or with undefined when it works. A server need not wait for it, a command does. */
  readonly started: Promise<string | undefined>;
}

/** Opens the remote embedder when one is set, else starts the local one in the background. Never throws: words always work. */
export async function openEmbedder(options: EmbedderOptions): Promise<OpenedEmbedder> {
  if (!options.remote) {
    const embedder = new LocalEmbedder(options);
    return { embedder, started: embedder.started };
  }
  try {
    return {
      embedder: await OpenAiEmbedder.open(options.remote, options.questionDeadline),
      started: Promise.resolve(undefined),
    };
  } catch (error) {
    const code = error instanceof BotError ? error.code : 'failed';
    options.log.warn(
      'EMBEDDINGS_BASE_URL does not answer; search goes on with words only until the next start.',
      {
        code,
      },
    );
    return { started: Promise.resolve(code) };
  }
}
