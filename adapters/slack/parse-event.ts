import type { Activity, AttachmentRef, MessageActivity } from '../../bot/activity.ts';
import { maskIdentifiers } from '../../bot/text/mask.ts';
import { conversationOf, isDirect, type SlackAddress, timeOf } from './address.ts';
import { type Envelope, envelope, homeEvent, messageEvent, type SlackFile } from './payload-schema.ts';
import { plainText } from './plain-text.ts';

/** Message subtypes that are a person's own words. */
const WORDS: ReadonlySet<string> = new Set(['', 'file_share', 'thread_broadcast', 'me_message']);

type Base = Pick<Activity, 'id' | 'channel' | 'conversation' | 'address' | 'from' | 'at' | 'mayReply'>;

/** A short, harmless name of something that we skip: letters, digits, dots. */
const nameOf = (what: string): string => what.replace(/[^\w.-]/g, '').slice(0, 60) || 'untyped';

/** An event that is stored and skipped. */
export function unknownActivity(id: string, team: string, at: number, what: string): Activity {
  return {
    type: 'unknown',
    id,
    channel: 'slack',
    conversation: `slack:${team}:nobody`,
    address: null,
    from: { id: 'nobody', role: 'company' },
    at,
    mayReply: false,
    what: nameOf(what),
  };
}

function attachmentOf(file: SlackFile, { team, enterprise }: SlackAddress): AttachmentRef {
  const url = file.url_private_download ?? file.url_private;
  const family = file.mimetype?.split('/')[0];
  return {
    id: file.id,
    kind: family === 'image' || family === 'audio' || family === 'video' ? family : 'file',
    ...(file.mimetype ? { contentType: file.mimetype } : {}),
    ...(file.name ? { name: maskIdentifiers(file.name) } : {}),
    ref: {
      team,
      ...(enterprise ? { enterprise } : {}),
      ...(url ? { url } : {}),
      ...(file.size === undefined ? {} : { size: file.size }),
    },
  };
}

/** Everything that an event of one envelope is translated with. */
interface Frame {
  readonly body: Envelope;
  readonly now: number;
  readonly unknown: (what: string) => Activity;
}

function frameOf(body: unknown, now: number): Frame | undefined {
  const parsed = envelope.safeParse(body);
  if (!parsed.success) return undefined;
  const { event_id: id, team_id: team, event_time: seconds } = parsed.data;
  const at = seconds === undefined ? now : seconds * 1000;
  return { body: parsed.data, now, unknown: (what) => unknownActivity(id, team, at, what) };
}

function baseOf({ event_id: id }: Envelope, address: SlackAddress, user: string, at: number): Base {
  return {
    id,
    channel: 'slack',
    conversation: conversationOf(address),
    address,
    from: { id: user, role: 'company' },
    at,
  };
}

function placeOf(body: Envelope): Pick<SlackAddress, 'team' | 'enterprise'> {
  const wide = body.authorizations?.[0]?.is_enterprise_install && body.enterprise_id;
  return { team: body.team_id, ...(wide ? { enterprise: body.enterprise_id ?? '' } : {}) };
}

/**
 * A person's words to the app: in a direct chat, or by mention in a channel. Deletion becomes `retracted`. What bots say
 * (our own messages first of all), edits, and channel talk that does not mention us are skipped on purpose (S-15).
 */
export function parseMessageEvent(raw: unknown, now: number): Activity | undefined {
  const frame = frameOf(raw, now);
  if (!frame) return undefined;
  const { body, unknown } = frame;
  const parsed = messageEvent.safeParse(body.event);
  if (!parsed.success) return unknown(body.event.type);
  const event = parsed.data;
  const direct = isDirect(event.channel);
  const mention = event.type === 'app_mention';
  const own = body.authorizations?.[0]?.user_id;
  const place = { ...placeOf(body), channel: event.channel };

  const gone = event.subtype === 'message_deleted' ? event.deleted_ts : undefined;
  // The root of a thread with answers is not deleted but replaced by a tombstone, and arrives as an edit.
  const buried = event.message?.subtype === 'tombstone' ? event.message.ts : undefined;
  const messageId = gone ?? buried;
  if (messageId !== undefined) {
    const { user, bot_id, thread_ts } = event.previous_message ?? {};
    if (user === undefined || bot_id !== undefined || user === own) return unknown('message.deleted.bot');
    const address = { ...place, user, thread: thread_ts ?? messageId };
    return { ...baseOf(body, address, user, timeOf(event.ts)), type: 'retracted', messageId };
  }
  const { user, subtype = '' } = event;
  if (!WORDS.has(subtype)) return unknown(`${event.type}.${subtype}`);
  if (user === undefined || event.bot_id !== undefined || user === own || user === 'USLACKBOT')
    return unknown(`${event.type}.bot`);
  if (!direct && !mention) return unknown(`message.${event.channel_type ?? 'channel'}`);

  const address = { ...place, user, thread: event.thread_ts ?? event.ts, since: event.ts };
  const attachments = (event.files ?? []).map((file) => attachmentOf(file, address));
  const activity: MessageActivity = {
    ...baseOf(body, address, user, timeOf(event.ts)),
    type: 'message',
    text: maskIdentifiers(plainText(event.text ?? '')),
    messageId: event.ts,
    ...(attachments.length > 0 ? { attachments } : {}),
  };
  return activity;
}

/**
 * A person opened the chat with the app (S-12). Slack says so at each opening: the id is the same each time, so the
 * inbox takes the first one only and nobody is greeted over and over.
 */
export function parseHomeEvent(raw: unknown, now: number): Activity | undefined {
  const frame = frameOf(raw, now);
  if (!frame) return undefined;
  const { body, unknown } = frame;
  const parsed = homeEvent.safeParse(body.event);
  if (!parsed.success || parsed.data.tab !== 'messages') return unknown('app_home_opened');
  const { user, channel } = parsed.data;
  const address = { ...placeOf(body), channel, user };
  const at = body.event_time === undefined ? now : body.event_time * 1000;
  return {
    ...baseOf(body, address, user, at),
    id: `app_home_opened:${body.team_id}:${user}`,
    type: 'joined',
  };
}

/** Any other event: its name, to be stored and skipped. */
export function parseOtherEvent(raw: unknown, now: number): Activity | undefined {
  const frame = frameOf(raw, now);
  return frame?.unknown(frame.body.event.type);
}
