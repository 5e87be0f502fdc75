/** What a retry key was first accepted with. */
interface AcceptedKey {
  readonly requestId: string;
  readonly sentIds: readonly string[];
}

const DAY_MS = 24 * 60 * 60_000;
const REPLY_MS = 60_000;

/** Reply tokens (L-20: one use, a minute) and retry keys (L-22: 24 h), on the fake's clock. */
export interface LineTokens {
  /** A fresh reply token for this chat. */
  issue(chat: string): string;
  /** A redelivered event makes its unused token valid for another minute. */
  renew(token: string): void;
  /** The token's chat, once; undefined when unknown, used or expired. */
  use(token: string): string | undefined;
  /** What was accepted under this key in the last 24 h. */
  accepted(key: string): AcceptedKey | undefined;
  accept(key: string, entry: AcceptedKey): void;
}

/** `now` gives epoch milliseconds; `uuid` makes tokens. */
export function createLineTokens(now: () => number, uuid: () => string): LineTokens {
  const replies = new Map<string, { chat: string; until: number }>();
  const keys = new Map<string, AcceptedKey & { until: number }>();
  return {
    issue(chat) {
      const token = uuid().replaceAll('-', '');
      replies.set(token, { chat, until: now() + REPLY_MS });
      return token;
    },
    renew(token) {
      const entry = replies.get(token);
      if (entry) entry.until = now() + REPLY_MS;
    },
    use(token) {
      const entry = replies.get(token);
      if (!entry || now() > entry.until) return undefined;
      replies.delete(token);
      return entry.chat;
    },
    accepted(key) {
      const entry = keys.get(key);
      return entry && now() < entry.until ? entry : undefined;
    },
    accept: (key, entry) => void keys.set(key, { ...entry, until: now() + DAY_MS }),
  };
}
