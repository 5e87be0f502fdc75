import { isJson, jsonList, type SlackJson } from './slack-json.ts';

/** One message in a channel. */
export interface SlackPost {
  readonly ts: string;
  readonly thread: string | undefined;
  /** User id of the writer; the bot's own for the bot. */
  readonly user: string;
  readonly bot: boolean;
  readonly text: string;
  readonly blocks: readonly SlackJson[];
  readonly metadata: SlackJson | undefined;
  /** The only person who sees it (ephemeral). */
  readonly only: string | undefined;
}

/** A button, or an option of a select, that can be pressed. */
export interface SlackButton {
  readonly label: string;
  readonly actionId: string;
  readonly value: string;
  readonly type: 'button' | 'static_select';
}

/** A channel, private channel or direct chat. */
export interface SlackChannel {
  readonly id: string;
  /** User ids; of a direct chat the one person. */
  readonly members: Set<string>;
  /** The bot is in it. */
  readonly bot: boolean;
  readonly posts: SlackPost[];
}

/** All words of a post as a reader sees them: links by their label, entities undone. */
export function readable(post: SlackPost): string {
  const words = (value: unknown): string => {
    if (!isJson(value) || typeof value.text !== 'string') return '';
    if (value.type !== 'mrkdwn') return value.text;
    return value.text
      .replace(/<[^<>|]+\|([^<>]+)>/g, '$1')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
  };
  const lines = post.blocks.flatMap((block) =>
    block.type === 'context' ? jsonList(block.elements).map(words) : [words(block.text)],
  );
  return lines.filter(Boolean).join('\n') || post.text;
}

/** What can be pressed in a post, in reading order. */
export function buttonsOf(post: SlackPost): readonly SlackButton[] {
  const elements = post.blocks
    .filter(({ type }) => type === 'actions')
    .flatMap((each) => jsonList(each.elements));
  const label = (value: unknown) => (isJson(value) ? String(value.text) : '');
  return elements.flatMap((element): SlackButton[] => {
    const actionId = String(element.action_id);
    if (element.type === 'button')
      return [{ label: label(element.text), actionId, value: String(element.value), type: 'button' }];
    return jsonList(element.options).map((option) => ({
      label: label(option.text),
      actionId,
      value: String(option.value),
      type: 'static_select',
    }));
  });
}

/** Channels and posts of one team. */
export interface SlackWorkspace {
  readonly team: string;
  readonly botUser: string;
  readonly channels: ReadonlyMap<string, SlackChannel>;
  /** Makes the channel when new; `bot: false` for one that the app is not in. */
  channel(id: string, options?: { bot?: boolean }): SlackChannel;
  post(channel: SlackChannel, post: Omit<SlackPost, 'ts'>): SlackPost;
}

/** An empty workspace; `now` gives epoch milliseconds. */
export function createWorkspace(team: string, now: () => number): SlackWorkspace {
  const channels = new Map<string, SlackChannel>();
  let count = 0;
  return {
    team,
    botUser: 'UBOT00001',
    channels,
    channel(id, { bot = true } = {}) {
      const known = channels.get(id);
      if (known) return known;
      const made: SlackChannel = { id, members: new Set(), bot, posts: [] };
      channels.set(id, made);
      return made;
    },
    post(channel, post) {
      count += 1;
      const ts = `${Math.floor(now() / 1000)}.${String(count).padStart(6, '0')}`;
      const made = { ...post, ts };
      channel.posts.push(made);
      return made;
    },
  };
}
