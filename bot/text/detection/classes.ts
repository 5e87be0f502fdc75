import type { LanguageTag } from '../../languages.ts';

/** Scripts whose language is not told by the script alone. */
export type SharedScript = 'Latn' | 'Cyrl' | 'Deva' | 'Hani';

/**
 * What the model tells apart. Names with `-` are groups of languages that are not ours, kept apart in training
 * because they look different; all mean `other`.
 */
export const CLASSES = [
  'en',
  'vi',
  'id',
  'fil',
  'ne',
  'bn',
  'si',
  'mn',
  'my',
  'ja',
  'zh',
  'th',
  'km',
  'lo',
  'x-iberian',
  'x-french',
  'x-italian',
  'x-german',
  'x-nordic',
  'x-slavic',
  'x-mixed',
  'x-hindi',
  'x-tamil',
  'x-cyrillic',
] as const;

/** See {@link CLASSES}. */
export type DetectionClass = (typeof CLASSES)[number];

const index = (...names: readonly DetectionClass[]) => names.map((name) => CLASSES.indexOf(name));

/** Indexes into {@link CLASSES} that can be written in each script. */
export const CANDIDATES: Readonly<Record<SharedScript, readonly number[]>> = {
  Latn: CLASSES.filter((name) => name !== 'x-cyrillic').map((name) => CLASSES.indexOf(name)),
  Cyrl: index('mn', 'x-cyrillic'),
  Deva: index('ne', 'x-hindi'),
  Hani: index('ja', 'zh'),
};

/** The language that a class stands for. */
export function languageOf(name: DetectionClass): LanguageTag | 'other' {
  return name.startsWith('x-') ? 'other' : (name as LanguageTag);
}
