import type { types } from '@slack/bolt';
import type { Choice, Citation, Link } from '../../bot/message.ts';
import { cutUnits } from '../text/cut.ts';
import { splitText } from '../text/split-text.ts';
import { CHOICE_ACTION } from './ids.ts';
import { LIMITS } from './limits.ts';
import { linksOutside, mrkdwnLink, toMrkdwn } from './mrkdwn.ts';

const plain = (text: string): types.PlainTextElement => ({ type: 'plain_text', text, emoji: false });

/** At most `max` UTF-16 code units; a cut text ends in `…`. */
const cut = (text: string, max: number): string =>
  text.length <= max ? text : `${cutUnits(text, max - 1).trimEnd()}…`;

/** A part without links goes as plain text: nothing in it can become a format by accident. */
function section(text: string, links: readonly Link[]): readonly types.SectionBlock[] {
  const rendered = toMrkdwn(text, links);
  if (!rendered.links) return [{ type: 'section', text: plain(text) }];
  if (rendered.text.length <= LIMITS.section)
    return [{ type: 'section', text: { type: 'mrkdwn', text: rendered.text, verbatim: true } }];
  const halves = splitText(text, Math.ceil(text.length / 2));
  // A single word longer than a section can only be an address: it goes as it is written.
  return halves.length > 1
    ? halves.flatMap((half) => section(half, links))
    : [{ type: 'section', text: plain(cut(text, LIMITS.section)) }];
}

/** The text in sections of at most 3,000 characters, links whose words are not in it behind it. */
export function textBlocks(text: string, links: readonly Link[]): readonly types.SectionBlock[] {
  const outside = linksOutside(text, links).map(({ label, href }) =>
    label === href ? href : `${label}: ${href}`,
  );
  const whole = [text.trim(), outside.join('\n')].filter(Boolean).join('\n\n');
  return splitText(whole, LIMITS.sectionRaw).flatMap((part) => section(part, links));
}

/** Lists of at most `size`. */
function runs<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}

const button = (choice: Choice, index: number): types.Button => ({
  type: 'button',
  action_id: `${CHOICE_ACTION}:${index}`,
  text: plain(cut(choice.label, LIMITS.buttonLabel)),
  value: choice.value,
});

function select(choices: readonly Choice[], index: number): types.StaticSelect {
  return {
    type: 'static_select',
    action_id: `${CHOICE_ACTION}:list:${index}`,
    options: choices.map(({ label, value }) => ({ text: plain(cut(label, LIMITS.optionLabel)), value })),
  };
}

/** Buttons for up to 25 choices, lists to choose from for more; values too long for a list stay buttons. */
export function choiceBlocks(choices: readonly Choice[]): readonly types.ActionsBlock[] {
  const usable = choices.filter(({ value, label }) => value.length <= LIMITS.buttonValue && label !== '');
  const listed = usable.every(({ value }) => value.length <= LIMITS.optionValue);
  if (usable.length > LIMITS.actionsElements && listed)
    return runs(usable, LIMITS.selectOptions).map((run, index) => ({
      type: 'actions',
      elements: [select(run, index)],
    }));
  const buttons = usable.map(button);
  return runs(buttons, LIMITS.actionsElements).map((run) => ({ type: 'actions', elements: [...run] }));
}

/** Sources, each with the date on which it was read. */
export function sourceBlocks(citations: readonly Citation[]): readonly types.ContextBlock[] {
  const lines = citations.map(
    ({ title, url, checked }) => `📖 ${mrkdwnLink({ label: cut(title, 300), href: url })} (${checked})`,
  );
  return runs([...new Set(lines)], LIMITS.contextElements).map((run) => ({
    type: 'context',
    elements: run.map((text) => ({ type: 'mrkdwn' as const, text, verbatim: true })),
  }));
}

/** Blocks in as few messages as Slack takes: at most 50 blocks and about 13,000 characters each. */
export function packBlocks(blocks: readonly types.KnownBlock[]): readonly (readonly types.KnownBlock[])[] {
  const messages: types.KnownBlock[][] = [];
  let current: types.KnownBlock[] = [];
  for (const block of blocks) {
    const full = current.length === LIMITS.blocks;
    if (full || (current.length > 0 && JSON.stringify([...current, block]).length > LIMITS.blocksJson)) {
      messages.push(current);
      current = [];
    }
    current.push(block);
  }
  if (current.length > 0) messages.push(current);
  return messages;
}
