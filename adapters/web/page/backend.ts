import type { Session, SessionStore } from './session-store.ts';
import type { WireGrant, WireSet } from './wire.ts';

/** A refusal by the server, or no answer at all (`status` 0). */
export class BackendError extends Error {
  readonly status: number;
  /** Milliseconds that the server asks us to wait. */
  readonly after: number | undefined;
  constructor(status: number, after?: number) {
    super(`status ${status}`);
    this.status = status;
    this.after = after;
  }
}

/** The conversation is gone: ended, or its token can no longer be renewed. */
export class EndedError extends Error {}

/** Calls of Direct Line 3.0 that the page makes. All throw BackendError or EndedError. */
export interface Backend {
  /** A new conversation, or one opened by five words. */
  start(locale: string): Promise<{ session: Session; streamUrl: string | undefined }>;
  redeem(code: string, locale: string): Promise<Session>;
  streamUrl(watermark: string): Promise<string>;
  since(watermark: string): Promise<WireSet>;
  post(activity: unknown): Promise<void>;
  /** One file with its message. */
  upload(activity: unknown, file: File): Promise<void>;
  returnCode(): Promise<string>;
  remember(on: boolean): Promise<void>;
  /** Erases everything of the conversation and ends it. */
  erase(): Promise<void>;
  /** Goes out even while the page is being left. */
  end(): void;
}

const TIMEOUT = 20_000;
/** 10 MB over a weak connection. */
const UPLOAD_TIMEOUT = 120_000;

/** See {@link Backend}. `base` is the address of Direct Line, e.g. `/v3/directline`. */
export function createBackend(base: string, store: SessionStore, fetcher: typeof fetch): Backend {
  let renewing: Promise<void> | undefined;

  const request = async (path: string, token: string | undefined, init: RequestInit): Promise<Response> => {
    const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
    // A form says its own type, with the border between its parts.
    if (!(init.body instanceof FormData)) headers['content-type'] = 'application/json';
    // By hand: AbortSignal.timeout is missing in the browsers of older phones.
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), init.body instanceof FormData ? UPLOAD_TIMEOUT : TIMEOUT);
    let response: Response;
    try {
      response = await fetcher(`${base}${path}`, { ...init, headers, signal: limit.signal });
    } catch {
      throw new BackendError(0);
    } finally {
      clearTimeout(timer);
    }
    if (response.ok) return response;
    const wait = Number(response.headers.get('retry-after'));
    throw new BackendError(response.status, wait > 0 ? wait * 1000 : undefined);
  };
  const open = async <T>(path: string, body: unknown, token?: string): Promise<T> =>
    (await request(path, token, { method: 'POST', body: JSON.stringify(body) })).json() as Promise<T>;

  const current = (): Session => {
    const session = store.load();
    if (!session) throw new EndedError();
    return session;
  };
  /** Swaps the token for a fresh one; a single renewal serves all calls that wait for it. */
  const renew = (remember?: boolean): Promise<void> => {
    renewing ??= (async () => {
      const session = current();
      const remembered = remember ?? session.remembered;
      try {
        const grant = await open<WireGrant>('/tokens/refresh', { remember: remembered }, session.token);
        if (store.load()) store.save({ ...session, token: grant.token, remembered });
      } catch (error) {
        if (error instanceof BackendError && [401, 403, 404].includes(error.status)) throw new EndedError();
        throw error;
      } finally {
        renewing = undefined;
      }
    })();
    return renewing;
  };
  const call = async (path: (id: string) => string, init: RequestInit): Promise<Response> => {
    const session = current();
    try {
      return await request(path(session.conversationId), session.token, init);
    } catch (error) {
      if (!(error instanceof BackendError)) throw error;
      if (error.status === 404) throw new EndedError();
      if (error.status !== 403 && error.status !== 401) throw error;
      await renew();
      return request(path(session.conversationId), current().token, init);
    }
  };
  const at = (id: string) => `/conversations/${id}`;

  return {
    start: async (locale) => {
      const first = await open<WireGrant>('/tokens/generate', {});
      // `greeted`: the page has greeted already, the bot need not.
      const grant = await open<WireGrant>('/conversations', { locale, greeted: true }, first.token);
      const session = { conversationId: grant.conversationId, token: grant.token, remembered: false };
      store.save(session);
      return { session, streamUrl: grant.streamUrl };
    },
    redeem: async (code, locale) => {
      const grant = await open<WireGrant>('/returncode', { code, locale });
      const session = { conversationId: grant.conversationId, token: grant.token, remembered: false };
      store.save(session);
      return session;
    },
    streamUrl: async (watermark) => {
      const response = await call((id) => `${at(id)}?watermark=${watermark}`, { method: 'GET' });
      const grant = (await response.json()) as WireGrant;
      const session = store.load();
      if (session) store.save({ ...session, token: session.remembered ? session.token : grant.token });
      return grant.streamUrl ?? '';
    },
    since: async (watermark) =>
      (
        await call((id) => `${at(id)}/activities?watermark=${watermark}`, { method: 'GET' })
      ).json() as Promise<WireSet>,
    post: async (activity) => {
      await call((id) => `${at(id)}/activities`, { method: 'POST', body: JSON.stringify(activity) });
    },
    upload: async (activity, file) => {
      const form = new FormData();
      form.append(
        'activity',
        new Blob([JSON.stringify(activity)], { type: 'application/vnd.microsoft.activity' }),
      );
      form.append('file', file, file.name);
      await call((id) => `${at(id)}/upload`, { method: 'POST', body: form });
    },
    returnCode: async () => {
      const response = await call((id) => `${at(id)}/returncode`, { method: 'POST', body: '{}' });
      return ((await response.json()) as { code: string }).code;
    },
    remember: (on) => renew(on),
    erase: async () => {
      await call((id) => `${at(id)}/erase`, { method: 'POST', body: '{}' });
    },
    end: () => {
      const session = store.load();
      if (!session) return;
      void fetcher(`${base}${at(session.conversationId)}/activities`, {
        method: 'POST',
        keepalive: true,
        headers: { 'content-type': 'application/json', authorization: `Bearer ${session.token}` },
        body: JSON.stringify({ type: 'endOfConversation' }),
      }).catch(() => {});
    },
  };
}
