import type { Link } from '../../bot/message.ts';
import { LIMITS } from './limits.ts';

/** Slack's three control characters, made harmless: no text of ours or of a source can mention a channel or make a link. */
export function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** `<href|label>`, or the bare words when the address is not `https:`, `http:` or `tel:`, or too long. */
export function mrkdwnLink({ href, label }: Link): string {
  const words = escapeMrkdwn(label).replaceAll('|', '¦');
  if (!/^(https?:\/\/|tel:)[^\s<>|]+$/.test(href) || href.length > LIMITS.url) return words;
  return `<${href.replaceAll('&', '&amp;')}|${words}>`;
}

const URL_IN_TEXT = String.raw`https?:\/\/[^\s<>"'「」（）、。]+[^\s<>"'「」（）、。.,;:!?)]`;

/** A label as a pattern: a number never matches inside a longer number. */
function labelPattern(label: string): string {
  const literal = label.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
  return `${/^\d/.test(label) ? String.raw`(?<![\d-])` : ''}${literal}${/\d$/.test(label) ? String.raw`(?![\d-]*\d)` : ''}`;
}

/** Text in pieces; those with `href` are links: every place of a link's label, and every address that stands in the text. */
function pieces(text: string, links: readonly Link[]): readonly { text: string; href?: string }[] {
  const byLabel = new Map(links.filter(({ label }) => label !== '').map(({ label, href }) => [label, href]));
  const labels = [...byLabel.keys()].toSorted((a, b) => b.length - a.length).map(labelPattern);
  const found: { text: string; href?: string }[] = [];
  let from = 0;
  for (const match of text.matchAll(new RegExp([...labels, URL_IN_TEXT].join('|'), 'gu'))) {
    if (match.index > from) found.push({ text: text.slice(from, match.index) });
    found.push({ text: match[0], href: byLabel.get(match[0]) ?? match[0] });
    from = match.index + match[0].length;
  }
  if (from < text.length) found.push({ text: text.slice(from) });
  return found;
}

/** A text with its links as mrkdwn; `links` is false when there is none in it. */
export function toMrkdwn(
  text: string,
  links: readonly Link[],
): { readonly text: string; readonly links: boolean } {
  const parts = pieces(text, links);
  return {
    text: parts
      .map((part) =>
        part.href === undefined ? escapeMrkdwn(part.text) : mrkdwnLink({ href: part.href, label: part.text }),
      )
      .join(''),
    links: parts.some(({ href }) => href !== undefined),
  };
}

/** Links whose label stands nowhere in the text: they are written behind it. */
export function linksOutside(text: string, links: readonly Link[]): readonly Link[] {
  return links.filter(({ label, href }) => !text.includes(label) && !text.includes(href));
}
