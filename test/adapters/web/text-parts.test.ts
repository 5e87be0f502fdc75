import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textParts } from '../../../adapters/web/page/text-parts.ts';

const hrefs = (text: string, links = [] as { label: string; href: string }[]) =>
  textParts(text, links).flatMap(({ href }) => href ?? []);

describe('text parts', () => {
  it('finds phone numbers as people write them, and nothing that only looks like one', () => {
    expect(hrefs('0120-250-168、03-6233-9266 and 0570-078377')).toEqual([
      'tel:0120250168',
      'tel:0362339266',
      'tel:0570078377',
    ]);
    for (const text of ['2026-11-24', '1-0120-250-168', '0120-250-168-9', 'Act 39', '30-60-90'])
      expect(hrefs(text)).toEqual([]);
  });

  it('a label becomes a link wherever it stands; a longer label goes before one inside it', () => {
    const links = [
      { label: '110', href: 'tel:110' },
      { label: 'call 110', href: 'https://example.org/' },
    ];
    expect(textParts('call 110, or 110', links)).toEqual([
      { text: 'call 110', href: 'https://example.org/' },
      { text: ', or ' },
      { text: '110', href: 'tel:110' },
    ]);
  });

  it('the parts together are always the text', () => {
    const label = fc.oneof(fc.string({ maxLength: 4 }), fc.constantFrom('a', '0', '-', '110'));
    const link = fc.record({ label, href: fc.constant('tel:110') });
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom('0', '1', '2', '-', 'a', ' ') }),
    );
    fc.assert(
      fc.property(text, fc.array(link, { maxLength: 4 }), (words, links) => {
        expect(
          textParts(words, links)
            .map((part) => part.text)
            .join(''),
        ).toBe(words);
      }),
      { numRuns: 500 },
    );
  });
});
