import type { Json } from './json.ts';

/** Who is speaking. The role comes from the channel and its settings, never from the text. */
export type Role = 'trainee' | 'company' | 'advisor';

/** A file that came with a message. Bytes are fetched later as a durable job, by `Adapter.fetch`. */
export interface AttachmentRef {
  /** The channel's id of the content; enough for `Adapter.fetch`. */
  readonly id: string;
  readonly kind: 'image' | 'audio' | 'video' | 'file';
  readonly contentType?: string;
  readonly name?: string;
  /** Channel-private data that `Adapter.fetch` needs (a URL, a size). Never shown. */
  readonly ref?: Json;
}

/** A single-use right to answer (LINE reply token, Slack trigger). Worth nothing after `expiresAt`. */
export interface ReplyHandle {
  readonly token: string;
  /** Epoch milliseconds after which the handle must not be used. */
  readonly expiresAt: number;
}

interface Base {
  /** The channel's own event id; with `channel` the key that finds duplicates. */
  readonly id: string;
  readonly channel: string;
  /** Stable id of the conversation, `channel:` first, e.g. `line:U1…`. One lane, one state, one language. */
  readonly conversation: string;
  /** What the channel needs to answer here (user id, Slack channel and thread). Opaque to the core. */
  readonly address: Json;
  readonly from: { readonly id: string; readonly role: Role; readonly name?: string };
  /** BCP 47 hint from the channel's profile or page; a first guess only. */
  readonly locale?: string;
  /** Epoch milliseconds of the event itself (unchanged on redelivery): the order of turns. */
  readonly at: number;
  /** False when the channel says that we must not answer (LINE `mode: standby`). Default true. */
  readonly mayReply?: boolean;
  readonly replyHandle?: ReplyHandle;
}

/** Words, a sticker's meaning in words, or a file. */
export interface MessageActivity extends Base {
  readonly type: 'message';
  readonly text: string;
  /** The channel's id of the message; a later `retracted` names it. */
  readonly messageId?: string;
  readonly attachments?: readonly AttachmentRef[];
  /** WGS 84 degrees. */
  readonly location?: { readonly latitude: number; readonly longitude: number; readonly label?: string };
  readonly sticker?: boolean;
}

/** A tapped button or a submitted form. `value` is the `Choice.value` that we sent, checked by the adapter. */
export interface ActionActivity extends Base {
  readonly type: 'action';
  readonly value: string;
  /** What the person saw on the button. */
  readonly text?: string;
  readonly fields?: Json;
}

/** The person opened, followed or came back (`returning`). */
export interface JoinedActivity extends Base {
  readonly type: 'joined';
  readonly returning?: boolean;
}

/** The person blocked or left: stop all pushes at once. */
export interface LeftActivity extends Base {
  readonly type: 'left';
}

/** The person took a message back: its text must be erased everywhere. */
export interface RetractedActivity extends Base {
  readonly type: 'retracted';
  readonly messageId: string;
}

/** Something the adapter does not know: stored and skipped, never an error. */
export interface UnknownActivity extends Base {
  readonly type: 'unknown';
  readonly what: string;
}

/** One thing that happened in a conversation: plain, readonly, safe to store as JSON, identifiers masked. */
export type Activity =
  | MessageActivity
  | ActionActivity
  | JoinedActivity
  | LeftActivity
  | RetractedActivity
  | UnknownActivity;
