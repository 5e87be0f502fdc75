import { z } from 'zod';
import type { SlackAddress } from './address.ts';
import { METADATA_EVENT } from './ids.ts';
import { SlackApiError } from './slack-api-error.ts';
import type { SlackClient } from './slack-client.ts';

/** Messages a page, and pages at most: an answer stands right behind the message that it answers. */
const PAGE = 100;
const PAGES = 3;

const found = z.object({
  ts: z.string(),
  metadata: z.object({ event_type: z.string(), event_payload: z.looseObject({ outbox_id: z.string() }) }),
});

/**
 * The timestamp of the message that carries our outbox id, if an earlier try left one (S-9: `chat.postMessage` has no key).
 * Looks in the thread, or in the channel when there is none. Undefined too when the app lacks the scope to look: a
 * message said twice is better than one that nobody gets. Throws SlackApiError.
 */
export async function findSent(
  client: SlackClient,
  token: string,
  { channel, thread, since }: SlackAddress,
  outboxId: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const common = { channel, limit: PAGE, include_all_metadata: true, ...(since ? { oldest: since } : {}) };
  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const more = cursor ? { cursor } : {};
    try {
      const result = await client.call(
        { endpoint: thread ? 'conversations.replies' : 'conversations.history', token, signal },
        (api) =>
          thread
            ? api.conversations.replies({ ...common, ...more, ts: thread })
            : api.conversations.history({ ...common, ...more }),
      );
      for (const message of result.messages ?? []) {
        const ours = found.safeParse(message);
        if (!ours.success || ours.data.metadata.event_type !== METADATA_EVENT) continue;
        if (ours.data.metadata.event_payload.outbox_id === outboxId) return ours.data.ts;
      }
      cursor = result.response_metadata?.next_cursor;
    } catch (error) {
      const blind =
        error instanceof SlackApiError && ['missing_scope', 'thread_not_found'].includes(error.slack);
      if (blind) return undefined;
      throw error;
    }
    if (!cursor) return undefined;
  }
  return undefined;
}
