import { z } from 'zod';
import { answer } from './answer.ts';
import type { Flow } from './flow.ts';

/** Stands in `step` when every question has its answer. */
export const REVIEW = 'review';

/** A running flow: plain JSON, stored with the conversation between turns. */
export const flowState = z.strictObject({
  flow: z.string(),
  version: z.number(),
  /** Id of the open step, or `review`. */
  step: z.string(),
  answers: z.record(z.string(), answer),
  /** What the open step has collected so far. */
  draft: z.json().optional(),
  /** Files that came before their question: they wait for it. */
  files: z.array(z.string()).optional(),
  /** The question "really stop?" is open. */
  stopping: z.boolean().optional(),
  /** Id of the one submission that this run can make. */
  submission: z.string(),
  /** Epoch milliseconds. */
  startedAt: z.number(),
});

/** See {@link flowState}. */
export type FlowState = z.infer<typeof flowState>;

/**
 * Reads a stored state for `flow`. Undefined when it belongs to another flow or version or has another form:
 * then it is dropped, never misread.
 */
export function restoreState(
  flow: Pick<Flow, 'id' | 'version' | 'steps'>,
  stored: unknown,
): FlowState | undefined {
  const read = flowState.safeParse(stored);
  if (!read.success) return undefined;
  const state = read.data;
  if (state.flow !== flow.id || state.version !== flow.version) return undefined;
  const steps = new Map(flow.steps.map((step) => [step.id, step]));
  if (state.step !== REVIEW && !steps.has(state.step)) return undefined;
  for (const [id, found] of Object.entries(state.answers)) {
    const step = steps.get(id);
    if (!step || (found.state === 'given' && !step.value.safeParse(found.value).success)) return undefined;
  }
  return state;
}
