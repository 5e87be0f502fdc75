import { z } from 'zod';
import type { Installations } from '../../adapters/slack/installations.ts';
import type { Clock } from '../clock.ts';
import { ConflictError } from '../errors.ts';
import type { Store } from '../ports/store.ts';

const installation = z.object({ botToken: z.string(), botUserId: z.string().optional() });

const keyOf = (team: string) => `slack/installation/${team}`;

/** Slack installations as entries of the store, which encrypts them (S-11). A team installed twice at once keeps the later one. */
export function storedInstallations(store: Store, clock: Clock): Installations {
  const write: Installations['write'] = async (team, value) => {
    const key = keyOf(team);
    const expected = (await store.read([key])).get(key)?.version ?? null;
    if (value === undefined && expected === null) return;
    const { botToken, botUserId } = value ?? {};
    const fresh = botToken === undefined ? null : { botToken, ...(botUserId ? { botUserId } : {}) };
    try {
      await store.commit({ at: clock.now(), entries: [{ key, value: fresh, expected }] });
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
      await write(team, value);
    }
  };
  return {
    read: async (team) => {
      const stored = installation.safeParse((await store.read([keyOf(team)])).get(keyOf(team))?.value).data;
      return (
        stored && { botToken: stored.botToken, ...(stored.botUserId ? { botUserId: stored.botUserId } : {}) }
      );
    },
    write,
  };
}
