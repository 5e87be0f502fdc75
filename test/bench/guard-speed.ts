import { performance } from 'node:perf_hooks';
import { LANGUAGE_TAGS, type LanguageTag } from '../../bot/languages.ts';
import { hearsDanger } from '../../escalation/guard/hears-danger.ts';
import { sentencesOf } from '../escalation/guard/sentences.ts';

/** Milliseconds for one reading of 1,000 signs. */
export type GuardSpeed = { readonly lang: LanguageTag; readonly p50: number; readonly p95: number };

/**
 * How long the word guard takes for a harmless message of 1,000 signs (the harmless sentences of a language,
 * one after the other): the longest case, since nothing is found early. Promise: below 5 ms.
 */
export function guardSpeed(rounds = 50): readonly GuardSpeed[] {
  return LANGUAGE_TAGS.map((lang) => {
    const harmless = sentencesOf('sentences', lang).filter(({ expected }) => expected === undefined);
    const text = harmless.map((sentence) => sentence.text).join('. ');
    const message = text.repeat(Math.ceil(1_000 / text.length)).slice(0, 1_000);
    const times = Array.from({ length: rounds }, () => {
      const start = performance.now();
      hearsDanger(message);
      return performance.now() - start;
    }).sort((a, b) => a - b);
    const at = (share: number) => times[Math.floor(share * (rounds - 1))] ?? 0;
    return { lang, p50: at(0.5), p95: at(0.95) };
  });
}
