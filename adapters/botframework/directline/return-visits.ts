import { z } from 'zod';
import { ConflictError } from '../../../bot/errors.ts';
import type { DirectLineOptions } from './options.ts';
import { hashReturnCode, makeReturnCode, RETURN_MS, readReturnCode } from './return-code.ts';
import type { Sessions } from './session.ts';

const visit = z.object({ conversation: z.string(), user: z.string(), until: z.number() });

/** The way back into a conversation from any phone, without an account. */
export interface ReturnVisits {
  /** A new code for the conversation; an older one of the same conversation dies. */
  make(conversation: string, user: string): Promise<{ code: string; until: number }>;
  /** The conversation of a good code, whose 30 days begin again; undefined for any other. */
  redeem(typed: string): Promise<{ conv: string; user: string; gen: number; until: number } | undefined>;
}

/** Entries `returncode/{keyed hash}`; the code itself is shown once and stored nowhere. */
export function createReturnVisits(options: DirectLineOptions, sessions: Sessions): ReturnVisits {
  const { store, clock, tokenKey } = options;
  const load = async (hash: string) => {
    const key = `returncode/${hash}`;
    const entry = (await store.read([key])).get(key);
    return { key, version: entry?.version ?? null, visit: visit.safeParse(entry?.value).data };
  };
  return {
    make: async (conversation, user) => {
      const code = makeReturnCode();
      const hash = hashReturnCode(tokenKey, code);
      const at = clock.now();
      const until = at + RETURN_MS;
      const before = (await sessions.read(conversation)).returnHash;
      const old = before ? await load(before) : undefined;
      await store.commit({
        at,
        entries: [
          { key: `returncode/${hash}`, value: { conversation, user, until }, expected: null },
          ...(old?.version ? [{ key: old.key, value: null, expected: old.version }] : []),
        ],
      });
      await sessions.update(conversation, at, (now) => ({ ...now, returnHash: hash }));
      return { code, until };
    },
    redeem: async (typed) => {
      const code = readReturnCode(typed);
      if (!code) return undefined;
      const found = await load(hashReturnCode(tokenKey, code));
      if (!found.visit || found.version === null) return undefined;
      const at = clock.now();
      const { conversation, user, until } = found.visit;
      const over = until <= at;
      const next = over ? null : { conversation, user, until: at + RETURN_MS };
      try {
        await store.commit({ at, entries: [{ key: found.key, value: next, expected: found.version }] });
      } catch (error) {
        // Two phones came back at the same moment: the other one has prolonged it.
        if (!(error instanceof ConflictError)) throw error;
      }
      if (over) return undefined;
      const { generation } = await sessions.read(conversation);
      return { conv: conversation, user, gen: generation, until: at + RETURN_MS };
    },
  };
}
