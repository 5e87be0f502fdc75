import type { FakeAnswer } from '../http-server.ts';
import type { ChatRequest } from './openai-request.ts';

/** What the model "thinks" of a chat call. A string is its content as it is; an object is written as JSON. */
export type ChatReply =
  | { readonly content: string | object }
  /** The answer was cut off at the limit of tokens. */
  | { readonly cutOff: string }
  | { readonly refusal: string };

/** A fixed reply, or one that reads the call: an obedient model that follows whatever it is told. */
export type ChatScript = ChatReply | ((request: ChatRequest) => ChatReply);

/** Replies to play. */
export interface ChatReplies {
  /** The next chat call gets this. */
  next(script: ChatScript): void;
  /** Every call without a `next` gets this. */
  always(script: ChatScript): void;
  /** For the fake itself. */
  take(request: ChatRequest): ChatReply;
}

/** At first every call gets `{}`. */
export function createChatReplies(): ChatReplies {
  const queue: ChatScript[] = [];
  let standing: ChatScript = { content: {} };
  return {
    next: (script) => void queue.push(script),
    always(script) {
      standing = script;
    },
    take(request) {
      const script = queue.shift() ?? standing;
      return typeof script === 'function' ? script(request) : script;
    },
  };
}

/** The reply in OpenAI's form. */
export function chatAnswer(reply: ChatReply, model: string, count: number): FakeAnswer {
  const content =
    'content' in reply
      ? typeof reply.content === 'string'
        ? reply.content
        : JSON.stringify(reply.content)
      : 'cutOff' in reply
        ? reply.cutOff
        : null;
  const refusal = 'refusal' in reply ? reply.refusal : null;
  return {
    headers: { 'x-request-id': `req_${count}` },
    body: {
      id: `chatcmpl-${count}`,
      object: 'chat.completion',
      created: 1_763_942_400 + count,
      model,
      choices: [
        {
          index: 0,
          message: { role: 'assistant', content, refusal },
          logprobs: null,
          finish_reason: 'cutOff' in reply ? 'length' : 'stop',
        },
      ],
      usage: { prompt_tokens: 100, completion_tokens: 50, total_tokens: 150 },
    },
  };
}
