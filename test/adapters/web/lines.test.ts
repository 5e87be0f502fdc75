import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addActivities, type Line, openChoices } from '../../../adapters/web/page/lines.ts';
import type { WireActivity } from '../../../adapters/web/page/wire.ts';

const said = (n: number): WireActivity => ({
  type: 'message',
  id: `c|${n}`,
  text: `line ${n}`,
  from: { role: 'bot' },
});
const mine = (client: string): WireActivity => ({
  type: 'message',
  id: `c|${client}`,
  text: client,
  from: { role: 'user' },
  channelData: { clientActivityID: client },
});
const sending = (key: string): Line => ({
  key,
  author: 'you',
  text: key,
  state: 'sending',
  links: [],
  citations: [],
  choices: [],
  files: [],
});

describe('lines of the screen', () => {
  it('whatever is repeated or cut into pieces, each line stands there once, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(20), fc.nat(5)), { maxLength: 20 }), (steps) => {
        const all = Array.from({ length: 20 }, (_, n) => said(n));
        let seen = 0;
        let lines: readonly Line[] = [];
        // Each step hears again from somewhere before the end, as after a lost watermark.
        for (const [back, ahead] of [...steps, [20, 20]]) {
          const from = Math.max(0, seen - (back ?? 0));
          seen = Math.min(all.length, seen + (ahead ?? 0));
          lines = addActivities(lines, { activities: all.slice(from, seen) });
        }
        expect(lines.map(({ text }) => text)).toEqual(all.slice(0, seen).map(({ text }) => text));
      }),
    );
  });

  it('the echo of our own line confirms it where it stands', () => {
    const lines = addActivities([sending('a'), sending('b')], { activities: [mine('b'), said(1)] });
    expect(lines.map(({ key, state }) => `${key} ${state}`)).toEqual(['a sending', 'b sent', 'c|1 sent']);
  });

  it('an erased line loses its words and keeps its place', () => {
    const lines = addActivities([], { activities: [mine('a'), said(1)] });
    const after = addActivities(lines, {
      activities: [
        { type: 'messageDelete', id: 'c|a' },
        { type: 'messageDelete', id: 'c|1' },
      ],
    });
    expect(after.map(({ text, erased }) => [text, erased])).toEqual([
      ['', true],
      ['', true],
    ]);
  });

  it('only the newest line can be answered by a tap, and not after the person has written', () => {
    const offered: WireActivity = {
      ...said(1),
      suggestedActions: { actions: [{ title: 'Yes', value: 'v' }] },
    };
    const lines = addActivities([], { activities: [offered] });
    expect(openChoices(lines)).toHaveLength(1);
    expect(openChoices([...lines, sending('a')])).toEqual([]);
    expect(openChoices(addActivities(lines, { activities: [said(2)] }))).toEqual([]);
  });
});
