import { z } from 'zod';
import { lineId } from './address.ts';

/** Shapes of what LINE sends (webhook.yml of line/line-openapi). Loose on purpose: LINE adds fields without notice (L-10). */

const media = { id: lineId, contentProvider: z.object({ type: z.string() }).optional() };
const markAsReadToken = z.string().optional();

/** `message` of a message event, by `type`. */
const messageContent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), id: lineId, text: z.string(), markAsReadToken }),
  z.object({ type: z.literal('image'), ...media, markAsReadToken }),
  z.object({ type: z.literal('video'), ...media, markAsReadToken }),
  z.object({ type: z.literal('audio'), ...media, markAsReadToken }),
  z.object({
    type: z.literal('file'),
    id: lineId,
    fileName: z.string(),
    fileSize: z.number().optional(),
    markAsReadToken,
  }),
  z.object({
    type: z.literal('location'),
    id: lineId,
    title: z.string().optional(),
    address: z.string().optional(),
    latitude: z.number(),
    longitude: z.number(),
    markAsReadToken,
  }),
  z.object({
    type: z.literal('sticker'),
    id: lineId,
    keywords: z.array(z.string()).optional(),
    text: z.string().optional(),
    markAsReadToken,
  }),
]);

/** See {@link messageContent}. */
export type MessageContent = z.infer<typeof messageContent>;

/** `source` of an event; a user's id can be absent (L-9). */
const source = z.discriminatedUnion('type', [
  z.object({ type: z.literal('user'), userId: lineId.optional() }),
  z.object({ type: z.literal('group'), groupId: lineId, userId: lineId.optional() }),
  z.object({ type: z.literal('room'), roomId: lineId, userId: lineId.optional() }),
]);

/** What every event has; all of it optional, because an event that we cannot read is stored and skipped. */
export const eventFrame = z.object({
  type: z.string().catch('untyped'),
  timestamp: z.number().int().nonnegative().optional().catch(undefined),
  mode: z.string().optional().catch('standby'),
  webhookEventId: z.string().min(1).max(64).optional().catch(undefined),
  deliveryContext: z.object({ isRedelivery: z.boolean() }).optional().catch(undefined),
  source: source.optional().catch(undefined),
  replyToken: z.string().min(1).max(256).optional().catch(undefined),
});

/** See {@link eventFrame}. */
export type EventFrame = z.infer<typeof eventFrame>;

/** The parts of events that we act on. */
export const eventDetail = z.discriminatedUnion('type', [
  z.object({ type: z.literal('message'), message: messageContent }),
  z.object({ type: z.literal('follow'), follow: z.object({ isUnblocked: z.boolean() }).optional() }),
  z.object({ type: z.literal('unfollow') }),
  z.object({ type: z.literal('postback'), postback: z.object({ data: z.string() }) }),
  z.object({ type: z.literal('unsend'), unsend: z.object({ messageId: lineId }) }),
]);

/** The request body. */
export const webhookBody = z.object({ events: z.array(z.record(z.string(), z.unknown())) });
