import OpenAI from 'openai';
import type { Embedder } from '../../bot/ports/embedder.ts';
import { EmbeddingError } from '../embedding/embedding-error.ts';

/** A server that speaks OpenAI's embeddings interface. */
export interface OpenAiEmbedderOptions {
  readonly baseUrl: string;
  readonly model: string;
  /** Many local servers need none. */
  readonly apiKey?: string;
}

/** O-5: the client's own ten minutes and two retries would outlive every turn. */
const TIMEOUT = 20_000;
/** Milliseconds for a question; after that the turn goes on with words. */
const QUESTION_DEADLINE = 800;
/** Texts in one request, far below the limits of O-7. */
const PORTION = 64;

/** Embeddings from OpenAI or any compatible server. Asks once for the vectors' length when opened. */
export class OpenAiEmbedder implements Embedder {
  readonly model: string;
  readonly dimensions: number;
  readonly #client: OpenAI;
  readonly #questionDeadline: number;
  #problem: string | undefined;

  private constructor(client: OpenAI, model: string, dimensions: number, questionDeadline: number) {
    this.#questionDeadline = questionDeadline;
    this.#client = client;
    this.model = model;
    this.dimensions = dimensions;
  }

  /** Throws EmbeddingError when the server does not answer or not with vectors. */
  static async open(
    { baseUrl, model, apiKey }: OpenAiEmbedderOptions,
    questionDeadline = QUESTION_DEADLINE,
  ): Promise<OpenAiEmbedder> {
    const client = new OpenAI({
      baseURL: baseUrl,
      apiKey: apiKey ?? 'none',
      timeout: TIMEOUT,
      maxRetries: 1,
      logLevel: 'off',
    });
    const probe = new OpenAiEmbedder(client, model, 0, questionDeadline);
    const [vector] = await probe.#embed(['probe']);
    if (!vector || vector.length === 0)
      throw new EmbeddingError(
        'embedder_refused',
        'EMBEDDINGS_BASE_URL gives no vectors: check EMBEDDINGS_MODEL.',
      );
    return new OpenAiEmbedder(client, model, vector.length, questionDeadline);
  }

  problem(): string | undefined {
    return this.#problem;
  }

  embedQueries(texts: readonly string[], signal?: AbortSignal): Promise<readonly Float32Array[]> {
    const deadline = AbortSignal.timeout(this.#questionDeadline);
    return this.#embed(texts, signal ? AbortSignal.any([signal, deadline]) : deadline);
  }

  async embedPassages(texts: readonly string[], signal?: AbortSignal): Promise<readonly Float32Array[]> {
    const vectors: Float32Array[] = [];
    for (let at = 0; at < texts.length; at += PORTION)
      vectors.push(...(await this.#embed(texts.slice(at, at + PORTION), signal)));
    return vectors;
  }

  async close(): Promise<void> {
    this.#problem = 'closed';
  }

  async #embed(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]> {
    try {
      const answer = await this.#client.embeddings.create(
        { model: this.model, input: [...texts], encoding_format: 'float' },
        signal ? { signal } : {},
      );
      const sorted = [...answer.data].sort((a, b) => a.index - b.index);
      if (sorted.length !== texts.length)
        throw new EmbeddingError('embedder_refused', 'The embeddings server gave too few vectors.');
      if (this.dimensions > 0 && sorted.some(({ embedding }) => embedding.length !== this.dimensions))
        throw new EmbeddingError('embedder_refused', 'The embeddings server gave vectors of another length.');
      return sorted.map(({ embedding }) => unit(embedding));
    } catch (cause) {
      if (cause instanceof EmbeddingError) throw cause;
      throw new EmbeddingError(
        'embedder_down',
        'The embeddings server did not answer; words only this time.',
        {
          cause,
        },
      );
    }
  }
}

/** Scaled to length 1: not every server does it. */
function unit(values: readonly number[]): Float32Array {
  const length = Math.hypot(...values);
  return Float32Array.from(values, (value) => (length > 0 ? value / length : 0));
}
