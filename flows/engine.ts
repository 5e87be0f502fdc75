import type { LanguageTag } from '../bot/languages.ts';
import type { Answer } from './answer.ts';
import { type Flow, shownAnswers, stepsFor } from './flow.ts';
import { type FlowState, REVIEW } from './flow-state.ts';
import type { Input, Problem, Step } from './step.ts';

/** What a person can do while a flow runs. */
export type Command =
  | { readonly type: 'answer'; readonly input: Input }
  | { readonly type: 'back' | 'keep' | 'skip' | 'unknown' | 'stop' | 'stop-yes' | 'stop-no' | 'submit' }
  | { readonly type: 'change'; readonly step: string }
  | { readonly type: 'attach'; readonly files: readonly string[] };

/** Where a command leads. `ended` keeps no state: nothing of a stopped run is left. */
export type Moved<Report> =
  | { readonly to: 'step'; readonly state: FlowState; readonly problem?: Problem }
  | { readonly to: 'review'; readonly state: FlowState }
  | { readonly to: 'stop?'; readonly state: FlowState }
  | { readonly to: 'ended'; readonly why: 'stopped' | 'declined' }
  | { readonly to: 'submitted'; readonly state: FlowState; readonly report: Report };

/** What the engine needs of the outside. */
export interface Circumstances {
  readonly lang: LanguageTag;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Label of a step's option in `lang`. */
  readonly label: (step: string, option: string) => string;
}

/** A new run, before its first question. */
export function startFlow(
  flow: Pick<Flow, 'id' | 'version' | 'steps'>,
  submission: string,
  now: number,
): FlowState {
  return atNext(flow, {
    flow: flow.id,
    version: flow.version,
    step: REVIEW,
    answers: {},
    submission,
    startedAt: now,
  });
}

/** The open step; undefined at the review. */
export function openStep(flow: Pick<Flow, 'steps'>, state: FlowState): Step | undefined {
  return flow.steps.find((step) => step.id === state.step);
}

/** Where the state stands, without doing anything: what to show after a question in the middle or days later. */
export function standing(state: FlowState): Exclude<Moved<never>, { to: 'ended' | 'submitted' }> {
  if (state.stopping) return { to: 'stop?', state };
  return state.step === REVIEW ? { to: 'review', state } : { to: 'step', state };
}

/** Number of the open question and how many there are, by the answers so far; the review counts as the last. */
export function progress(
  flow: Pick<Flow, 'steps'>,
  state: FlowState,
): { readonly at: number; readonly of: number } {
  const steps = stepsFor(flow, state.answers);
  const index = steps.findIndex((step) => step.id === state.step);
  return { at: (index < 0 ? steps.length : index) + 1, of: steps.length + 1 };
}

/**
 * Applies one command. Pure: the same state and command give the same result. A command that does not fit (skip at
 * a question that needs an answer, change of a step that does not apply) asks the open question again.
 */
export function applyCommand<Report>(
  flow: Flow<Report>,
  state: FlowState,
  command: Command,
  around: Circumstances,
): Moved<Report> {
  const { stopping, ...rest } = state;
  if (command.type === 'stop') return { to: 'stop?', state: { ...state, stopping: true } };
  if (command.type === 'stop-yes') return stopping ? { to: 'ended', why: 'stopped' } : standing(state);
  const step = openStep(flow, rest);
  switch (command.type) {
    case 'stop-no':
      return standing(rest);
    case 'back':
      return standing(previous(flow, rest));
    // After going back: the answer that stands here stays as it is.
    case 'keep':
      return standing(step && rest.answers[step.id] ? atNext(flow, rest) : rest);
    case 'change':
      return standing(changed(flow, rest, command.step));
    case 'submit':
      return step ? standing(rest) : submit(flow, rest, around.now);
    case 'skip':
      return standing(step?.optional ? answered(flow, rest, step, { state: 'skipped' }) : rest);
    case 'unknown':
      return standing(step?.unknowable ? answered(flow, rest, step, { state: 'unknown' }) : rest);
    // Evidence that comes before its question is kept for it.
    case 'attach':
      return standing({ ...rest, files: [...new Set([...(rest.files ?? []), ...command.files])] });
    case 'answer':
      return step ? accept(flow, rest, step, command.input, around) : standing(rest);
  }
}

function accept<Report>(
  flow: Flow<Report>,
  state: FlowState,
  step: Step,
  input: Input,
  { lang, now, label }: Circumstances,
): Moved<Report> {
  const { draft } = state;
  const result = step.accept(input, {
    lang,
    now,
    label: (option) => label(step.id, option),
    ...(draft === undefined ? {} : { draft }),
  });
  switch (result.type) {
    case 'problem':
      return { to: 'step', state, problem: result.problem };
    case 'declined':
      return { to: 'ended', why: 'declined' };
    case 'more':
      return { to: 'step', state: { ...state, draft: plain(result.draft) } };
    case 'value': {
      const words = input.text?.trim();
      const value = plain(result.value);
      return standing(answered(flow, state, step, { state: 'given', value, ...(words ? { words } : {}) }));
    }
  }
}

function submit<Report>(flow: Flow<Report>, state: FlowState, now: number): Moved<Report> {
  const shown = shownAnswers(flow, state.answers);
  const { submission: id, startedAt } = state;
  const report = flow.report.parse(flow.outcome(shown, { id, startedAt, submittedAt: now }));
  return { to: 'submitted', state, report };
}

function answered(flow: Pick<Flow, 'steps'>, state: FlowState, step: Step, answer: Answer): FlowState {
  return atNext(flow, { ...state, answers: { ...state.answers, [step.id]: answer } });
}

/** The first question that applies and has no answer; the review when there is none. */
function atNext(flow: Pick<Flow, 'steps'>, state: FlowState): FlowState {
  return moveTo(
    state,
    stepsFor(flow, state.answers).find(({ id }) => !state.answers[id]),
  );
}

function previous(flow: Pick<Flow, 'steps'>, state: FlowState): FlowState {
  const steps = stepsFor(flow, state.answers);
  const index = state.step === REVIEW ? steps.length : steps.findIndex(({ id }) => id === state.step);
  return moveTo(state, steps[Math.max(0, index - 1)]);
}

function changed(flow: Pick<Flow, 'steps'>, state: FlowState, id: string): FlowState {
  const step = stepsFor(flow, state.answers).find((item) => item.id === id);
  return step && state.answers[id] ? moveTo(state, step) : state;
}

/** Opens a step (the review without one) with nothing collected, but for files that wait for their question. */
function moveTo({ draft: _, ...state }: FlowState, step: Step | undefined): FlowState {
  const waiting = step?.kind === 'photos' && state.files?.length ? { draft: state.files } : {};
  return { ...state, step: step?.id ?? REVIEW, ...waiting };
}

/** A copy that is sure to survive storing. */
function plain(value: unknown): FlowState['draft'] & NonNullable<unknown> {
  return JSON.parse(JSON.stringify(value));
}
