import { z } from 'zod';
import type { Json } from '../../bot/json.ts';

const account = z.object({ id: z.string().min(1).max(512) });

const botFrameworkAddress = z.object({
  /** Where the channel's connector listens; proven by the token of the request that brought it. */
  serviceUrl: z.url({ protocol: /^https?$/ }).max(1_000),
  channelId: z.string().regex(/^[\w-]{1,40}$/),
  conversation: z.object({ id: z.string().min(1).max(512), tenantId: z.string().max(100).optional() }),
  /** True in a conversation of several people. */
  group: z.boolean().optional(),
  user: account,
  bot: account,
  /** The message that is answered. */
  activityId: z.string().max(512).optional(),
});

/** Where an answer goes (a conversation reference of the protocol): stored in `Activity.address`. */
export type BotFrameworkAddress = z.infer<typeof botFrameworkAddress>;

/** Reads a stored address; undefined when it is none. */
export function readAddress(address: Json): BotFrameworkAddress | undefined {
  const parsed = botFrameworkAddress.safeParse(address);
  return parsed.success ? parsed.data : undefined;
}
