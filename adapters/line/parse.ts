import { createHash } from 'node:crypto';
import type { Activity } from '../../bot/activity.ts';
import { MalformedError } from '../../bot/errors.ts';
import type { LineAddress } from './address.ts';
import { LIMITS } from './limits.ts';
import { parseMessage } from './parse-message.ts';
import type { PostbackSeal } from './postback.ts';
import { type EventFrame, eventDetail, eventFrame, webhookBody } from './webhook-schema.ts';

/** Milliseconds after receipt for which a reply token is used (L-20: LINE promises a minute, field reports say 30 s). */
const REPLY_FRESH_MS = 20_000;
/** A redelivered event older than this has no usable reply token (L-20). */
const REDELIVERY_MAX_AGE_MS = 20 * 60_000;

/** What parsing needs from outside. */
export interface ParseOptions {
  /** Epoch milliseconds of receipt. */
  readonly now: number;
  readonly seal: PostbackSeal;
}

type Base = Pick<
  Activity,
  'id' | 'channel' | 'conversation' | 'address' | 'from' | 'at' | 'mayReply' | 'replyHandle'
>;

function addressOf(frame: EventFrame): LineAddress | undefined {
  const { source } = frame;
  if (source?.type === 'group') return { to: source.groupId, kind: 'group' };
  if (source?.type === 'room') return { to: source.roomId, kind: 'room' };
  return source?.userId === undefined ? undefined : { to: source.userId, kind: 'user' };
}

function replyHandleOf(frame: EventFrame, at: number, now: number): Base['replyHandle'] {
  if (frame.replyToken === undefined) return undefined;
  if (frame.deliveryContext?.isRedelivery && now - at > REDELIVERY_MAX_AGE_MS) return undefined;
  return { token: frame.replyToken, expiresAt: now + REPLY_FRESH_MS };
}

function baseOf(event: unknown, frame: EventFrame, now: number): Base {
  const address = addressOf(frame);
  const at = frame.timestamp ?? now;
  const replyHandle = replyHandleOf(frame, at, now);
  return {
    // An event without an id still counts once: the hash of its content is its id.
    id:
      frame.webhookEventId ??
      `sha256-${createHash('sha256').update(JSON.stringify(event)).digest('hex').slice(0, 40)}`,
    channel: 'line',
    conversation: `line:${address?.to ?? 'nobody'}`,
    address: address ?? null,
    from: { id: frame.source?.userId ?? address?.to ?? 'nobody', role: 'trainee' },
    at,
    ...(frame.mode !== undefined && frame.mode !== 'active' ? { mayReply: false } : {}),
    ...(address === undefined ? { mayReply: false } : {}),
    ...(replyHandle ? { replyHandle } : {}),
  };
}

function parseEvent(event: Readonly<Record<string, unknown>>, options: ParseOptions): Activity {
  const frame = eventFrame.parse(event);
  const base = baseOf(event, frame, options.now);
  const unknown = (what: string): Activity => ({
    ...base,
    type: 'unknown',
    what: what.replace(/[^\w.-]/g, '').slice(0, 60),
  });
  const detail = eventDetail.safeParse(event);
  if (!detail.success) {
    const { message } = event;
    const named = typeof message === 'object' && message !== null && 'type' in message;
    return unknown(named ? `${frame.type}.${message.type}` : frame.type);
  }
  switch (detail.data.type) {
    case 'message':
      return (
        parseMessage(base, detail.data.message) ?? unknown(`message.${detail.data.message.type}.external`)
      );
    case 'follow':
      return { ...base, type: 'joined', ...(detail.data.follow?.isUnblocked ? { returning: true } : {}) };
    case 'unfollow':
      return { ...base, type: 'left' };
    case 'unsend':
      return { ...base, type: 'retracted', messageId: detail.data.unsend.messageId };
    case 'postback': {
      const value = options.seal.open(detail.data.postback.data.slice(0, LIMITS.postbackData + 1));
      return value === undefined ? unknown('postback.unsealed') : { ...base, type: 'action', value };
    }
  }
}

/**
 * Activities of one verified webhook body, in the order in which LINE put them (the lane orders by `at`, L-7).
 * Throws MalformedError when the body is not JSON or has no list of events. An event or message type that we do
 * not know, or that lacks what we need, becomes `unknown` (L-10); identifiers in texts are masked.
 */
export function parseWebhook(body: Uint8Array, options: ParseOptions): readonly Activity[] {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    // The parser's own message quotes the text: it must not travel on (P-7).
    throw new MalformedError('The LINE webhook body is not JSON in UTF-8.');
  }
  const parsed = webhookBody.safeParse(json);
  if (!parsed.success) throw new MalformedError('The LINE webhook body has no list of events.');
  return parsed.data.events.map((event) => parseEvent(event, options));
}
