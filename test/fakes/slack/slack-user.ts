import { createHash } from 'node:crypto';
import type { OpenView } from './slack-api.ts';
import type { SlackJson } from './slack-json.ts';
import type { SlackTriggers } from './slack-triggers.ts';
import type { SlackResult, SlackWebhook } from './slack-webhook.ts';
import {
  buttonsOf,
  readable,
  type SlackChannel,
  type SlackPost,
  type SlackWorkspace,
} from './slack-workspace.ts';

/** A member of the team. Each act sends what Slack would send, and gives the bot's HTTP answer. */
export interface SlackUser {
  /** `U…` */
  readonly id: string;
  /** The direct chat with the app. */
  readonly direct: SlackChannel;
  /** The envelope of an event about this person. */
  envelope(event: SlackJson): SlackJson;
  /** Writes to the app; `thread` answers in that thread, else the message is a root (S-12). */
  says(text: string, options?: { thread?: string; files?: readonly SlackJson[] }): Promise<SlackResult>;
  /** The event of such a message, not sent. */
  message(text: string, options?: { thread?: string; files?: readonly SlackJson[] }): SlackJson;
  /** Mentions the app in a channel. */
  mentions(channel: SlackChannel, text: string, options?: { thread?: string }): Promise<SlackResult>;
  commands(channel: SlackChannel, command: string, text: string): Promise<SlackResult>;
  /** Opens the Messages tab. */
  opens(): Promise<SlackResult>;
  /** Presses a button, or chooses an option, that shows `label`, in the newest post that has it. */
  presses(label: string, channel?: SlackChannel): Promise<SlackResult>;
  /** The payload of such a press, not sent. */
  press(label: string, channel?: SlackChannel): SlackJson;
  /** Fills in the newest open form. */
  submits(values: Readonly<Record<string, string>>): Promise<SlackResult>;
  /** Deletes an own message (the newest without `ts`). */
  deletes(ts?: string): Promise<SlackResult>;
  /** The bot's posts that this person sees in a channel (the direct chat by default), oldest first. */
  sees(channel?: SlackChannel): readonly SlackPost[];
  /** Their words. */
  reads(channel?: SlackChannel): readonly string[];
}

/** What a person acts through. */
export interface SlackUserTools {
  readonly workspace: SlackWorkspace;
  readonly webhook: SlackWebhook;
  readonly triggers: SlackTriggers;
  readonly views: OpenView[];
  readonly apiUrl: () => string;
  readonly now: () => number;
  readonly uuid: () => string;
}

const idOf = (prefix: string, name: string) =>
  `${prefix}${createHash('sha256').update(name).digest('hex').slice(0, 10).toUpperCase()}`;

