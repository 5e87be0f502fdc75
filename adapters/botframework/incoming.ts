import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Activity } from '../../bot/activity.ts';
import { MalformedError } from '../../bot/errors.ts';
import { maskIdentifiers } from '../../bot/text/mask.ts';
import type { BotFrameworkAddress } from './address.ts';

/** Our values are short (Choice.value); anything longer is not ours. */
const MAX_VALUE = 300;

const account = z.object({ id: z.string().min(1).max(512), role: z.string().optional() });

/** What we read of a protocol activity. Loose on purpose: channels add fields. */
const incoming = z.object({
  type: z.string().min(1).max(100),
  id: z.string().min(1).max(512).optional(),
  timestamp: z.string().optional(),
  serviceUrl: z.url({ protocol: /^https?$/ }).max(1_000),
  channelId: z.string().regex(/^[\w-]{1,40}$/),
  conversation: z.object({
    id: z.string().min(1).max(512),
    isGroup: z.boolean().nullish(),
    tenantId: z.string().max(100).nullish(),
  }),
  from: account,
  recipient: account,
  text: z.string().nullish(),
  locale: z.string().max(35).nullish().catch(undefined),
  value: z.unknown().optional(),
  membersAdded: z.array(account).nullish().catch(undefined),
  action: z.string().nullish().catch(undefined),
});

const choice = z.object({ soudan: z.string().min(1).max(MAX_VALUE) });

type Incoming = z.infer<typeof incoming>;

/** Company staff use Teams; other channels are set up for trainees. */
const roleOf = (channelId: string) => (channelId === 'msteams' ? 'company' : 'trainee');

function addressOf(activity: Incoming): BotFrameworkAddress {
  const { serviceUrl, channelId, conversation, from, recipient, id } = activity;
  return {
    serviceUrl,
    channelId,
    conversation: {
      id: conversation.id,
      ...(conversation.tenantId ? { tenantId: conversation.tenantId } : {}),
    },
    ...(conversation.isGroup ? { group: true } : {}),
    user: { id: from.id },
    bot: { id: recipient.id },
    ...(id ? { activityId: id } : {}),
  };
}

function timeOf(timestamp: string | undefined, now: number): number {
  const at = Date.parse(timestamp ?? '');
  return Number.isNaN(at) ? now : at;
}

/** Mentions of the bot (`<at>…</at>` in Teams) are no words. */
const wordsOf = (text: string): string =>
  maskIdentifiers(text.replace(/<at\b[^>]*>[^<]*<\/at>/g, ' ').trim());

/**
 * Our activity for one authenticated protocol activity; undefined for "is typing". Ids are unique within a conversation
 * only, so ours hold both. Throws MalformedError when it is no activity.
 */
export function parseActivity(json: unknown, now: number): Activity | undefined {
  const parsed = incoming.safeParse(json);
  if (!parsed.success) throw new MalformedError('The body is not an activity of the Bot Framework protocol.');
  const activity = parsed.data;
  const { type, channelId, conversation, from, recipient, locale } = activity;
  if (type === 'typing') return undefined;
  const place = `${channelId}:${conversation.id}`;
  const id =
    activity.id ?? `sha256-${createHash('sha256').update(JSON.stringify(json)).digest('hex').slice(0, 40)}`;
  const base = {
    id: `${place}:${id}`,
    channel: 'botframework',
    conversation: `botframework:${place}`,
    address: addressOf(activity),
    from: { id: from.id, role: roleOf(channelId) },
    at: timeOf(activity.timestamp, now),
    ...(locale ? { locale } : {}),
  } as const;
  const unknown = (what: string): Activity => ({
    ...base,
    type: 'unknown',
    what: what.replace(/[^\w.-]/g, '').slice(0, 60) || 'untyped',
  });
  if (from.role === 'bot' || from.id === recipient.id) return unknown(`${type}.bot`);
  switch (type) {
    case 'message': {
      const value = choice.safeParse(activity.value);
      const text = wordsOf(activity.text ?? '');
      if (value.success)
        return { ...base, type: 'action', value: value.data.soudan, ...(text ? { text } : {}) };
      return text ? { ...base, type: 'message', text, messageId: id } : unknown('message.empty');
    }
    case 'messageDelete':
      return { ...base, id: `${base.id}:deleted`, type: 'retracted', messageId: id };
    case 'conversationUpdate':
      // Channels say it for each member and at each start: the id is the same, so the person is greeted once.
      return (activity.membersAdded ?? []).length > 0
        ? { ...base, id: `joined:${place}:${from.id}`, type: 'joined' }
        : unknown(type);
    case 'installationUpdate':
    case 'contactRelationUpdate':
      return activity.action === 'remove' ? { ...base, type: 'left' } : unknown(type);
    default:
      return unknown(type);
  }
}
