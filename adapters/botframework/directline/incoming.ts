import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Activity, AttachmentRef } from '../../../bot/activity.ts';
import { CHOICE, choiceValue } from '../../../bot/choice-values.ts';
import { MalformedError } from '../../../bot/errors.ts';
import { isLanguageTag, LANGUAGE_TAGS } from '../../../bot/languages.ts';
import { maskIdentifiers } from '../../../bot/text/mask.ts';
import { readChoice } from './choice-value.ts';
import { coreConversation } from './options.ts';
import { Refusal } from './reply.ts';
import type { TokenClaims } from './token.ts';

/** Longest text of one message, in UTF-16 units. */
export const MAX_TEXT = 10_000;

/** The part of a Direct Line activity that we read; everything else is ignored, never an error. */
const incoming = z.object({
  type: z.string().max(64),
  text: z.string().optional(),
  value: z.unknown().optional(),
  locale: z.string().max(35).optional().catch(undefined),
  channelData: z
    .looseObject({
      clientActivityID: z.string().max(200).optional(),
      clientActivityId: z.string().max(200).optional(),
    })
    .optional()
    .catch(undefined),
});

/** See {@link readIncoming}. */
export type Incoming = z.infer<typeof incoming>;

/** Parses a posted activity. Throws MalformedError, and Refusal for a text that is too long. */
export function readIncoming(body: unknown): Incoming {
  const parsed = incoming.safeParse(body);
  if (!parsed.success) throw new MalformedError('The body is not an activity.');
  if ((parsed.data.text?.length ?? 0) > MAX_TEXT)
    throw new Refusal(413, 'MessageSizeTooBig', `Text may have at most ${MAX_TEXT} characters.`);
  return parsed.data;
}

/**
 * Activity id of a client message id (W-9): the same client id in the same conversation is the same activity,
 * so the inbox stores it once. Ids of odd shape are hashed; without one the server's `fresh` id is taken.
 */
export function activityId(conversation: string, given: Incoming, fresh: () => string): string {
  const client = given.channelData?.clientActivityID ?? given.channelData?.clientActivityId;
  if (!client) return `${conversation}|${fresh()}`;
  const plain = /^[\w.:-]{8,64}$/.test(client);
  return `${conversation}|${plain ? client : createHash('sha256').update(client).digest('hex').slice(0, 32)}`;
}

/** What the rest of the channel knows about a request. */
export interface Posting {
  readonly key: Uint8Array;
  readonly claims: TokenClaims;
  readonly at: number;
  readonly attachments?: readonly AttachmentRef[];
}

/** Values that the page's own first buttons and language list send: harmless, so they need no signature. */
const OPEN_CHOICES = [CHOICE.ask, CHOICE.hurt, CHOICE.human, CHOICE.lines, CHOICE.language];
const OPEN_VALUE = new RegExp(
  `^(${OPEN_CHOICES.join('|')}|(${LANGUAGE_TAGS.map((tag) => choiceValue('lang', tag)).join('|')}))$`,
);

function readValue(value: string, posting: Posting): string | undefined {
  return OPEN_VALUE.test(value) ? value : readChoice(posting.key, posting.claims.conv, value);
}

/** Our activity for a posted one; undefined for what needs no turn (typing, events we do not know). */
export function toActivity(given: Incoming, id: string, posting: Posting): Activity | undefined {
  const { conv, user } = posting.claims;
  if (given.type !== 'message') return undefined;
  const base = {
    id,
    channel: 'web',
    conversation: coreConversation(conv),
    address: { conversation: conv, user },
    from: { id: user, role: 'trainee' as const },
    at: posting.at,
    ...(isLanguageTag(given.locale) || /^[A-Za-z]{2,3}(-\w{2,8})*$/.test(given.locale ?? '')
      ? { locale: given.locale }
      : {}),
  };
  const text = maskIdentifiers(given.text ?? '');
  const value = typeof given.value === 'string' ? readValue(given.value, posting) : undefined;
  if (value !== undefined) return { ...base, type: 'action', value, ...(text ? { text } : {}) };
  if (!text.trim() && !posting.attachments?.length)
    throw new MalformedError('A message needs a text or an attachment.');
  return {
    ...base,
    type: 'message',
    text,
    messageId: id,
    ...(posting.attachments?.length ? { attachments: posting.attachments } : {}),
  };
}
