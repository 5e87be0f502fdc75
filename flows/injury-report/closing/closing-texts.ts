import type { NextStep } from '../next-steps.ts';

/**
 * What the person is told about next steps after the report, in one language. Days and the employer's duty were read in sources
 * (2026-11-22); changing to 労災 after using health insurance is general knowledge, not read in a source.
 */
export interface ClosingTexts {
  /** Above the list. */
  readonly title: string;
  /** A step's last day; `day` is a day in words. */
  readonly until: (day: string) => string;
  /** Above the Japanese names of the forms. */
  readonly forms: string;
  /** Behind a form that may not be needed. */
  readonly maybe: string;
  readonly steps: Readonly<Record<NextStep['code'], string>>;
}
