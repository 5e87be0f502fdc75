import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuse } from '../../../knowledge/ranking/fuse.ts';
import { type ListName, standardised, type TopicScores } from '../../../knowledge/ranking/lists.ts';
import { queryShape } from '../../../knowledge/ranking/query-shape.ts';

const lists = (of: Partial<Record<ListName, Record<string, number>>>) =>
  new Map<ListName, TopicScores>(
    Object.entries(of).map(([name, scores]) => [name as ListName, new Map(Object.entries(scores))]),
  );

describe('fusion', () => {
  it('adds what lists say in their own scale; none hides what another found', () => {
    const ranked = fuse(lists({ chars: { a: 0.9, b: 0.1, c: 0.1 }, words: { b: 30, c: 2 } }), {
      chars: 1,
      words: 1,
    });
    expect(ranked.map(({ topic }) => topic).sort()).toEqual(['a', 'b', 'c']);
    expect(ranked.find(({ topic }) => topic === 'a')?.lists).toEqual({ chars: 0.9 });
  });

  it('neither helps nor hides a topic without texts in a list', () => {
    const ranked = fuse(lists({ denseEnglish: { a: 0.8, b: 0.2 }, chars: { b: 0.5, c: 0.5 } }), {
      denseEnglish: 1,
      chars: 1,
    });
    expect(ranked[0]?.topic).toBe('a');
  });

  it('does not depend on order or on the scale of a list', () => {
    const scores = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 0, max: 99 }), {
      minKeys: 2,
    });
    fc.assert(
      fc.property(scores, scores, fc.integer({ min: 2, max: 50 }), (chars, words, factor) => {
        const grown = Object.fromEntries(
          Object.entries(words).map(([topic, score]) => [topic, score * factor]),
        );
        const weights = { chars: 1, words: 0.5 };
        const scored = (ranked: ReturnType<typeof fuse>) =>
          ranked.map(({ topic, score }) => `${topic} ${score.toFixed(6)}`).sort();
        expect(scored(fuse(lists({ words: grown, chars }), weights))).toEqual(
          scored(fuse(lists({ chars, words }), weights)),
        );
      }),
    );
  });

  it('gives zeros when a list says the same of all', () => {
    expect([
      ...standardised(
        new Map([
          ['a', 3],
          ['b', 3],
        ]),
      ).values(),
    ]).toEqual([0, 0]);
  });
});

describe('the shape of a question', () => {
  it.each([
    ['tôi được nghỉ mấy ngày', 'vi', 'plain'],
    ['toi duoc nghi may ngay', 'vi', 'bare'],
    ['ゆうきゅう なんにち', 'ja-simple', 'bare'],
    ['有給は何日ですか', 'ja', 'plain'],
    ['malai bida chahiyo', 'ne', 'foreign'],
    ['मलाई बिदा चाहियो', 'ne', 'plain'],
    ['how many days', 'en', 'plain'],
  ] as const)('%s (%s) is %s', (text, lang, shape) => {
    expect(queryShape(text, lang)).toBe(shape);
  });
});
