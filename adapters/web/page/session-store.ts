/** What the browser keeps: the right to go on with one conversation. No message is ever stored here (P-3). */
export interface Session {
  readonly conversationId: string;
  readonly token: string;
  /** True after "remember on this phone". */
  readonly remembered: boolean;
}

/** The two storages of a browser; either may be missing or refuse (private mode). */
export interface Storages {
  readonly session: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined;
  readonly local: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined;
}

const KEY = 'chat';

/** Keeps the session in `sessionStorage`, and in `localStorage` only when the person chose to be remembered. */
export interface SessionStore {
  load(): Session | undefined;
  save(session: Session): void;
  clear(): void;
}

/** See {@link SessionStore}. */
export function createSessionStore(storages: Storages): SessionStore {
  const read = (storage: Storages['local']): Session | undefined => {
    try {
      const value: unknown = JSON.parse(storage?.getItem(KEY) ?? 'null');
      if (!value || typeof value !== 'object') return undefined;
      const { conversationId, token, remembered } = value as Record<string, unknown>;
      if (typeof conversationId !== 'string' || typeof token !== 'string') return undefined;
      return { conversationId, token, remembered: remembered === true };
    } catch {
      return undefined;
    }
  };
  const attempt = (act: () => void) => {
    try {
      act();
    } catch {
      // Storage is full or forbidden: the chat works on, but only until this page is closed.
    }
  };
  const clear = () => {
    attempt(() => storages.session?.removeItem(KEY));
    attempt(() => storages.local?.removeItem(KEY));
  };
  return {
    load: () => read(storages.session) ?? read(storages.local),
    save: (session) => {
      clear();
      const storage = session.remembered ? storages.local : storages.session;
      attempt(() => storage?.setItem(KEY, JSON.stringify(session)));
    },
    clear,
  };
}
