import { performance } from 'node:perf_hooks';
import { LANGUAGE_TAGS } from '../../bot/languages.ts';
import { hearsDanger } from '../../escalation/guard/hears-danger.ts';
import { sentencesOf } from '../escalation/guard/sentences.ts';
import { atMost, type Figure } from './figures.ts';

/**
 * How long the word guard takes for a message of 1,000 signs: the harmless sentences of a language one after
 * the other, the longest case, since nothing is found early. Median of `rounds`, one figure a language.
 */
export function guardSpeed(rounds = 50): Figure[] {
  return LANGUAGE_TAGS.map((lang) => {
    const harmless = sentencesOf('sentences', lang).filter(({ expected }) => expected === undefined);
    const text = harmless.map((sentence) => sentence.text).join('. ');
    const message = text.repeat(Math.ceil(1_000 / text.length)).slice(0, 1_000);
    const times = Array.from({ length: rounds }, () => {
      const start = performance.now();
      hearsDanger(message);
      return performance.now() - start;
    }).sort((a, b) => a - b);
    return atMost(`word guard, 1,000 signs, ${lang}, median`, times[Math.floor(rounds / 2)] ?? 0, 5, 'ms');
  });
}
