import { readFileSync } from 'node:fs';
import type { LanguageTag } from '../../../bot/languages.ts';
import { hearsDanger } from '../../../escalation/guard/hears-danger.ts';

/** One line of a sentence file: what it is, and what the guard should say to it. */
export type Sentence = { readonly expected: 'crisis' | 'emergency' | undefined; readonly text: string };

const KINDS = { c: 'crisis', e: 'emergency', n: undefined } as const;

/**
 * The lines of `sentences/<lang>.txt` or `held-out/<lang>.txt`: `c ` crisis, `e ` emergency, `n ` must not alarm. Read
 * from the root of the repository, where tests and bundled benchmarks run.
 */
export function sentencesOf(folder: 'sentences' | 'held-out', lang: LanguageTag): readonly Sentence[] {
  const file = `test/escalation/guard/${folder}/${lang}.txt`;
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => /^[cen] ./.test(line))
    .map((line) => ({ expected: KINDS[line[0] as keyof typeof KINDS], text: line.slice(2) }));
}

/** Share of dangers heard with the right kind, share of harmless lines that alarm, and which they are. */
export function score(sentences: readonly Sentence[]) {
  const dangers = sentences.filter(({ expected }) => expected !== undefined);
  const harmless = sentences.filter(({ expected }) => expected === undefined);
  const missed = dangers.filter(({ expected, text }) => hearsDanger(text)?.kind !== expected);
  const alarms = harmless.filter(({ text }) => hearsDanger(text) !== undefined);
  return {
    recall: 1 - missed.length / dangers.length,
    falseAlarms: alarms.length / harmless.length,
    missed: missed.map(({ text }) => text),
    alarms: alarms.map(({ text }) => text),
  };
}
