import type { FakeAnswer, RecordedRequest } from '../http-server.ts';
import { faultAnswer, isAccepted, type SlackFaults } from './slack-faults.ts';
import { isJson, jsonList, type SlackJson } from './slack-json.ts';
import { messageProblems, viewProblems } from './slack-limits.ts';
import type { SlackTriggers } from './slack-triggers.ts';
import type { SlackChannel, SlackPost, SlackWorkspace } from './slack-workspace.ts';

/** A body that Block Kit's limits refuse. */
export interface SlackRejection {
  readonly method: string;
  readonly problems: readonly string[];
}

/** A modal that stands open in front of a person. */
export interface OpenView {
  readonly user: string;
  readonly view: SlackJson;
}

/** A "typing" line that was shown. */
export interface ShownStatus {
  readonly channel: string;
  readonly thread: string;
  readonly status: string;
}

/** What the API works on. */
export interface SlackApiState {
  readonly workspace: SlackWorkspace;
  /** Valid tokens. */
  readonly tokens: Set<string>;
  readonly faults: SlackFaults;
  readonly triggers: SlackTriggers;
  readonly rejections: SlackRejection[];
  readonly views: OpenView[];
  readonly statuses: ShownStatus[];
  /** OAuth codes that wait to be exchanged, with the token each gives. */
  readonly codes: Map<string, string>;
  readonly files: Map<string, { readonly bytes: Uint8Array; readonly contentType: string }>;
  readonly client: { readonly id: string; readonly secret: string };
  readonly now: () => number;
}

const ok = (fields: SlackJson = {}): FakeAnswer => ({ body: { ok: true, ...fields } });
const no = (error: string): FakeAnswer => ({ body: { ok: false, error } });

