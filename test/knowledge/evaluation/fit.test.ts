import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGE_TAGS } from '../../../bot/languages.ts';
import { disturb } from '../../../knowledge/evaluation/disturb.ts';
import { fitLogistic } from '../../../knowledge/evaluation/fit-logistic.ts';
import { fitThresholds, type Judged } from '../../../knowledge/evaluation/fit-thresholds.ts';
import { probability } from '../../../knowledge/ranking/probability.ts';

describe('the ranker', () => {
  it('learns which feature tells right from wrong, and how sure it may be', () => {
    const examples = Array.from({ length: 400 }, (_, place) => ({
      features: { telling: place % 10, noise: (place * 7) % 5 },
      right: place % 10 >= (place % 3 === 0 ? 6 : 5),
      weight: 1,
    }));
    const model = { ...fitLogistic(examples), answer: 0.5, clarify: 0.2 };
    const p = (telling: number) => probability(model, { telling, noise: 2 });
    expect(p(9)).toBeGreaterThan(0.9);
    expect(p(0)).toBeLessThan(0.1);
    const weight = (name: string) => Math.abs(model.features[name]?.weight ?? 0);
    expect(weight('telling')).toBeGreaterThan(weight('noise') * 5);
    // Without a value a feature counts as average.
    expect(probability(model, {})).toBeCloseTo(1 / (1 + Math.exp(-model.bias)), 6);
  });

  it('lets an example count as much as it weighs', () => {
    const example = (right: boolean, weight: number) => ({ features: { x: 1 }, right, weight });
    const model = { ...fitLogistic([example(true, 3), example(false, 1)]), answer: 0.5, clarify: 0.2 };
    expect(probability(model, { x: 1 })).toBeCloseTo(0.75, 1);
  });
});

describe('thresholds', () => {
  const judged = (p: number, part: Partial<Judged>): Judged => ({
    p,
    ours: true,
    right: true,
    offered: true,
    foreign: false,
    weight: 1,
    ...part,
  });

  it('stand between what is right, what is near and what is not ours', () => {
    const examples = [
      ...Array.from({ length: 20 }, () => judged(0.9, {})),
      ...Array.from({ length: 20 }, () => judged(0.5, { right: false })),
      ...Array.from({ length: 20 }, () => judged(0.1, { ours: false, right: false, offered: false })),
    ];
    const { answer, clarify } = fitThresholds(examples);
    expect(answer).toBeGreaterThan(0.5);
    expect(answer).toBeLessThanOrEqual(0.9);
    expect(clarify).toBeGreaterThan(0.1);
    expect(clarify).toBeLessThanOrEqual(0.5);
  });
});

describe('a disturbed question', () => {
  it('is the same each time, and never longer by more than folding makes it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.constantFrom(...LANGUAGE_TAGS), (text, lang) => {
        expect(disturb(text, lang)).toBe(disturb(text, lang));
      }),
    );
    expect(disturb('How many days of paid leave do I get after six months?', 'en')).not.toBe(
      'How many days of paid leave do I get after six months?',
    );
  });
});
