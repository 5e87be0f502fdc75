import type { Activity as BotActivity } from 'botbuilder';
import { z } from 'zod';
import type { Message } from '../../../bot/message.ts';
import type { TranscriptRow } from '../../../bot/ports/transcript.ts';
import { signChoice } from './choice-value.ts';

/** One Direct Line activity as we send it. `timestamp` is ISO 8601 text, as on the wire. */
export type DirectLineActivity = Pick<BotActivity, 'type' | 'id' | 'channelId'> & {
  readonly timestamp: string;
  readonly conversation: { readonly id: string };
  readonly from: { readonly id: string; readonly name?: string; readonly role: 'bot' | 'user' };
} & Partial<
    Pick<BotActivity, 'text' | 'textFormat' | 'locale' | 'suggestedActions' | 'attachments' | 'value'>
  > & { readonly channelData?: Readonly<Record<string, unknown>>; readonly inputHint?: string };

/** Our id as the bot's side of the conversation. */
export const BOT = { id: 'soudan', name: 'Soudan', role: 'bot' } as const;

const said = z.looseObject({
  text: z.string().optional(),
  attachments: z
    .array(z.looseObject({ name: z.string().optional(), contentType: z.string().optional() }))
    .optional(),
});

/**
 * The Direct Line form of a transcript line: a person's line as they wrote it, ours with suggested actions and
 * `channelData.soudan`; an erased line is a `messageDelete` of the same id. Undefined for a line with nothing
 * to show (a timer, a joining): its number still counts as seen.
 */
export function toDirectLine(
  row: TranscriptRow,
  conversation: string,
  user: string,
  key: Uint8Array,
): DirectLineActivity | undefined {
  const id = row.author === 'user' ? row.messageId : `${conversation}|${String(row.seq).padStart(7, '0')}`;
  const frame = {
    id,
    channelId: 'directline',
    timestamp: new Date(row.at).toISOString(),
    conversation: { id: conversation },
    from: row.author === 'user' ? { id: user, role: 'user' as const } : BOT,
  };
  if (row.erased || row.body === null) return { ...frame, type: 'messageDelete' };
  if (row.author === 'user') {
    const body = said.safeParse(row.body).data;
    if (!body?.text && !body?.attachments?.length) return undefined;
    const client = id.startsWith(`${conversation}|`) ? id.slice(conversation.length + 1) : undefined;
    return {
      ...frame,
      type: 'message',
      text: body.text ?? '',
      textFormat: 'plain',
      ...(body.attachments?.length
        ? {
            attachments: body.attachments.map(({ name, contentType }) => ({
              contentType: contentType ?? 'application/octet-stream',
              ...(name ? { name } : {}),
            })),
          }
        : {}),
      ...(client ? { channelData: { clientActivityID: client } } : {}),
    };
  }
  return { ...frame, ...ours(row.body as unknown as Message, row.author, conversation, key) };
}

function ours(message: Message, author: 'bot' | 'advisor', conversation: string, key: Uint8Array) {
  const { kind, urgency, links, citations, lang, text, choices, flow } = message;
  return {
    type: 'message',
    text,
    textFormat: 'plain',
    locale: lang,
    inputHint: choices?.length ? 'expectingInput' : 'acceptingInput',
    ...(choices?.length
      ? {
          suggestedActions: {
            to: [],
            actions: choices.map(({ label, value }) => ({
              type: 'messageBack',
              title: label,
              text: label,
              displayText: label,
              value: signChoice(key, conversation, value),
            })),
          },
        }
      : {}),
    channelData: {
      soudan: {
        kind,
        urgency,
        lang,
        author,
        ...(flow ? { flow } : {}),
        ...(links?.length ? { links } : {}),
        ...(citations?.length ? { citations } : {}),
      },
    },
  };
}
