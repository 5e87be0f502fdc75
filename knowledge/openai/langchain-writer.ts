import { ChatOpenAI } from '@langchain/openai';
import { createAgent, providerStrategy } from 'langchain';
import { z } from 'zod';
import type { DraftSentence, WriteRequest, Writer } from '../../bot/ports/writer.ts';
import { WriterError } from '../writer/writer-error.ts';
import { writerData, writerInstructions } from './writer-prompt.ts';

/** A server that speaks OpenAI's chat interface. */
export interface LangchainWriterOptions {
  /** Absent: OpenAI's own. */
  readonly baseUrl?: string;
  /** Many local servers need none. */
  readonly apiKey?: string;
  readonly model: string;
  /** Limit of an answer (O-6: one that reaches it counts as cut off). */
  readonly maxTokens?: number;
}

/** O-5: the client's own ten minutes would outlive every turn; the caller's deadline is shorter still. */
const TIMEOUT = 20_000;
const MAX_TOKENS = 1200;
/** Steps of the agent: one call, no tools. */
const STEPS = 4;

/** What the server is asked for. */
const draftForm = z.object({
  sentences: z.array(z.object({ text: z.string(), passage: z.string() })),
});

/** What we take, whatever the server let through. */
const draft = z.strictObject({
  sentences: z.array(z.strictObject({ text: z.string().max(2000), passage: z.string().max(40) })).max(40),
});

/** Drafts by a LangChain agent without tools over a chat model with strict structured output. Tries once; nothing is stored (O-1). */
export class LangchainWriter implements Writer {
  readonly model: string;
  readonly #options: LangchainWriterOptions;

  constructor(options: LangchainWriterOptions) {
    this.model = options.model;
    this.#options = options;
  }

  async write(request: WriteRequest): Promise<readonly DraftSentence[]> {
    const { signal, lang } = request;
    signal.throwIfAborted();
    try {
      const agent = createAgent({
        model: this.#chat(request.person),
        tools: [],
        systemPrompt: writerInstructions(lang),
        responseFormat: providerStrategy(draftForm),
      });
      const { structuredResponse } = await agent.invoke(
        { messages: [{ role: 'user', content: writerData(request) }] },
        { signal, recursionLimit: STEPS },
      );
      const checked = draft.safeParse(structuredResponse);
      if (!checked.success)
        throw new WriterError('writer_broken', 'The model answered in another form than asked for.');
      return checked.data.sentences;
    } catch (error) {
      signal.throwIfAborted();
      throw writerErrorOf(error);
    }
  }

  #chat(person: string): ChatOpenAI {
    const { baseUrl, apiKey, model, maxTokens } = this.#options;
    return new ChatOpenAI({
      model,
      apiKey: apiKey ?? 'none',
      timeout: TIMEOUT,
      maxRetries: 0,
      maxTokens: maxTokens ?? MAX_TOKENS,
      // Compatible servers know chat completions only.
      useResponsesApi: false,
      modelKwargs: { store: false, safety_identifier: person },
      configuration: { logLevel: 'off', ...(baseUrl ? { baseURL: baseUrl } : {}) },
    });
  }
}

/** Errors of the client and of LangChain in our words. Their own messages may quote the model, so they are not kept. */
function writerErrorOf(error: unknown): WriterError {
  if (error instanceof WriterError) return error;
  const name = error instanceof Error ? error.constructor.name : '';
  const status = statusOf(error);
  if (name === 'LengthFinishReasonError')
    return new WriterError('writer_cut_off', 'The model’s answer was cut off.');
  if (name === 'ContentFilterFinishReasonError' || name === 'StructuredOutputParsingError')
    return new WriterError('writer_refused', 'The model refused or gave no answer in the form asked for.');
  if (status === 429 || status === 408 || status === 409)
    return new WriterError('writer_busy', 'The model’s server is busy.');
  if (status !== undefined && status >= 400 && status < 500)
    return new WriterError(
      'writer_denied',
      `The model’s server refuses the call (${status}): check OPENAI_API_KEY, OPENAI_MODEL.`,
    );
  if (status !== undefined || name.startsWith('APIConnection'))
    return new WriterError('writer_down', 'The model’s server does not answer.');
  return new WriterError('writer_broken', 'The model’s answer could not be read.');
}

function statusOf(error: unknown): number | undefined {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  return typeof status === 'number' ? status : undefined;
}
