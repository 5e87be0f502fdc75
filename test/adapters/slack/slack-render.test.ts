import { describe, expect, it } from 'vitest';
import { renderMessage } from '../../../adapters/slack/render.ts';
import { LANGUAGE_TAGS } from '../../../bot/languages.ts';
import type { Message } from '../../../bot/message.ts';
import { messageProblems } from '../../fakes/slack/slack-limits.ts';

const say = (fields: Partial<Message>): Message => ({
  kind: 'answer',
  lang: 'en',
  urgency: 'none',
  purpose: 'ordinary',
  text: 'Hello.',
  ...fields,
});
const URL = 'https://soudan.example.jp';
const render = (fields: Partial<Message>) => {
  const bodies = renderMessage(say(fields), URL);
  for (const body of bodies) expect(messageProblems({ ...body })).toEqual([]);
  return bodies;
};
const json = (fields: Partial<Message>) => JSON.stringify(render(fields));
const texts = (fields: Partial<Message>) =>
  render(fields).flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.type === 'section' && block.text ? [block.text.text] : [])),
  );

describe('texts', () => {
  it('without links are plain text: no sign in them can become a format', () => {
    expect(render({ text: '*a* <!channel> & _b_' })[0]?.blocks).toEqual([
      { type: 'section', text: { type: 'plain_text', text: '*a* <!channel> & _b_', emoji: false } },
    ]);
  });

  it('become links at each place of a label, the rest is escaped', () => {
    const links = [
      { label: '119', href: 'tel:119' },
      { label: '0120-123-456', href: 'tel:0120123456' },
    ];
    expect(texts({ text: 'Call 119 or 0120-123-456 & <wait>. Not 1190, not 0119.', links })).toEqual([
      'Call <tel:119|119> or <tel:0120123456|0120-123-456> &amp; &lt;wait&gt;. Not 1190, not 0119.',
    ]);
  });

  it('link addresses that stand in the text, and name links that do not stand in it', () => {
    const links = [{ label: 'JITCO', href: 'https://www.jitco.or.jp/?a=1&b=2' }];
    expect(texts({ text: 'See https://a.example/x, please.', links })).toEqual([
      'See <https://a.example/x|https://a.example/x>, please.\n\n<https://www.jitco.or.jp/?a=1&amp;b=2|JITCO>: <https://www.jitco.or.jp/?a=1&amp;b=2|https://www.jitco.or.jp/?a=1&amp;b=2>',
    ]);
  });

  it('make no link of anything but https, http and tel', () => {
    const links = [{ label: 'x', href: 'javascript:alert(1)' }];
    expect(json({ text: 'x', links })).not.toContain('javascript:alert(1)|');
  });

  it('grow by escaping and still fit', () => {
    const text = `https://a.example/ ${'&'.repeat(9_000)}`;
    expect(texts({ text }).length).toBeGreaterThan(3);
  });
});

describe('choices and sources', () => {
  const choices = (count: number, value = 'v') =>
    Array.from({ length: count }, (_, index) => ({ value: `${value}${index}`, label: `Choice ${index}` }));

  it.each([
    [25, 'button', 1],
    [26, 'static_select', 1],
    [130, 'static_select', 3],
  ])('%d choices are %s in %d blocks, none lost', (count, type, number) => {
    const blocks = render({ choices: choices(count) }).flatMap((body) =>
      body.blocks.flatMap((block) => (block.type === 'actions' ? [block] : [])),
    );
    expect(blocks).toHaveLength(number);
    expect(new Set(blocks.flatMap(({ elements }) => elements.map((each) => each.type)))).toEqual(
      new Set([type]),
    );
    for (const { value } of choices(count)) expect(JSON.stringify(blocks)).toContain(`"value":"${value}"`);
  });

  it('values too long for a list stay buttons', () => {
    expect(json({ choices: choices(30, 'v'.repeat(80)) })).not.toContain('static_select');
  });

  it('sources stand below with the date on which they were read', () => {
    const citation = {
      article: 'a',
      title: 'Act <39>',
      url: 'https://law.example/39',
      lang: 'ja',
      checked: '2026-11-22',
    };
    expect(render({ citations: [citation, citation] })[0]?.blocks.at(-1)).toEqual({
      type: 'context',
      elements: [
        { type: 'mrkdwn', text: '📖 <https://law.example/39|Act &lt;39&gt;> (2026-11-22)', verbatim: true },
      ],
    });
  });
});

describe('S-16 danger, an own injury, low mood and rights', () => {
  it.each(['crisis', 'emergency', 'support', 'rights'] as const)(
    '%s is private and says nothing in a notification',
    (kind) => {
      for (const lang of LANGUAGE_TAGS) {
        const bodies = render({
          kind,
          lang,
          text: 'Call 119 now.',
          choices: [{ value: 'safe:yes', label: 'I am safe' }],
        });
        for (const body of bodies) expect(body).toMatchObject({ private: true, text: 'Soudan' });
        const all = JSON.stringify(bodies);
        expect(all).toContain('Call 119 now.');
        expect(all).toContain(`<${URL}/|${URL}/>`);
        expect(all).toContain('Slack');
        expect(all, 'nothing goes on here').not.toContain('safe:yes');
      }
    },
  );

  it('so is every safety text, whatever its kind, also without a public address', () => {
    const [body] = renderMessage(say({ kind: 'handoff', purpose: 'safety' }), undefined);
    expect(body).toMatchObject({ private: true });
    expect(JSON.stringify(body)).toContain('your own phone');
  });

  it('a company’s own question is answered openly, with its beginning as the notification', () => {
    expect(render({ text: 'x'.repeat(200) })[0]?.text).toBe('x'.repeat(150));
    expect(render({})[0]?.private).toBeUndefined();
  });
});