/** Arguments as Slack takes them: a form whose complex values are JSON, or JSON. */
function argumentsOf(request: RecordedRequest): SlackJson {
  if (request.headers['content-type']?.startsWith('application/json')) {
    const json: unknown = JSON.parse(request.text);
    return isJson(json) ? json : {};
  }
  const parse = (value: string): unknown => {
    if (!/^[[{]/.test(value)) return value;
    try {
      return JSON.parse(value);
    } catch {
      return value;
    }
  };
  return Object.fromEntries(
    [...new URLSearchParams(request.text)].map(([name, value]) => [name, parse(value)]),
  );
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** See {@link SlackApiState}: the methods that the bot uses, as strict as Slack. */
export function createSlackApi(state: SlackApiState) {
  const { workspace, faults, triggers } = state;
  /** Epoch milliseconds of the last message by channel: about one a second is taken (S-7). */
  const lastPost = new Map<string, number>();

  function refuse(method: string, problems: readonly string[]): FakeAnswer | undefined {
    if (problems.length === 0) return undefined;
    state.rejections.push({ method, problems });
    return no(
      problems.some((each) => each.includes('msg_blocks_too_long'))
        ? 'msg_blocks_too_long'
        : 'invalid_blocks',
    );
  }

  function store(channel: SlackChannel, args: SlackJson, only: string | undefined): SlackPost {
    return workspace.post(channel, {
      thread: text(args.thread_ts),
      user: workspace.botUser,
      bot: true,
      text: String(args.text),
      blocks: jsonList(args.blocks),
      metadata: isJson(args.metadata) ? args.metadata : undefined,
      only,
    });
  }

  function post(args: SlackJson): FakeAnswer {
    const channel = workspace.channels.get(String(args.channel));
    if (!channel) return no('channel_not_found');
    if (!channel.bot) return no('not_in_channel');
    const refused = refuse('chat.postMessage', messageProblems(args));
    if (refused) return refused;
    const { metadata, thread_ts } = args;
    if (
      metadata !== undefined &&
      !(isJson(metadata) && metadata.event_type && isJson(metadata.event_payload))
    )
      return no('invalid_metadata_format');
    if (thread_ts !== undefined && !channel.posts.some(({ ts }) => ts === thread_ts))
      return no('thread_not_found');
    const last = lastPost.get(channel.id);
    if (last !== undefined && state.now() - last < 1_000)
      return { status: 429, headers: { 'retry-after': '1' }, body: { ok: false, error: 'ratelimited' } };
    lastPost.set(channel.id, state.now());
    const made = store(channel, args, undefined);
    return ok({ channel: channel.id, ts: made.ts, message: { text: made.text } });
  }

  function postEphemeral(args: SlackJson): FakeAnswer {
    const channel = workspace.channels.get(String(args.channel));
    if (!channel) return no('channel_not_found');
    if (!channel.bot) return no('not_in_channel');
    if (!channel.members.has(String(args.user))) return no('user_not_in_channel');
    const refused = refuse('chat.postEphemeral', messageProblems(args));
    return refused ?? ok({ message_ts: store(channel, args, String(args.user)).ts });
  }

  function list(args: SlackJson, thread: string | undefined): FakeAnswer {
    const channel = workspace.channels.get(String(args.channel));
    if (!channel) return no('channel_not_found');
    const oldest = Number(args.oldest ?? 0);
    const limit = Number(args.limit ?? 100);
    const offset = Number(text(args.cursor) ?? 0);
    // What is ephemeral is in no history. The root of a thread always comes along.
    const all = channel.posts.filter(
      (each) =>
        each.only === undefined &&
        (thread === undefined
          ? each.thread === undefined && Number(each.ts) > oldest
          : each.ts === thread || (each.thread === thread && Number(each.ts) > oldest)),
    );
    if (thread !== undefined && all.length === 0) return no('thread_not_found');
    const messages = all.slice(offset, offset + limit).map((each) => ({
      type: 'message',
      ts: each.ts,
      user: each.user,
      text: each.text,
      ...(String(args.include_all_metadata) === 'true' && each.metadata ? { metadata: each.metadata } : {}),
    }));
    const next = offset + limit < all.length ? String(offset + limit) : '';
    return ok({ messages, response_metadata: { next_cursor: next } });
  }

  function openView(args: SlackJson): FakeAnswer {
    const user = triggers.use(String(args.trigger_id));
    if (user === undefined) return no('expired_trigger_id');
    const refused = refuse('views.open', viewProblems(args.view));
    if (refused) return refused;
    if (isJson(args.view)) state.views.push({ user, view: args.view });
    return ok({ view: { id: 'V1' } });
  }

  function exchange(args: SlackJson): FakeAnswer {
    const token = state.codes.get(String(args.code));
    if (args.client_id !== state.client.id || args.client_secret !== state.client.secret)
      return no('bad_client_secret');
    if (token === undefined) return no('invalid_code');
    state.codes.delete(String(args.code));
    state.tokens.add(token);
    return ok({
      access_token: token,
      token_type: 'bot',
      bot_user_id: workspace.botUser,
      team: { id: workspace.team, name: 'Team' },
      enterprise: null,
      is_enterprise_install: false,
    });
  }

  function run(method: string, args: SlackJson): FakeAnswer {
    switch (method) {
      case 'chat.postMessage':
        return post(args);
      case 'chat.postEphemeral':
        return postEphemeral(args);
      case 'conversations.replies':
        return list(args, String(args.ts));
      case 'conversations.history':
        return list(args, undefined);
      case 'views.open':
        return openView(args);
      case 'assistant.threads.setStatus': {
        const { channel_id, thread_ts, status } = args;
        state.statuses.push({
          channel: String(channel_id),
          thread: String(thread_ts),
          status: String(status),
        });
        return ok();
      }
      default:
        return no('unknown_method');
    }
  }

  function respond(id: string, args: SlackJson): FakeAnswer {
    const place = triggers.respond(id);
    if (!place) return { status: 404, body: 'expired_url' };
    const refused = refuse('response_url', messageProblems(args));
    if (refused) return refused;
    store(workspace.channel(place.channel), args, place.user);
    return { body: 'ok' };
  }

  function file(id: string, authorized: boolean): FakeAnswer {
    const found = state.files.get(id);
    // As Slack does: no token or scope, and the sign-in page comes instead.
    if (!authorized)
      return { headers: { 'content-type': 'text/html; charset=utf-8' }, body: '<html>Sign in</html>' };
    return found ? { headers: { 'content-type': found.contentType }, body: found.bytes } : { status: 404 };
  }

  const withFault = (method: string, work: () => FakeAnswer): FakeAnswer => {
    const fault = faults.take(method);
    if (fault === undefined) return work();
    if (isAccepted(fault)) work();
    return faultAnswer(fault);
  };

  return (request: RecordedRequest): FakeAnswer => {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    const authorized = token !== undefined && state.tokens.has(token);
    const [, kind, name = ''] = /^\/(api|hooks|files-pri)\/([\w.-]+)$/.exec(request.path) ?? [];
    if (kind === 'hooks') return withFault('response_url', () => respond(name, argumentsOf(request)));
    if (kind === 'files-pri') return withFault('files', () => file(name, authorized));
    if (kind !== 'api' || request.method !== 'POST') return { status: 404 };
    const args = argumentsOf(request);
    return withFault(name, () => {
      if (name === 'oauth.v2.access') return exchange(args);
      if (token === undefined) return no('not_authed');
      return authorized ? run(name, args) : no('invalid_auth');
    });
  };
}
