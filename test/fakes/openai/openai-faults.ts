import { createFaultPlan, type FaultPlan } from '../fault-plan.ts';
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
export type OpenAiFaults = FaultPlan<OpenAiCall, OpenAiFaultKind>;

/** No faults at first. */
export const createOpenAiFaults = (): OpenAiFaults => createFaultPlan();

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
