import { z } from 'zod';
import type { Json } from '../../bot/json.ts';

/** Ids as Slack gives them (`T…`, `C…`, `D…`, `U…`): they go into API calls, so nothing else is let in. */
export const slackId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

/** A message's timestamp, which is also its id within a channel: seconds, a dot, a counter. */
export const slackTs = z.string().regex(/^\d{1,16}\.\d{1,10}$/);

const slackAddress = z.object({
  team: slackId,
  /** Set when the app is installed for a whole organisation. */
  enterprise: slackId.optional(),
  channel: slackId,
  /** Who wrote: the only person who sees an ephemeral message. */
  user: slackId.optional(),
  /** Root of the thread that answers go into. */
  thread: slackTs.optional(),
  /** The message that is answered: our own answer can only stand behind it (S-9). */
  since: slackTs.optional(),
  /** True where a conversation is visible to `user` alone (slash command in a channel). */
  only: z.boolean().optional(),
});

/** Where an answer goes: stored in `Activity.address`. */
export type SlackAddress = z.infer<typeof slackAddress>;

/** Reads a stored address; undefined when the event had none. */
export function readAddress(address: Json): SlackAddress | undefined {
  const parsed = slackAddress.safeParse(address);
  return parsed.success ? parsed.data : undefined;
}

/** Channels of two (a person and the app) have ids that begin with D. */
export const isDirect = (channel: string): boolean => channel.startsWith('D');

/**
 * Conversation ids: a direct chat is one conversation whatever its threads (each message may be a thread root, S-12);
 * in a channel each thread is one; what only `user` sees is theirs.
 */
export function conversationOf({ team, channel, user, thread, only }: SlackAddress): string {
  const last = isDirect(channel) || only ? user : (thread ?? user);
  return `slack:${team}:${channel}:${last ?? 'nobody'}`;
}

/** Epoch milliseconds of a Slack timestamp. */
export const timeOf = (ts: string): number => Math.floor(Number(ts) * 1000);
