import { choiceId } from '../../bot/choice-values.ts';
import type { Middleware } from '../../bot/middleware.ts';
import type { TurnContext } from '../../bot/turn.ts';
import { applyCommand, startFlow as begin, type Command, type Moved, openStep, standing } from '../engine.ts';
import { type FlowState, restoreState } from '../flow-state.ts';
import { engineTexts } from '../texts/engine-texts-of.ts';
import type { SpokenFlow } from '../texts/flow-texts.ts';
import { optionLabel, type PlaceName } from './option-label.ts';
import { tapped, typed } from './read-command.ts';
import { renderFlow } from './render-flow.ts';

/** What running flows needs from the rest of the product. */
export interface FlowOptions {
  /** The flows that can be started, each with its words in every language. */
  readonly flows: readonly SpokenFlow[];
  readonly placeName: PlaceName;
  /** Answers a question in the middle; false (and nothing said) when it has no sure answer. */
  readonly answerQuestion: (turn: TurnContext, text: string) => Promise<boolean>;
  /** The answers say that a life may be in danger: says the emergency text, before the next question. */
  readonly raiseAlarm: (turn: TurnContext) => void;
  /** Called once a run: opens the case, keeps the report, says what happens now. */
  readonly submitted: (turn: TurnContext, flow: string, report: unknown) => void;
  readonly uuid: () => string;
}

function keep(turn: TurnContext, state: FlowState | undefined): void {
  const { flow: _flow, ...rest } = turn.state;
  if (!state) turn.state = rest;
  else
    turn.state = {
      ...rest,
      flow: { id: state.flow, version: state.version, step: state.step, answers: state },
    };
}

function asksSomething(text: string): boolean {
  return /[?？]\s*$/.test(text);
}

/**
 * Starts a flow by its button (`flow:ID`); the same flow already running goes on where it stands. Another value, or a flow
 * that is not in the list, goes to the next middleware.
 */
export function startFlow(options: FlowOptions): Middleware {
  return async (turn, next) => {
    const { activity, locale: lang } = turn;
    const id = activity.type === 'action' ? choiceId('flow', activity.value) : undefined;
    const spoken = options.flows.find(({ flow }) => flow.id === id);
    if (!spoken) return next();
    const running =
      turn.state.flow?.id === id ? restoreState(spoken.flow, turn.state.flow?.answers) : undefined;
    const state = running ?? begin(spoken.flow, options.uuid(), turn.now);
    keep(turn, state);
    const before = running ? engineTexts(lang).resumed : spoken.texts[lang].intro;
    turn.reply(renderFlow({ spoken, lang, placeName: options.placeName }, standing(state), [before]));
    if (!running)
      turn.audit({ action: 'flow_started', subject: activity.conversation, data: { flow: spoken.flow.id } });
  };
}

/**
 * Reads each message and tap in the light of the open question. Values of other parts of the product go on to them, and
 * the flow waits. Stands behind guard, language and relay, before everything that would take the words for a question.
 */
export function continueFlow(options: FlowOptions): Middleware {
  return async (turn, next) => {
    const { activity, locale: lang } = turn;
    const stored = turn.state.flow;
    if (!stored || (activity.type !== 'message' && activity.type !== 'action')) return next();
    const spoken = options.flows.find(({ flow }) => flow.id === stored.id);
    const state = spoken && restoreState(spoken.flow, stored.answers);
    if (!spoken || !state) {
      keep(turn, undefined);
      turn.reply({
        kind: 'flow',
        lang,
        text: engineTexts(lang).dropped,
        urgency: 'none',
        purpose: 'ordinary',
        flow: stored.id,
      });
      return;
    }
    const context = { spoken, lang, placeName: options.placeName };
    const step = openStep(spoken.flow, state);
    const label = (_step: string, option: string) =>
      step ? optionLabel(spoken, step, option, lang, options.placeName) : option;
    const labels = step ? step.options(state.draft).map((option) => label(step.id, option)) : [];
    const command =
      activity.type === 'action' ? tapped(activity, state) : typed(activity, spoken, state, lang, labels);
    if (command === undefined) return next();
    if (command === 'stale') return turn.reply(renderFlow(context, standing(state)));

    if (await inTheMiddle(turn, options, command, step?.kind === 'text')) {
      return turn.reply(renderFlow(context, standing(state), [engineTexts(lang).resumed]));
    }
    const moved = applyCommand(spoken.flow, state, command, { lang, now: turn.now, label });
    if (await misread(turn, options, command, moved)) {
      return turn.reply(renderFlow(context, standing(state), [engineTexts(lang).resumed]));
    }
    follow(turn, options, spoken, state, moved, command);
  };
}

/** A question mark behind free words: answered when the articles have it, else the words are the answer. */
async function inTheMiddle(
  turn: TurnContext,
  options: FlowOptions,
  command: Command,
  free: boolean,
): Promise<boolean> {
  const text = command.type === 'answer' ? command.input.text : undefined;
  return free && text !== undefined && asksSomething(text) && options.answerQuestion(turn, text);
}

/** Words that answer nothing here and look like a question. */
async function misread(
  turn: TurnContext,
  options: FlowOptions,
  command: Command,
  moved: Moved<unknown>,
): Promise<boolean> {
  const text = command.type === 'answer' ? command.input.text : undefined;
  if (!text || text.length < 8) return false;
  const missed = (moved.to === 'step' && moved.problem !== undefined) || moved.to === 'review';
  // At the review words come back to it unread; a last answer comes to it from a step.
  if (moved.to === 'review' && turn.state.flow?.step !== moved.state.step) return false;
  return missed && options.answerQuestion(turn, text);
}

function follow(
  turn: TurnContext,
  options: FlowOptions,
  spoken: SpokenFlow,
  before: FlowState,
  moved: Moved<unknown>,
  command: Command,
): void {
  const { flow } = spoken;
  const subject = turn.activity.conversation;
  const context = { spoken, lang: turn.locale, placeName: options.placeName };
  if (moved.to === 'submitted') {
    keep(turn, undefined);
    turn.audit({ action: 'flow_submitted', subject, data: { flow: flow.id, submission: before.submission } });
    options.submitted(turn, flow.id, moved.report);
  } else if (moved.to === 'ended') {
    keep(turn, undefined);
    turn.audit({ action: `flow_${moved.why}`, subject, data: { flow: flow.id } });
    turn.reply(renderFlow(context, moved));
  } else {
    keep(turn, moved.state);
    const alarmed = flow.alarm?.(moved.state.answers) && !flow.alarm(before.answers);
    if (alarmed) options.raiseAlarm(turn);
    const got = command.type === 'attach' ? [engineTexts(turn.locale).kept] : [];
    turn.reply(renderFlow(context, moved, got));
  }
}
