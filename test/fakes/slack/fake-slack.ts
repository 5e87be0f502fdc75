import { type Clock, systemClock } from '../../../bot/clock.ts';
import { type RecordedRequest, startHttpServer } from '../http-server.ts';
import { createSlackApi, type OpenView, type ShownStatus, type SlackRejection } from './slack-api.ts';
import { createSlackFaults, type SlackFaults } from './slack-faults.ts';
import { createSlackRoutes } from './slack-routes.ts';
import { createSlackTriggers } from './slack-triggers.ts';
import { createSlackUser, type SlackUser } from './slack-user.ts';
import { createSlackWebhook, type SlackWebhook } from './slack-webhook.ts';
import { createWorkspace, type SlackChannel, type SlackWorkspace } from './slack-workspace.ts';

/** How to start the fake. */
export interface FakeSlackOptions {
  /** The bot's `/slack/events`; can be set later (`fake.eventsUrl = …`). */
  readonly eventsUrl?: string;
  readonly signingSecret: string;
  /** A token that is valid from the start; OAuth gives others. */
  readonly botToken?: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly team?: string;
  /** Triggers and response addresses age on this clock. Default: the real one. */
  readonly clock?: Pick<Clock, 'now' | 'uuid'>;
  /** Fixed port; default 0, any free one. */
  readonly port?: number;
}

/** A Slack team over real HTTP. */
export interface FakeSlack {
  /** `SLACK_API_URL`. */
  readonly apiUrl: string;
  eventsUrl: string | undefined;
  /** The page with a person's view of the team: `/chat/NAME`. */
  readonly chatUrl: string;
  /** A person by a short name; made when new. */
  user(name: string): SlackUser;
  /** A channel by id (`C…`); `bot: false` for one that the app is not in. */
  channel(id: string, options?: { bot?: boolean }): SlackChannel;
  readonly workspace: SlackWorkspace;
  readonly webhook: SlackWebhook;
  readonly faults: SlackFaults;
  /** Valid tokens. */
  readonly tokens: Set<string>;
  /** An OAuth code that gives this token. */
  code(token: string): string;
  /** A file's private address. */
  file(id: string, bytes: Uint8Array, contentType: string): string;
  readonly views: readonly OpenView[];
  readonly statuses: readonly ShownStatus[];
  readonly rejections: readonly SlackRejection[];
  /** Calls of a method. */
  calls(method: string): readonly RecordedRequest[];
  stop(): Promise<void>;
}

/** Starts the fake Slack. It checks what Slack checks, and refuses what Slack refuses. */
export async function startFakeSlack(options: FakeSlackOptions): Promise<FakeSlack> {
  const clock = options.clock ?? systemClock;
  const now = () => clock.now();
  const uuid = () => clock.uuid();
  const workspace = createWorkspace(options.team ?? 'T0TEAM001', now);
  const faults = createSlackFaults();
  const triggers = createSlackTriggers(now, uuid);
  const tokens = new Set(options.botToken ? [options.botToken] : []);
  const rejections: SlackRejection[] = [];
  const views: OpenView[] = [];
  const statuses: ShownStatus[] = [];
  const codes = new Map<string, string>();
  const files = new Map<string, { bytes: Uint8Array; contentType: string }>();
  let eventsUrl = options.eventsUrl;
  let origin = '';

  const webhook = createSlackWebhook({ signingSecret: options.signingSecret, url: () => eventsUrl, now });
  const users = new Map<string, SlackUser>();
  const user = (name: string): SlackUser => {
    const tools = { workspace, webhook, triggers, views, apiUrl: () => origin, now, uuid };
    const made = users.get(name) ?? createSlackUser(name, tools);
    users.set(name, made);
    return made;
  };
  const client = { id: options.clientId ?? 'client', secret: options.clientSecret ?? 'client-secret' };
  const api = createSlackApi({
    workspace,
    tokens,
    faults,
    triggers,
    rejections,
    views,
    statuses,
    codes,
    files,
    client,
    now,
  });
  const routes = createSlackRoutes({ user, workspace });
  const server = await startHttpServer(
    async (request) => (await routes(request)) ?? api(request),
    options.port,
  );
  origin = server.url;

  return {
    apiUrl: `${server.url}/api/`,
    get eventsUrl() {
      return eventsUrl;
    },
    set eventsUrl(url) {
      eventsUrl = url;
    },
    chatUrl: `${server.url}/chat`,
    user,
    channel: (id, more) => workspace.channel(id, more),
    workspace,
    webhook,
    faults,
    tokens,
    code(token) {
      const code = uuid();
      codes.set(code, token);
      return code;
    },
    file(id, bytes, contentType) {
      files.set(id, { bytes, contentType });
      return `${server.url}/files-pri/${id}`;
    },
    views,
    statuses,
    rejections,
    calls: (method) => server.requests.filter((request) => request.path === `/api/${method}`),
    stop: () => server.stop(),
  };
}
