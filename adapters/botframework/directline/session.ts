import { z } from 'zod';
import { ConflictError } from '../../../bot/errors.ts';
import type { Store } from '../../../bot/ports/store.ts';

const record = z.object({
  /** Grows when the conversation is ended (quick exit): tokens of an older generation are dead. */
  generation: z.number().default(0),
  /** Hash of the return code that is now good for this conversation. */
  returnHash: z.string().optional(),
  /** Uploads whose bytes still wait for their media job. */
  uploads: z.array(z.string()).default([]),
});

/** What the channel itself remembers of a conversation, under `directline/{id}`. */
export type SessionRecord = z.infer<typeof record>;

/** Reads and changes {@link SessionRecord}s. */
export interface Sessions {
  read(conversation: string): Promise<SessionRecord>;
  /** Changes the record; tries again when another request changed it meanwhile. Gives the new one. */
  update(
    conversation: string,
    at: number,
    change: (now: SessionRecord) => SessionRecord,
  ): Promise<SessionRecord>;
}

/** Sessions in the durable store. */
export function createSessions(store: Store): Sessions {
  const load = async (conversation: string) => {
    const key = `directline/${conversation}`;
    const entry = (await store.read([key])).get(key);
    return { key, value: record.parse(entry?.value ?? {}), version: entry?.version ?? null };
  };
  return {
    read: async (conversation) => (await load(conversation)).value,
    update: async (conversation, at, change) => {
      for (let tries = 1; ; tries += 1) {
        const now = await load(conversation);
        const value = change(now.value);
        try {
          await store.commit({ at, entries: [{ key: now.key, value, expected: now.version }] });
          return value;
        } catch (error) {
          if (!(error instanceof ConflictError) || tries >= 5) throw error;
        }
      }
    },
  };
}