/** See {@link SlackUser}; `name` is a test's short name. */
export function createSlackUser(name: string, tools: SlackUserTools): SlackUser {
  const { workspace, webhook, triggers, now, uuid } = tools;
  const id = idOf('U', name);
  const team = workspace.team;
  const direct = workspace.channel(idOf('D', name));
  direct.members.add(id);
  const actor = () => ({
    team: { id: team, domain: 'team' },
    user: { id, team_id: team, username: name },
    api_app_id: 'A1',
    is_enterprise_install: false,
  });
  const hook = (channel: string) => `${tools.apiUrl()}/hooks/${triggers.hook(channel, id)}`;

  const envelope = (event: SlackJson): SlackJson => ({
    token: 'legacy',
    team_id: team,
    api_app_id: 'A1',
    type: 'event_callback',
    event_id: `Ev${uuid().replaceAll('-', '').slice(0, 12).toUpperCase()}${uuid().slice(-4)}`,
    event_time: Math.floor(now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: team,
        user_id: workspace.botUser,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    event,
  });
  const send = (payload: SlackJson) => webhook.send(webhook.event(payload), payload);
  const write = (channel: SlackChannel, text: string, thread: string | undefined) => {
    channel.members.add(id);
    return workspace.post(channel, {
      thread,
      user: id,
      bot: false,
      text,
      blocks: [],
      metadata: undefined,
      only: undefined,
    });
  };

  const message: SlackUser['message'] = (text, { thread, files } = {}) => {
    const { ts } = write(direct, text, thread);
    return envelope({
      type: 'message',
      channel: direct.id,
      channel_type: 'im',
      user: id,
      team,
      text,
      ts,
      event_ts: ts,
      ...(thread ? { thread_ts: thread } : {}),
      ...(files ? { subtype: 'file_share', files } : {}),
    });
  };

  const press: SlackUser['press'] = (label, channel = direct) => {
    const visible = channel.posts.filter((post) => post.bot && (post.only === undefined || post.only === id));
    const found = visible
      .toReversed()
      .flatMap((post) => buttonsOf(post).map((button) => ({ post, button })))
      .find(({ button }) => button.label === label);
    if (!found) throw new Error(`No button "${label}" to press.`);
    const { post, button } = found;
    const ts = `${Math.floor(now() / 1000)}.${String(now() % 1_000_000).padStart(6, '0')}`;
    const chosen = { text: { type: 'plain_text', text: button.label }, value: button.value };
    const action =
      button.type === 'button'
        ? { type: 'button', action_id: button.actionId, block_id: 'b', action_ts: ts, ...chosen }
        : {
            type: 'static_select',
            action_id: button.actionId,
            block_id: 'b',
            action_ts: ts,
            selected_option: chosen,
          };
    const hidden = post.only !== undefined;
    return {
      ...actor(),
      type: 'block_actions',
      trigger_id: triggers.issue(id),
      response_url: hook(channel.id),
      channel: { id: channel.id, name: 'channel' },
      container: {
        type: 'message',
        message_ts: post.ts,
        channel_id: channel.id,
        is_ephemeral: hidden,
        ...(post.thread ? { thread_ts: post.thread } : {}),
      },
      ...(hidden
        ? {}
        : { message: { type: 'message', ts: post.ts, ...(post.thread ? { thread_ts: post.thread } : {}) } }),
      actions: [action],
    };
  };

  const self: SlackUser = {
    id,
    direct,
    envelope,
    message,
    press,
    says: (text, options) => send(message(text, options)),
    mentions(channel, text, { thread } = {}) {
      const words = `<@${workspace.botUser}> ${text}`;
      const { ts } = write(channel, words, thread);
      return send(
        envelope({
          type: 'app_mention',
          channel: channel.id,
          user: id,
          team,
          text: words,
          ts,
          event_ts: ts,
          ...(thread ? { thread_ts: thread } : {}),
        }),
      );
    },
    commands(channel, command, text) {
      channel.members.add(id);
      return webhook.send(
        webhook.form({
          command,
          text,
          team_id: team,
          channel_id: channel.id,
          user_id: id,
          trigger_id: triggers.issue(id),
          response_url: hook(channel.id),
          is_enterprise_install: 'false',
        }),
      );
    },
    opens: () => send(envelope({ type: 'app_home_opened', user: id, channel: direct.id, tab: 'messages' })),
    presses(label, channel) {
      const payload = press(label, channel);
      return webhook.send(webhook.interaction(payload), payload);
    },
    submits(values) {
      const view = tools.views.findLast((each) => each.user === id)?.view;
      if (!view) throw new Error('No form is open.');
      const state = Object.fromEntries(
        Object.entries(values).map(([block, value]) => [
          block,
          { input: { type: 'plain_text_input', value } },
        ]),
      );
      const payload = {
        ...actor(),
        type: 'view_submission',
        trigger_id: triggers.issue(id),
        view: { ...view, id: 'V1', state: { values: state } },
      };
      return webhook.send(webhook.interaction(payload), payload);
    },
    deletes(ts) {
      const index = direct.posts.findLastIndex(
        (post) => post.user === id && (ts === undefined || post.ts === ts),
      );
      const [gone] = index < 0 ? [] : direct.posts.splice(index, 1);
      const previous = { type: 'message', user: id, text: gone?.text, ts: gone?.ts };
      const deleted = {
        subtype: 'message_deleted',
        hidden: true,
        deleted_ts: gone?.ts,
        previous_message: previous,
      };
      const stamp = `${Math.floor(now() / 1000)}.999999`;
      return send(
        envelope({
          type: 'message',
          channel: direct.id,
          channel_type: 'im',
          ts: stamp,
          event_ts: stamp,
          ...deleted,
        }),
      );
    },
    sees: (channel = direct) =>
      channel.posts.filter((post) => post.bot && (post.only === undefined || post.only === id)),
    reads: (channel) => self.sees(channel).map(readable),
  };
  return self;
}
