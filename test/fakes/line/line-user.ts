import { createHash } from 'node:crypto';
import type { ChatEntry, LineChat, LineChats } from './line-chats.ts';
import type { LineContent } from './line-content.ts';
import type { LineJson } from './line-message.ts';
import type { LineTokens } from './line-tokens.ts';
import type { LineWebhook, WebhookResult } from './line-webhook.ts';

/** A person with LINE on the phone. Each act sends the event that LINE would send, and gives the bot's HTTP answer. */
export interface LineUser {
  /** `U…`, 33 characters. */
  readonly id: string;
  readonly chat: LineChat;
  /** Settings of the profile: see LineChat. */
  profile(settings: Partial<Pick<LineChat, 'language' | 'profile'>>): LineUser;
  says(text: string, fields?: LineJson): Promise<WebhookResult>;
  sendsImage(bytes: Uint8Array, contentType?: string): Promise<WebhookResult>;
  sendsAudio(bytes: Uint8Array, contentType?: string): Promise<WebhookResult>;
  sendsVideo(bytes: Uint8Array, contentType?: string): Promise<WebhookResult>;
  sendsFile(name: string, bytes: Uint8Array, contentType?: string): Promise<WebhookResult>;
  sendsLocation(place: {
    latitude: number;
    longitude: number;
    title?: string;
    address?: string;
  }): Promise<WebhookResult>;
  sendsSticker(sticker: { keywords?: readonly string[]; text?: string }): Promise<WebhookResult>;
  /** Taps a quick reply or a button that shows `label` (or begins with it). Throws when there is none. */
  taps(label: string): Promise<WebhookResult>;
  follows(): Promise<WebhookResult>;
  blocks(): Promise<WebhookResult>;
  /** Takes a message back; the newest of the person's own when no id is given. */
  unsends(messageId?: string): Promise<WebhookResult>;
  /** The bot's messages in this chat, oldest first. */
  sees(): readonly ChatEntry[];
  /** The bot's texts in this chat, oldest first. */
  reads(): readonly string[];
  /** Any event from this person, with a reply token. */
  event(fields: LineJson): LineJson;
}

/** What a user acts through. */
export interface LineUserTools {
  readonly chats: LineChats;
  readonly webhook: LineWebhook;
  readonly tokens: LineTokens;
  readonly content: LineContent;
}

/** The LINE id for a test's short name; an id stays itself. */
function lineUserId(name: string): string {
  return /^[UCR][0-9a-f]{32}$/.test(name)
    ? name
    : `U${createHash('sha256').update(name).digest('hex').slice(0, 32)}`;
}

/** See {@link LineUser}. */
export function createLineUser(name: string, { chats, webhook, tokens, content }: LineUserTools): LineUser {
  const id = lineUserId(name);
  const chat = chats.open(id);
  const quoteToken = 'quote-token';

  const event = (fields: LineJson): LineJson =>
    webhook.event({ source: { type: 'user', userId: id }, replyToken: tokens.issue(id), ...fields });

  const message = (shown: LineJson, sent: (id: string) => LineJson, fields: LineJson = {}) => {
    const messageId = chats.say(chat, shown);
    const body = { id: messageId, markAsReadToken: `read-${id}`, ...sent(messageId) };
    return webhook.send([event({ type: 'message', message: body, ...fields })]);
  };

  const media = (type: 'image' | 'audio' | 'video', bytes: Uint8Array, contentType: string) =>
    message({ type }, (messageId) => {
      content.put(messageId, bytes, contentType);
      const extra =
        type === 'image'
          ? { quoteToken }
          : type === 'video'
            ? { quoteToken, duration: 1000 }
            : { duration: 1000 };
      return { type, contentProvider: { type: 'line' }, ...extra };
    });

  const says = (text: string, fields: LineJson = {}) =>
    message({ type: 'text', text }, () => ({ type: 'text', text, quoteToken }), fields);

  const self: LineUser = {
    id,
    chat,
    event,
    says,
    profile(settings) {
      Object.assign(chat, settings);
      return self;
    },
    sendsImage: (bytes, type = 'image/jpeg') => media('image', bytes, type),
    sendsAudio: (bytes, type = 'audio/x-m4a') => media('audio', bytes, type),
    sendsVideo: (bytes, type = 'video/mp4') => media('video', bytes, type),
    sendsFile: (fileName, bytes, type = 'application/octet-stream') =>
      message({ type: 'file', text: fileName }, (messageId) => {
        content.put(messageId, bytes, type);
        return { type: 'file', fileName, fileSize: bytes.byteLength };
      }),
    sendsLocation: (place) =>
      message({ type: 'location', text: place.title ?? 'location' }, () => ({ type: 'location', ...place })),
    sendsSticker: (sticker) =>
      message({ type: 'sticker' }, () => ({
        type: 'sticker',
        packageId: '446',
        stickerId: '1988',
        stickerResourceType: 'STATIC',
        quoteToken,
        ...sticker,
      })),
    async taps(label) {
      const buttons = chats.tappable(chat);
      const button =
        buttons.find((each) => each.label === label) ?? buttons.find((each) => each.label.startsWith(label));
      if (!button)
        throw new Error(
          `No button "${label}" to tap; there are: ${buttons.map((each) => each.label).join(', ')}`,
        );
      const { action } = button;
      if (action.type === 'message') return says(String(action.text));
      if (action.type !== 'postback') throw new Error(`A tap on "${label}" sends nothing to the bot.`);
      if (typeof action.displayText === 'string') chats.say(chat, { type: 'text', text: action.displayText });
      return webhook.send([event({ type: 'postback', postback: { data: action.data } })]);
    },
    follows() {
      const isUnblocked = chat.blocked;
      chat.blocked = false;
      return webhook.send([event({ type: 'follow', follow: { isUnblocked } })]);
    },
    blocks() {
      chat.blocked = true;
      return webhook.send([webhook.event({ type: 'unfollow', source: { type: 'user', userId: id } })]);
    },
    unsends(messageId) {
      const index = chat.entries.findLastIndex(
        (entry) => entry.from === 'user' && (!messageId || entry.id === messageId),
      );
      const [gone] = index < 0 ? [] : chat.entries.splice(index, 1);
      const unsend = { messageId: messageId ?? gone?.id ?? '0' };
      return webhook.send([webhook.event({ type: 'unsend', source: { type: 'user', userId: id }, unsend })]);
    },
    sees: () => chat.entries.filter((entry) => entry.from === 'bot'),
    reads: () => self.sees().map((entry) => entry.text),
  };
  return self;
}
