import type { ZodType } from 'zod';
import type { Answers } from './answer.ts';
import type { Step } from './step.ts';

/** What surrounds the answers when a report is made. */
export interface Submission {
  /** Made once when the flow starts; the same id is never submitted twice. */
  readonly id: string;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly submittedAt: number;
}

/**
 * A guided conversation: questions in order, each asked when it applies, then the review, then one report.
 * Raise `version` when steps change: a half-finished state of another version is not continued.
 */
export interface Flow<Report = unknown> {
  readonly id: string;
  readonly version: number;
  readonly steps: readonly Step[];
  /** The report's form; `outcome` must fit it. */
  readonly report: ZodType<Report>;
  /** Makes the report of the answers that were shown at the review. Pure. */
  readonly outcome: (answers: Answers, submission: Submission) => Report;
  /** True as soon as the answers so far say that a life may be in danger: the danger text is said at once. */
  readonly alarm?: (answers: Answers) => boolean;
}

/** The steps that apply to these answers, in order. */
export function stepsFor(flow: Pick<Flow, 'steps'>, answers: Answers): readonly Step[] {
  return flow.steps.filter((step) => step.when?.(answers) ?? true);
}

/** Only the answers of steps that apply: what the review shows and the report is made of. */
export function shownAnswers(flow: Pick<Flow, 'steps'>, answers: Answers): Answers {
  return Object.fromEntries(
    stepsFor(flow, answers).flatMap(({ id }) => {
      const found = answers[id];
      return found ? [[id, found] as const] : [];
    }),
  );
}
