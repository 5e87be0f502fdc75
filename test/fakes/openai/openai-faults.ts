import type { FakeAnswer } from '../http-server.ts';

/** Calls that can be made to go wrong. */
export type OpenAiCall = 'chat' | 'embeddings' | 'transcription' | 'moderation';

/** A way in which a model's server can go wrong. */
export type OpenAiFaultKind =
  | 'rate-limit'
  | 'server-error'
  | 'unauthorized'
  | 'bad-request'
  | 'cut'
  | 'hang'
  | 'garbage';

/** Faults to play, call by call. */
export interface OpenAiFaults {
  /** The next `times` calls of this kind go wrong (default 1), in the order given. */
  next(call: OpenAiCall, kind: OpenAiFaultKind, times?: number): void;
  /** Every call of this kind goes wrong until `clear`. */
  always(call: OpenAiCall, kind: OpenAiFaultKind): void;
  clear(): void;
  /** The fault of this call, used up. For the fake itself. */
  take(call: OpenAiCall): OpenAiFaultKind | undefined;
}

/** No faults at first. */
export function createOpenAiFaults(): OpenAiFaults {
  const queues = new Map<OpenAiCall, OpenAiFaultKind[]>();
  const standing = new Map<OpenAiCall, OpenAiFaultKind>();
  return {
    next(call, kind, times = 1) {
      const queue = queues.get(call) ?? [];
      queue.push(...Array.from({ length: times }, () => kind));
      queues.set(call, queue);
    },
    always: (call, kind) => void standing.set(call, kind),
    clear() {
      queues.clear();
      standing.clear();
    },
    take: (call) => queues.get(call)?.shift() ?? standing.get(call),
  };
}

/** An error in OpenAI's form. */
export function openAiError(status: number, code: string, message: string): FakeAnswer {
  return {
    status,
    headers: { 'x-request-id': 'req_fake' },
    body: { error: { message, type: code, param: null, code } },
  };
}

/** The wrong answer. */
export function faultAnswer(kind: OpenAiFaultKind): FakeAnswer {
  switch (kind) {
    case 'rate-limit':
      return openAiError(429, 'rate_limit_exceeded', 'Rate limit reached.');
    case 'server-error':
      return openAiError(500, 'server_error', 'The server had an error.');
    case 'unauthorized':
      return openAiError(401, 'invalid_api_key', 'Incorrect API key provided.');
    case 'bad-request':
      return openAiError(400, 'invalid_request_error', 'Unsupported value.');
    case 'cut':
      return { cut: true };
    case 'garbage':
      return { headers: { 'content-type': 'text/html' }, body: '<html>upstream</html>' };
    default:
      return { hang: true };
  }
}
