import type { messagingApi } from '@line/bot-sdk';
import type { Json } from '../../bot/json.ts';
import type { Citation, Link, Message } from '../../bot/message.ts';
import { splitText } from '../text/split-text.ts';
import { type LineBody, plainJson, toCalls } from './calls.ts';
import { renderChoices } from './choices.ts';
import { LIMITS } from './limits.ts';
import type { PostbackSeal } from './postback.ts';

const digits = (text: string) => text.replace(/\D/g, '');

/**
 * LINE has no links under words, but makes phone numbers and addresses in a text tappable. So a link whose
 * number or address does not stand in the text is written behind it, whole and on a line of its own.
 */
function linkLines(text: string, links: readonly Link[]): readonly string[] {
  const lines: string[] = [];
  for (const { label, href } of links) {
    const target = href.startsWith('tel:') ? href.slice('tel:'.length) : href;
    const present = href.startsWith('tel:')
      ? digits(text).includes(digits(target))
      : text.includes(target) || lines.some((line) => line.includes(target));
    if (!present) lines.push(label === target ? target : `${label}: ${target}`);
  }
  return lines;
}

function citationLine({ title, url, checked }: Citation): string {
  return `📖 ${title} — ${url} (${checked})`;
}

/** Text, then its links, then its sources, as one plain text. */
function fullText(message: Message): string {
  const links = linkLines(message.text, message.links ?? []);
  const sources = [...new Set((message.citations ?? []).map(citationLine))];
  return [message.text.trim(), links.join('\n'), sources.join('\n')].filter(Boolean).join('\n\n');
}

/**
 * LINE bodies for one message, in sending order. Choices become quick replies on the last text (≤ 13 short ones)
 * or a list of buttons (more, or labels over 20 grapheme clusters), so that each can be tapped (L-27).
 */
export function renderMessage(message: Message, seal: PostbackSeal): readonly LineBody[] {
  const texts = splitText(fullText(message), LIMITS.text).map(
    (text): messagingApi.Message => ({ type: 'text', text }),
  );
  const { quickReply, lists } = renderChoices(message.choices ?? [], message.text, seal);
  const messages: messagingApi.Message[] = [...texts, ...lists];
  const last = messages.at(-1);
  if (last && quickReply) messages[messages.length - 1] = { ...last, quickReply };
  return toCalls(messages);
}

/** {@link renderMessage} as the adapter contract wants it: plain data. */
export function renderBodies(message: Message, seal: PostbackSeal): readonly Json[] {
  return renderMessage(message, seal).map(plainJson);
}
