import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinBodies, lineBody } from '../../../adapters/line/calls.ts';
import { LIMITS } from '../../../adapters/line/limits.ts';
import { createPostbackSeal } from '../../../adapters/line/postback.ts';
import { renderBodies, renderMessage } from '../../../adapters/line/render.ts';
import { cutGraphemes, cutUnits, graphemeCount } from '../../../adapters/text/cut.ts';
import { splitText } from '../../../adapters/text/split-text.ts';
import type { Choice, Message } from '../../../bot/message.ts';
import { limitProblems } from '../../fakes/line/line-limits.ts';
import { seenMessage } from '../../fakes/line/line-message.ts';

const seal = createPostbackSeal('secret');
const base: Message = {
  kind: 'answer',
  lang: 'en',
  text: 'Which one?',
  urgency: 'none',
  purpose: 'ordinary',
};
const render = (fields: Partial<Message>) => renderMessage({ ...base, ...fields }, seal);
const seen = (fields: Partial<Message>) =>
  render(fields)
    .flatMap((body) => body.messages)
    .map((message) => seenMessage({ ...message }));
const choices = (count: number, label = (index: number) => `Choice ${index}`): readonly Choice[] =>
  Array.from({ length: count }, (_, index) => ({ value: `v:${index}`, label: label(index) }));

const FAMILY = '👨‍👩‍👧‍👦';

