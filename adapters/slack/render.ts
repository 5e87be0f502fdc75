import type { types } from '@slack/bolt';
import { z } from 'zod';
import type { Json } from '../../bot/json.ts';
import type { Message, ReplyKind } from '../../bot/message.ts';
import { cutUnits } from '../text/cut.ts';
import { choiceBlocks, packBlocks, sourceBlocks, textBlocks } from './blocks.ts';
import { LIMITS } from './limits.ts';
import { PRIVATE_WORDS } from './private-words.ts';

/** One message to Slack; `deliver` adds channel, thread and metadata. */
export interface SlackBody {
  readonly blocks: readonly types.KnownBlock[];
  /** Fallback and notification. */
  readonly text: string;
  /** True: only the person who wrote may see it (S-16). */
  readonly private?: true;
}

/** Reads a stored body. */
export const slackBody = z.object({
  blocks: z.custom<types.KnownBlock[]>(Array.isArray),
  text: z.string().min(1),
  private: z.literal(true).optional(),
});

/** Kinds that speak of danger, of a person's own trouble, or of rights: never where a company's Slack keeps them (S-16). */
const PRIVATE: ReadonlySet<ReplyKind> = new Set(['crisis', 'emergency', 'support', 'rights']);

/** What stands in a notification of a private message: nothing about its content. */
const NEUTRAL = 'Soudan';

/** True for messages that only the writer may see. */
export function isPrivate({ kind, purpose }: Pick<Message, 'kind' | 'purpose'>): boolean {
  return PRIVATE.has(kind) || purpose === 'safety';
}

/**
 * Slack bodies for one message, in sending order. A private message says in the person's language that the company may
 * read along, shows the way to `publicUrl`, and has no buttons: nothing about it goes on in this workspace (S-16).
 */
export function renderMessage(message: Message, publicUrl: string | undefined): readonly SlackBody[] {
  const hidden = isPrivate(message);
  const links = message.links ?? [];
  const place = publicUrl === undefined ? undefined : `${publicUrl.replace(/\/+$/, '')}/`;
  const blocks: types.KnownBlock[] = [
    ...textBlocks(message.text, links),
    ...(hidden ? textBlocks(PRIVATE_WORDS[message.lang](place), []) : []),
    ...sourceBlocks(message.citations ?? []),
    ...(hidden ? [] : choiceBlocks(message.choices ?? [])),
  ];
  const text = hidden ? NEUTRAL : cutUnits(message.text.trim(), LIMITS.fallback) || NEUTRAL;
  return packBlocks(blocks).map((packed) => ({ blocks: packed, text, ...(hidden ? { private: true } : {}) }));
}

/** {@link renderMessage} as the adapter contract wants it: plain data. */
export function renderBodies(message: Message, publicUrl: string | undefined): readonly Json[] {
  return renderMessage(message, publicUrl).map((body) => JSON.parse(JSON.stringify(body)) as Json);
}
