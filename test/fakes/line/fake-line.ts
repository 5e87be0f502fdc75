import { type Clock, systemClock } from '../../../bot/clock.ts';
import { type RecordedRequest, startHttpServer } from '../http-server.ts';
import { loadOpenApi } from '../open-api.ts';
import { createLineApi, createLineDataApi, type FakeQuota, type Rejection } from './line-api.ts';
import { createChatRoutes } from './line-chat-routes.ts';
import { createLineChats, type LineChat } from './line-chats.ts';
import { createLineContent, type LineContent } from './line-content.ts';
import { createLineFaults, type LineFaults } from './line-faults.ts';
import { createLineTokens } from './line-tokens.ts';
import { createLineUser, type LineUser } from './line-user.ts';
import { createLineWebhook, type LineWebhook } from './line-webhook.ts';

/** How to start the fake. */
export interface FakeLineOptions {
  /** The bot's webhook; can be set later (`fake.webhookUrl = …`). */
  readonly webhookUrl?: string;
  readonly channelSecret: string;
  readonly accessToken: string;
  /** Reply tokens and retry keys age on this clock. Default: the real one. */
  readonly clock?: Pick<Clock, 'now' | 'uuid'>;
  /** Fixed port of the API (the chat page); default 0, any free one. */
  readonly port?: number;
  /** Folder with messaging-api.yml and webhook.yml; default beside this file's parent. */
  readonly specs?: URL;
}

/** A LINE platform over real HTTP. */
export interface FakeLine {
  /** `LINE_API_BASE_URL`. */
  readonly url: string;
  /** `LINE_DATA_API_BASE_URL`. */
  readonly dataUrl: string;
  webhookUrl: string | undefined;
  /** The page with everybody's chat, as on a phone: `/chat/NAME`. */
  readonly chatUrl: string;
  /** A person by a short name or a LINE id; made when new. Only people made here exist (L-34). */
  user(name: string): LineUser;
  chats(): readonly LineChat[];
  readonly webhook: LineWebhook;
  readonly faults: LineFaults;
  readonly quota: FakeQuota;
  readonly content: LineContent;
  /** Bodies that LINE's files or its limits refuse. */
  readonly rejections: readonly Rejection[];
  /** Requests to the API (not to the chat pages), and to the data API. */
  readonly requests: readonly RecordedRequest[];
  readonly dataRequests: readonly RecordedRequest[];
  /** Requests whose path ends so. */
  calls(pathEnd: string): readonly RecordedRequest[];
  /** Resolves when no call hangs any more because its caller has closed the connection. */
  hungUp(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the fake LINE. It checks what LINE checks, and refuses what LINE refuses. */
export async function startFakeLine(options: FakeLineOptions): Promise<FakeLine> {
  const clock = options.clock ?? systemClock;
  const now = () => clock.now();
  const uuid = () => clock.uuid();
  const specs = options.specs ?? new URL('../specs/line/', import.meta.url);
  const chats = createLineChats(now);
  const tokens = createLineTokens(now, uuid);
  const content = createLineContent();
  const faults = createLineFaults();
  const quota: FakeQuota = { limit: undefined, used: 0 };
  const rejections: Rejection[] = [];
  let webhookUrl = options.webhookUrl;

  const webhook = createLineWebhook({
    channelSecret: options.channelSecret,
    url: () => webhookUrl,
    spec: loadOpenApi(new URL('webhook.yml', specs)),
    now,
    uuid,
    renew: (token) => tokens.renew(token),
  });
  const state = {
    accessToken: options.accessToken,
    spec: loadOpenApi(new URL('messaging-api.yml', specs)),
    chats,
    tokens,
    content,
    faults,
    quota,
    rejections,
    webhookUrl: () => webhookUrl,
    testWebhook: async () => (await webhook.send([])).status,
    uuid,
  };
  const users = new Map<string, LineUser>();
  const user = (name: string): LineUser => {
    const made = users.get(name) ?? createLineUser(name, { chats, webhook, tokens, content });
    users.set(name, made);
    return made;
  };
  const lineApi = createLineApi(state);
  const chatRoutes = createChatRoutes({
    user,
    names: () => [...users.keys()],
    quickReplies: (person) => chats.quickReplies(person.chat),
  });
  const api = await startHttpServer(
    async (request) => (await chatRoutes(request)) ?? lineApi(request),
    options.port,
  );
  const data = await startHttpServer(createLineDataApi(state));
  const apiRequests = () => api.requests.filter((request) => !request.path.startsWith('/chat'));

  return {
    url: api.url,
    dataUrl: data.url,
    get webhookUrl() {
      return webhookUrl;
    },
    set webhookUrl(url) {
      webhookUrl = url;
    },
    user,
    chatUrl: `${api.url}/chat`,
    chats: () => chats.all(),
    webhook,
    faults,
    quota,
    content,
    rejections,
    get requests() {
      return apiRequests();
    },
    dataRequests: data.requests,
    calls: (pathEnd) => apiRequests().filter((request) => request.path.endsWith(pathEnd)),
    async hungUp() {
      while (api.hanging() + data.hanging() > 0) await new Promise((resolve) => setImmediate(resolve));
    },
    async stop() {
      await Promise.all([api.stop(), data.stop()]);
    },
  };
}
