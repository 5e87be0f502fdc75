import { describe, expect, it } from 'vitest';
import { WordIndex } from '../../../knowledge/index/word-index.ts';
import { wordsOf } from '../../../knowledge/index/words.ts';

describe('words', () => {
  it('drops tone marks, keeps vowel signs with their letter', () => {
    expect(wordsOf('Nghỉ phép CÓ lương, Đi làm', 'vi')).toEqual(['nghi', 'phep', 'co', 'luong', 'di', 'lam']);
    expect(wordsOf('बिदा कति दिन', 'ne')).toEqual(['बिदा', 'कति', 'दिन']);
  });

  it('adds bigrams where a script has no blanks', () => {
    expect(wordsOf('有給休暇', 'ja')).toContain('給休');
    expect(wordsOf('เงินเดือน', 'th').length).toBeGreaterThan(1);
  });
});

describe('word index', () => {
  const index = new WordIndex(
    ['paid leave after six months', 'accident at work', 'health insurance card'],
    'en',
  );

  it('finds by word, by typo and by beginning', () => {
    for (const query of ['paid leave', 'acident at wrok', 'insur']) {
      const scores = [...index.scores(query)];
      const best = scores.indexOf(Math.max(...scores));
      expect(best).toBe(['paid leave', 'acident at wrok', 'insur'].indexOf(query));
    }
  });

  it('says which share of the words it knows', () => {
    expect(index.known('paid leave tomorrow maybe')).toBe(0.5);
    expect(index.known('…')).toBe(0);
  });
});
