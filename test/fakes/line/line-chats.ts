import { type LineJson, type SeenButton, type SeenMessage, seenMessage } from './line-message.ts';

/** One line of a chat, as the person sees it. */
export interface ChatEntry extends SeenMessage {
  readonly id: string;
  readonly from: 'bot' | 'user';
  /** How the bot's message came. */
  readonly road?: 'reply' | 'push';
  /** Epoch milliseconds. */
  readonly at: number;
}

/** A person (or group) and what stands in their chat with the account. */
export interface LineChat {
  readonly id: string;
  readonly entries: ChatEntry[];
  blocked: boolean;
  /** BCP 47; undefined when the person has not accepted LINE's policy (L-31). */
  language: string | undefined;
  /** False: the profile is 404 (no friend, no consent). */
  profile: boolean;
  /** Seconds of each loading animation that was shown. */
  readonly loading: number[];
  /** The bot has marked the person's messages as read. */
  read: boolean;
}

/** All chats of the fake. */
export interface LineChats {
  /** Makes the chat when it is new. */
  open(id: string): LineChat;
  /** Undefined for ids that do not exist. */
  find(id: string): LineChat | undefined;
  all(): readonly LineChat[];
  /** Adds the bot's messages (a person who has blocked the account sees nothing) and gives their ids. */
  receive(chat: LineChat, messages: readonly LineJson[], road: 'reply' | 'push'): readonly string[];
  /** Adds the person's own message and gives its id. */
  say(chat: LineChat, raw: LineJson): string;
  /** Quick replies below the last entry: they vanish with the next one (L-27). */
  quickReplies(chat: LineChat): readonly SeenButton[];
  /** What can be tapped now: quick replies first, then buttons (they stay), newest first. */
  tappable(chat: LineChat): readonly SeenButton[];
}

/** Makes an empty set of chats; `now` gives epoch milliseconds. */
export function createLineChats(now: () => number): LineChats {
  const chats = new Map<string, LineChat>();
  let count = 0;
  // Eighteen digits, growing, as LINE's message ids are.
  const nextId = () => {
    count += 1;
    return `${String(now()).padStart(13, '0')}${String(count).padStart(5, '0')}`;
  };
  const quickReplies = (chat: LineChat) => {
    const last = chat.entries.at(-1);
    return last?.from === 'bot' ? last.quickReplies : [];
  };
  return {
    quickReplies,
    open(id) {
      const known = chats.get(id);
      if (known) return known;
      const chat: LineChat = {
        id,
        entries: [],
        blocked: false,
        language: undefined,
        profile: true,
        loading: [],
        read: false,
      };
      chats.set(id, chat);
      return chat;
    },
    find: (id) => chats.get(id),
    all: () => [...chats.values()],
    receive: (chat, messages, road) =>
      messages.map((raw) => {
        const id = nextId();
        if (!chat.blocked) chat.entries.push({ ...seenMessage(raw), id, from: 'bot', road, at: now() });
        return id;
      }),
    say(chat, raw) {
      const id = nextId();
      chat.entries.push({ ...seenMessage(raw), id, from: 'user', at: now() });
      return id;
    },
    tappable: (chat) => [
      ...quickReplies(chat),
      ...chat.entries.toReversed().flatMap((entry) => entry.buttons),
    ],
  };
}
