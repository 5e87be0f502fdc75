/** Trigger ids (one use, 3 s) and response addresses (5 uses, 30 minutes), on the fake's clock. */
export interface SlackTriggers {
  issue(user: string): string;
  /** The trigger's person, once; undefined when unknown, used or older than 3 s. */
  use(id: string): string | undefined;
  /** Id of a fresh response address. */
  hook(channel: string, user: string): string;
  /** Where an answer at this address goes; undefined when it is used up or too old. */
  respond(id: string): { readonly channel: string; readonly user: string } | undefined;
}

const TRIGGER_MS = 3_000;
const HOOK_MS = 30 * 60_000;

/** `now` gives epoch milliseconds, `uuid` makes ids. */
export function createSlackTriggers(now: () => number, uuid: () => string): SlackTriggers {
  const triggers = new Map<string, { user: string; until: number }>();
  const hooks = new Map<string, { channel: string; user: string; until: number; left: number }>();
  return {
    issue(user) {
      const id = `${now()}.${uuid()}`;
      triggers.set(id, { user, until: now() + TRIGGER_MS });
      return id;
    },
    use(id) {
      const found = triggers.get(id);
      triggers.delete(id);
      return found && now() <= found.until ? found.user : undefined;
    },
    hook(channel, user) {
      const id = uuid();
      hooks.set(id, { channel, user, until: now() + HOOK_MS, left: 5 });
      return id;
    },
    respond(id) {
      const found = hooks.get(id);
      if (!found || found.left === 0 || now() > found.until) return undefined;
      found.left -= 1;
      return { channel: found.channel, user: found.user };
    },
  };
}
