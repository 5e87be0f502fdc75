import type { messagingApi } from '@line/bot-sdk';
import { z } from 'zod';
import type { Json } from '../../bot/json.ts';
import { jsonBytes, LIMITS } from './limits.ts';

/** One call's messages; `deliver` adds `to` or `replyToken`. */
export interface LineBody {
  readonly messages: messagingApi.Message[];
}

/** Reads a stored body. */
export const lineBody = z.object({ messages: z.custom<messagingApi.Message[]>(Array.isArray) });

/** Calls of at most five messages and 2 MB each (L-25). */
export function toCalls(messages: readonly messagingApi.Message[]): readonly LineBody[] {
  const calls: LineBody[] = [];
  let current: messagingApi.Message[] = [];
  for (const message of messages) {
    const full = current.length === LIMITS.messagesPerCall;
    if (full || (current.length > 0 && jsonBytes([...current, message]) > LIMITS.bodyBytes)) {
      calls.push({ messages: current });
      current = [];
    }
    current.push(message);
  }
  if (current.length > 0) calls.push({ messages: current });
  return calls;
}

/** LINE shows the quick replies of the last message only (L-27): the newest ones move there. */
function quickRepliesLast(messages: readonly messagingApi.Message[]): messagingApi.Message[] {
  const quickReply = messages.findLast((message) => message.quickReply)?.quickReply;
  return messages.map(({ quickReply: _moved, ...message }, index) =>
    quickReply && index === messages.length - 1 ? { ...message, quickReply } : message,
  ) as messagingApi.Message[];
}

/** Bodies of one turn in as few calls as LINE allows: a reply token is good for one, and each push costs quota (L-20, L-23). */
export function joinBodies(bodies: readonly Json[]): readonly Json[] {
  const messages = bodies.flatMap((body) => lineBody.parse(body).messages);
  return toCalls(messages).map((call) => plainJson({ messages: quickRepliesLast(call.messages) }));
}

/** The body as plain data, without properties that are undefined. */
export function plainJson(body: LineBody): Json {
  return JSON.parse(JSON.stringify(body)) as Json;
}
