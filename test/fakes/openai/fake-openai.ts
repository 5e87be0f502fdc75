import type { z } from 'zod';
import { type FakeAnswer, type RecordedRequest, startHttpServer } from '../http-server.ts';
import {
  createOpenAiFaults,
  faultAnswer,
  type OpenAiCall,
  type OpenAiFaults,
  openAiError,
} from './openai-faults.ts';
import { type ChatReplies, chatAnswer, createChatReplies } from './openai-replies.ts';
import { type ChatRequest, chatRequest, embeddingsRequest, moderationRequest } from './openai-request.ts';
import { base64Floats, textVector } from './openai-vectors.ts';

/** Settings of the fake. */
export interface FakeOpenAiOptions {
  /** The only key that is let in. */
  readonly apiKey?: string;
  /** Length of vectors when the call names none (default 64). */
  readonly dimensions?: number;
}

/** An OpenAI-compatible server on 127.0.0.1. */
export interface FakeOpenAi {
  /** Ends in `/v1`: what `OPENAI_BASE_URL` is set to. */
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly requests: readonly RecordedRequest[];
  /** Chat calls that were well-formed, in order. */
  readonly chats: readonly ChatRequest[];
  /** What was wrong with calls that were refused: empty in a sound test. */
  readonly refused: readonly string[];
  readonly replies: ChatReplies;
  readonly faults: OpenAiFaults;
  /** What the next transcriptions hear. */
  transcribe(text: string): void;
  /** Texts that hold one of these words are flagged as self-harm. */
  flag(word: string): void;
  hanging(): number;
  stop(): Promise<void>;
}

const ROUTES: Readonly<Record<string, OpenAiCall>> = {
  '/v1/chat/completions': 'chat',
  '/v1/embeddings': 'embeddings',
  '/v1/audio/transcriptions': 'transcription',
  '/v1/moderations': 'moderation',
};

/** Starts the fake. Chat, embeddings, transcription and moderation; refuses what we must never send. */
export async function startFakeOpenAi(options: FakeOpenAiOptions = {}): Promise<FakeOpenAi> {
  const { apiKey = 'sk-fake-key', dimensions = 64 } = options;
  const replies = createChatReplies();
  const faults = createOpenAiFaults();
  const chats: ChatRequest[] = [];
  const refused: string[] = [];
  const flagged: string[] = [];
  let heard = '';

  const refuse = (status: number, code: string, message: string): FakeAnswer => {
    refused.push(message);
    return openAiError(status, code, message);
  };
  const parsed = <T>(schema: z.ZodType<T>, text: string): T | FakeAnswer => {
    const found = schema.safeParse(readJson(text));
    if (found.success) return found.data;
    const issue = found.error.issues[0];
    return refuse(400, 'invalid_request_error', `${issue?.path.join('.')}: ${issue?.message}`);
  };

  const handlers: Readonly<Record<OpenAiCall, (request: RecordedRequest) => FakeAnswer>> = {
    chat: ({ text }) => {
      const call = parsed(chatRequest, text);
      if (!('messages' in call)) return call;
      chats.push(call);
      return chatAnswer(replies.take(call), call.model, chats.length);
    },
    embeddings: ({ text }) => {
      const call = parsed(embeddingsRequest, text);
      if (!('input' in call)) return call;
      const data = call.input.map((input, index) => {
        const vector = textVector(input, call.dimensions ?? dimensions);
        const embedding = call.encoding_format === 'base64' ? base64Floats(vector) : vector;
        return { object: 'embedding', index, embedding };
      });
      return {
        body: { object: 'list', data, model: call.model, usage: { prompt_tokens: 1, total_tokens: 1 } },
      };
    },
    transcription: ({ headers, text }) => {
      if (!headers['content-type']?.startsWith('multipart/form-data'))
        return refuse(400, 'invalid_request_error', 'A transcription is a form with a file.');
      if (!/name="file"; filename="/.test(text) || !/name="model"/.test(text))
        return refuse(400, 'invalid_request_error', 'A transcription needs a file and a model.');
      return { body: { text: heard } };
    },
    moderation: ({ text }) => {
      const call = parsed(moderationRequest, text);
      if (!('input' in call)) return call;
      const results = call.input.map((input) => {
        const hit = flagged.some((word) => input.includes(word));
        const score = hit ? 0.98 : 0.01;
        return {
          flagged: hit,
          categories: { 'self-harm': hit, 'self-harm/intent': hit, 'self-harm/instructions': false },
          category_scores: { 'self-harm': score, 'self-harm/intent': score, 'self-harm/instructions': 0.01 },
        };
      });
      return { body: { id: 'modr-1', model: 'omni-moderation-latest', results } };
    },
  };

  const server = await startHttpServer((request) => {
    const call = request.method === 'POST' ? ROUTES[request.path] : undefined;
    if (!call) return openAiError(404, 'not_found', `No ${request.method} ${request.path}.`);
    if (request.headers.authorization !== `Bearer ${apiKey}`)
      return refuse(401, 'invalid_api_key', 'Incorrect API key provided.');
    const fault = faults.take(call);
    return fault ? faultAnswer(fault) : handlers[call](request);
  });
  // A connection that closes itself while a client reuses it would make tests fail by the clock.
  server.server.keepAliveTimeout = 0;
  return {
    baseUrl: `${server.url}/v1`,
    apiKey,
    requests: server.requests,
    chats,
    refused,
    replies,
    faults,
    transcribe: (text) => {
      heard = text;
    },
    flag: (word) => void flagged.push(word),
    hanging: server.hanging,
    stop: server.stop,
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
