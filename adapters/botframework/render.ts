import type { Json } from '../../bot/json.ts';
import { htmlLang } from '../../bot/languages.ts';
import type { Choice, Citation, Link, Message, ReplyKind } from '../../bot/message.ts';
import { cutGraphemes } from '../text/cut.ts';
import { splitText } from '../text/split-text.ts';

/** UTF-16 code units a message: Teams takes about 28 KB in all. */
const MAX_TEXT = 8_000;
/** Buttons a card: what Teams shows without "more". */
const BUTTONS = 6;
/** Cards a message. */
const CARDS = 4;
/** Grapheme clusters on a button. */
const LABEL = 60;

/** Kinds that only the person who wrote may see, also when they wrote in a group. */
const PRIVATE: ReadonlySet<ReplyKind> = new Set(['crisis', 'emergency', 'support', 'rights']);

const lineOf = ({ label, href }: Link): string => {
  const target = href.startsWith('tel:') ? href.slice('tel:'.length) : href;
  return label === target ? target : `${label}: ${target}`;
};
const sourceOf = ({ title, url, checked }: Citation): string => `📖 ${title} — ${url} (${checked})`;

function fullText(message: Message): string {
  const { text } = message;
  const links = (message.links ?? []).filter(
    ({ label, href }) => !text.includes(label) && !text.includes(href),
  );
  const addresses = (message.links ?? []).filter(
    ({ label, href }) => href.startsWith('http') && text.includes(label) && !text.includes(href),
  );
  const lines = [...new Set([...links, ...addresses].map(lineOf))].join('\n');
  const sources = [...new Set((message.citations ?? []).map(sourceOf))].join('\n');
  return [text.trim(), lines, sources].filter(Boolean).join('\n\n');
}

function cardOf(choices: readonly Choice[]): Json {
  const buttons = choices.map(({ label, value }) => ({
    type: 'messageBack',
    title: cutGraphemes(label, LABEL),
    text: label,
    displayText: label,
    value: { soudan: value },
  }));
  return { contentType: 'application/vnd.microsoft.card.hero', content: { buttons } };
}

const runs = <T>(list: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );

/**
 * Protocol activities for one message, in sending order: plain texts, then cards with buttons. `deliver` adds who speaks to
 * whom. `private` marks what goes to the writer alone.
 */
export function renderBodies(message: Message): readonly Json[] {
  const hidden: Readonly<Record<string, Json>> =
    PRIVATE.has(message.kind) || message.purpose === 'safety' ? { private: true } : {};
  const common = { type: 'message', textFormat: 'plain', locale: htmlLang(message.lang) };
  const cards = runs(
    (message.choices ?? []).filter(({ label }) => label !== ''),
    BUTTONS,
  ).map(cardOf);
  return [
    ...splitText(fullText(message), MAX_TEXT).map((text) => ({ activity: { ...common, text }, ...hidden })),
    ...runs(cards, CARDS).map((attachments) => ({
      activity: { ...common, attachmentLayout: 'list', attachments: [...attachments] },
      ...hidden,
    })),
  ];
}
