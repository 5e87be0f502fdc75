import { describe, expect, it } from 'vitest';
import { LANGUAGE_TAGS } from '../../bot/languages.ts';
import { engineTexts } from '../../flows/texts/engine-texts-of.ts';

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

describe('words of the engine', () => {
  it.each(LANGUAGE_TAGS)('%s: labels fit a button, differ, and are named as they stand on it', (lang) => {
    const texts = engineTexts(lang);
    const { yes, no, agree, disagree, ...rest } = texts.buttons;
    for (const label of [...Object.values(texts.buttons), ...Object.values(texts.dayParts)]) {
      expect([...letters.segment(label)].length, label).toBeLessThanOrEqual(20);
    }
    const controls = Object.values(rest);
    expect(new Set(controls).size).toBe(controls.length);
    expect(new Set([yes, no, agree, disagree]).size).toBe(4);
    expect(texts.review).toContain(rest.send);
    expect(texts.more).toContain(rest.done);
    expect(texts.photo).toContain(rest.done);
    expect(texts.problems.photo).toContain(rest.skip);
  });
});