describe('text on LINE', () => {
  it('L-26 counts UTF-16 code units for texts and grapheme clusters for labels', () => {
    expect(FAMILY.length).toBe(11);
    expect(graphemeCount(FAMILY)).toBe(1);
    expect(graphemeCount('ကျေးဇူး')).toBeLessThan('ကျေးဇူး'.length);
    expect(cutGraphemes(FAMILY.repeat(21), 20)).toBe(`${FAMILY.repeat(19)}…`);
    expect(cutGraphemes(FAMILY.repeat(20), 20)).toBe(FAMILY.repeat(20));
  });

  it('L-26 cuts between grapheme clusters', () => {
    expect(cutUnits(FAMILY.repeat(3), 32)).toBe(FAMILY.repeat(2));
    expect(cutUnits(FAMILY.repeat(3), 33)).toBe(FAMILY.repeat(3));
    expect(cutUnits(FAMILY, 5)).toBe('👨‍👩');
    expect(cutUnits('a', 5)).toBe('a');
  });

  it('L-26 splits 5,001 code units and leaves 5,000 whole', () => {
    expect(splitText('x'.repeat(5_000), LIMITS.text)).toHaveLength(1);
    expect(splitText('x'.repeat(5_001), LIMITS.text).map((part) => part.length)).toEqual([5_000, 1]);
    expect(
      splitText(FAMILY.repeat(500), LIMITS.text).every(
        (part) => part.length <= 5_000 && part.length % 11 === 0,
      ),
    ).toBe(true);
  });

  it.each([
    ['a paragraph', `${'a'.repeat(60)}\n\n${'b. '.repeat(20)}`, 60],
    ['a line', `${'a'.repeat(70)}\n${'b'.repeat(60)}`, 70],
    ['a sentence', `${'word '.repeat(11)}end. ${'more '.repeat(20)}`, 59],
    ['a Japanese sentence', `${'日'.repeat(80)}。${'本'.repeat(60)}`, 81],
    ['a Burmese sentence', `${'က'.repeat(80)}။${'ခ'.repeat(60)}`, 81],
    ['a Khmer sentence', `${'ក'.repeat(80)}។${'ខ'.repeat(60)}`, 81],
    ['a Nepali sentence', `${'क'.repeat(80)}।${'ख'.repeat(60)}`, 81],
    ['a word', `${'word '.repeat(30)}`, 99],
  ])('L-26 prefers to split after %s', (_, text, length) => {
    expect(splitText(text, 100)[0]).toHaveLength(length);
  });

  it('L-26 never splits a phone number or an address', () => {
    for (let shift = 0; shift < 40; shift += 1) {
      const parts = splitText(
        `${'x'.repeat(60 + shift)} 0120-123-456 https://example.jp/law ${'y'.repeat(80)}`,
        100,
      );
      expect(parts.some((part) => part.includes('0120-123-456'))).toBe(true);
      expect(parts.some((part) => part.includes('https://example.jp/law'))).toBe(true);
    }
  });

  it('L-26 keeps every character but white space, in parts within the limit, for any text', () => {
    const bare = (text: string) => text.replace(/\s+/g, '');
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.integer({ min: 20, max: 60 }),
        (text, max) => {
          const parts = splitText(text, max);
          expect(bare(parts.join(''))).toBe(bare(text));
          for (const part of parts) expect(part.length).toBeLessThanOrEqual(max);
          // Throws on half a surrogate pair.
          for (const part of parts) encodeURIComponent(part);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('keeps a phone number on one line, and adds one that the text does not have', () => {
    const [present] = seen({
      text: 'Call 0120-123-456.',
      links: [{ label: '0120-123-456', href: 'tel:0120123456' }],
    });
    expect(present?.text).toBe('Call 0120-123-456.');
    const [added] = seen({ text: 'Call us.', links: [{ label: 'JITCO', href: 'tel:0120123456' }] });
    expect(added?.text).toBe('Call us.\n\nJITCO: 0120123456');
  });

  it('writes the address behind a linked word', () => {
    const [message] = seen({
      text: 'Read the privacy page.',
      links: [{ label: 'privacy page', href: 'https://a.example/p' }],
    });
    expect(message?.text).toBe('Read the privacy page.\n\nprivacy page: https://a.example/p');
  });

  it('names each source once, with address and date', () => {
    const citation = {
      article: 'leave',
      title: '労働基準法 第39条',
      url: 'https://laws.example/39',
      lang: 'ja',
      checked: '2026-11-22',
    };
    const [message] = seen({ text: '10 days.', citations: [citation, citation] });
    expect(message?.text).toBe('10 days.\n\n📖 労働基準法 第39条 — https://laws.example/39 (2026-11-22)');
  });

  it('L-25 puts at most five messages into a call, in order', () => {
    const calls = render({
      text: Array.from({ length: 7 }, (_, index) => `${index}${'x'.repeat(4_990)}`).join('\n\n'),
    });
    expect(calls.map((call) => call.messages.length)).toEqual([5, 2]);
    const firsts = calls
      .flatMap((call) => call.messages)
      .map((message) => seenMessage({ ...message }).text.charAt(0));
    expect(firsts.join('')).toBe('0123456');
  });
});

describe('choices on LINE', () => {
  it('L-27 shows up to 13 short ones as quick replies below the last message', () => {
    const [message] = seen({ choices: choices(13) });
    expect(message?.quickReplies.map((reply) => reply.label)).toEqual(
      choices(13).map((choice) => choice.label),
    );
    expect(message?.quickReplies[0]?.action).toMatchObject({ type: 'postback', displayText: 'Choice 0' });
    const parts = seen({ text: `${'x'.repeat(5_000)}\n\nend`, choices: choices(2) });
    expect(parts.map((part) => part.quickReplies.length)).toEqual([0, 2]);
  });

  it.each([14, 15, 47, 96, 97, 300])('L-28 shows %d as a list in which each can be tapped', (count) => {
    const messages = seen({ choices: choices(count) });
    const buttons = messages.flatMap((message) => message.buttons);
    expect(buttons.map((button) => seal.open(String(button.action.data)))).toEqual(
      choices(count).map((choice) => choice.value),
    );
    for (const call of render({ choices: choices(count) })) expect(limitProblems(call.messages)).toEqual([]);
  });

  it('L-28 spreads rows evenly, so that no page holds a single one', () => {
    const [, list] = render({ choices: choices(17) }).flatMap((call) => call.messages);
    const contents = list?.type === 'flex' && list.contents.type === 'carousel' ? list.contents.contents : [];
    expect(contents.map((bubble) => bubble.body?.contents.length)).toEqual([6, 6, 5]);
  });

  it('L-28 cuts no word of a long label away: it becomes a wrapped row', () => {
    const label = 'My wages were paid late or not at all this month';
    const [, list] = seen({ choices: [{ value: 'wages', label }] });
    expect(list?.buttons[0]?.label).toBe(label);
    expect(graphemeCount(String(list?.buttons[0]?.action.label))).toBeLessThanOrEqual(LIMITS.label);
  });

  it('L-28 gives a list the question as alternative text', () => {
    const [, list] = seen({ choices: choices(20) });
    expect(list?.raw.altText).toBe('Which one?');
  });

  it('L-27 types the words when the value is too long to carry', () => {
    const [message] = seen({ choices: [{ value: 'v'.repeat(286), label: 'Long' }] });
    expect(message?.quickReplies[0]?.action).toEqual({ type: 'message', label: 'Long', text: 'Long' });
    const [fits] = seen({ choices: [{ value: 'v'.repeat(285), label: 'Long' }] });
    expect(String(fits?.quickReplies[0]?.action.data)).toHaveLength(300);
  });

  it('never makes a body that LINE refuses, for any text and choices', () => {
    const choice = fc.record({
      value: fc.string({ minLength: 1, maxLength: 320 }),
      label: fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: 400 })
        .filter((label) => label.trim() !== ''),
    });
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 7_000 }).filter((text) => text.trim() !== ''),
        fc.array(choice, { maxLength: 40 }),
        (text, many) => {
          for (const call of render({ text, choices: many }))
            expect(limitProblems(call.messages)).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('several messages of one turn', () => {
  const bodies = (...fields: Partial<Message>[]) =>
    fields.flatMap((each) => renderBodies({ ...base, ...each }, seal));
  const join = (...fields: Partial<Message>[]) =>
    joinBodies(bodies(...fields)).map((body) =>
      lineBody.parse(body).messages.map((each) => seenMessage({ ...each })),
    );

  it('L-20 travel in one call, five at a time, in order', () => {
    const calls = join(...Array.from({ length: 7 }, (_, index) => ({ text: `Text ${index}` })));
    expect(calls.map((call) => call.length)).toEqual([5, 2]);
    expect(calls.flat().map((message) => message.text)).toEqual(
      Array.from({ length: 7 }, (_, index) => `Text ${index}`),
    );
  });

  it('L-27 show the newest quick replies below the last message', () => {
    const [call] = join(
      { text: 'One', choices: choices(1) },
      { text: 'Two', choices: choices(2) },
      { text: 'Three' },
    );
    expect(call?.map((message) => message.quickReplies.length)).toEqual([0, 0, 2]);
  });
});
