import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHAR_GRAMS, GramIndex, SKELETON_GRAMS } from '../../../knowledge/index/gram-index.ts';

/** The same definition, written as plainly as possible. */
function naiveScores(texts: readonly string[], query: string, from: number, to: number): number[] {
  const grams = (text: string) => {
    const points = Array.from(` ${text.replace(/\s+/g, ' ').trim()} `);
    const counts = new Map<string, number>();
    if (points.length <= 2) return counts;
    for (let size = from; size <= to; size++)
      for (let start = 0; start + size <= points.length; start++) {
        const gram = points.slice(start, start + size).join('');
        counts.set(gram, (counts.get(gram) ?? 0) + 1);
      }
    return counts;
  };
  const documents = texts.map(grams);
  const idf = (gram: string) =>
    Math.log((1 + texts.length) / (1 + documents.filter((document) => document.has(gram)).length)) + 1;
  const vector = (counts: Map<string, number>) =>
    new Map([...counts].map(([gram, count]) => [gram, (1 + Math.log(count)) * idf(gram)]));
  const length = (weights: Map<string, number>) =>
    Math.sqrt([...weights.values()].reduce((sum, w) => sum + w * w, 0));
  const asked = vector(grams(query));
  return documents.map((document) => {
    const weights = vector(document);
    let dot = 0;
    for (const [gram, weight] of asked) dot += weight * (weights.get(gram) ?? 0);
    const size = length(asked) * length(weights);
    return size > 0 ? dot / size : 0;
  });
}

const text = fc.string({
  unit: fc.constantFrom('a', 'b', 'c', ' ', 'ข', 'あ', '𠮷', 'ê'),
  minLength: 0,
  maxLength: 24,
});

describe('gram index', () => {
  it.each([CHAR_GRAMS, SKELETON_GRAMS])('gives what a naive one gives (%o)', ({ from, to }) => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), text, (texts, query) => {
        const scores = new GramIndex(texts, { from, to }).scores(query);
        const naive = naiveScores(texts, query, from, to);
        expect(scores).toHaveLength(texts.length);
        for (const [index, score] of naive.entries()) expect(scores[index]).toBeCloseTo(score, 4);
      }),
      { numRuns: 150 },
    );
  });

  it('ranks the same words first and a foreign text at nothing', () => {
    const index = new GramIndex(['nghi phep co luong', 'tai nan lao dong', 'bao hiem y te'], CHAR_GRAMS);
    const scores = index.scores('nghi phep may ngay');
    expect(scores[0]).toBeGreaterThan(scores[1] ?? 1);
    expect([...index.scores('ទីក្រុង')]).toEqual([0, 0, 0]);
  });
});
