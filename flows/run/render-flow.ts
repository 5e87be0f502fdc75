import type { LanguageTag } from '../../bot/languages.ts';
import type { Choice, Message } from '../../bot/message.ts';
import { type Moved, openStep, progress } from '../engine.ts';
import { shownAnswers, stepsFor } from '../flow.ts';
import type { FlowState } from '../flow-state.ts';
import type { Step } from '../step.ts';
import { engineTexts } from '../texts/engine-texts-of.ts';
import type { SpokenFlow } from '../texts/flow-texts.ts';
import { optionLabel, type PlaceName } from './option-label.ts';
import { type Control, controlLabel, controlValue, optionValue } from './read-command.ts';

/** From this many options on the text lists them with numbers: some channels show only thirteen buttons. */
const LISTED_FROM = 7;

/** What rendering needs. */
export interface RenderContext {
  readonly spoken: SpokenFlow;
  readonly lang: LanguageTag;
  readonly placeName: PlaceName;
}

function control(name: Control, state: FlowState, lang: LanguageTag): Choice {
  return { value: controlValue(name, state.step), label: controlLabel(name, lang) };
}

function message(
  { spoken, lang }: RenderContext,
  parts: readonly string[],
  choices: readonly Choice[],
): Message {
  return {
    kind: 'flow',
    lang,
    text: parts.filter(Boolean).join('\n\n'),
    urgency: 'none',
    purpose: 'ordinary',
    flow: spoken.flow.id,
    choices,
  };
}

function question(context: RenderContext, state: FlowState, step: Step, before: readonly string[]): Message {
  const { spoken, lang, placeName } = context;
  const { at, of } = progress(spoken.flow, state);
  const options = step.options(state.draft).map((option) => ({
    value: optionValue(step.id, option),
    label: optionLabel(spoken, step, option, lang, placeName),
  }));
  const list =
    options.length >= LISTED_FROM
      ? options.map(({ label }, index) => `${index + 1}. ${label}`).join('\n')
      : '';
  const controls = [
    ...(state.answers[step.id] ? [control('keep', state, lang)] : []),
    ...(step.optional && state.draft === undefined ? [control('skip', state, lang)] : []),
    ...(step.unknowable ? [control('unknown', state, lang)] : []),
    ...(at > 1 ? [control('back', state, lang)] : []),
    control('stop', state, lang),
  ];
  const ask = `${at}/${of} ${spoken.texts[lang].steps[step.id]?.ask ?? ''}`;
  return message(context, [...before, ask, list], [...options, ...controls]);
}

/** What the list of answers shows for one of them. */
function answerText({ spoken, lang, placeName }: RenderContext, state: FlowState, step: Step): string {
  const found = state.answers[step.id];
  if (found?.state === 'unknown') return controlLabel('unknown', lang);
  if (found?.state !== 'given') return '–';
  const { value } = found;
  if (step.kind === 'consent') return engineTexts(lang).buttons.agree;
  if (step.kind === 'text') return String(value);
  if (step.kind === 'photos') return String(Array.isArray(value) ? value.length : 0);
  const label = (option: unknown) => optionLabel(spoken, step, String(option), lang, placeName);
  if (typeof value === 'boolean') return label(value ? 'yes' : 'no');
  return Array.isArray(value) ? value.map(label).join(', ') : label(value);
}

function review(context: RenderContext, state: FlowState, before: readonly string[]): Message {
  const { spoken, lang } = context;
  const shown = shownAnswers(spoken.flow, state.answers);
  const lines = stepsFor(spoken.flow, state.answers)
    .filter(({ id }) => shown[id])
    .map((step, index) => {
      const name = spoken.texts[lang].steps[step.id]?.name ?? '';
      return `${index + 1}. ${name}: ${answerText(context, state, step)}`;
    });
  const choices = (['submit', 'back', 'stop'] as const).map((name) => control(name, state, lang));
  return message(context, [...before, engineTexts(lang).review, lines.join('\n')], choices);
}

/** The message for where a run stands. `before`: lines that go in front of it. */
export function renderFlow(
  context: RenderContext,
  moved: Exclude<Moved<unknown>, { to: 'submitted' }>,
  before: readonly string[] = [],
): Message {
  const { spoken, lang } = context;
  const texts = engineTexts(lang);
  if (moved.to === 'ended')
    return message(context, [moved.why === 'declined' ? texts.declined : texts.stopped], []);
  const { state } = moved;
  if (moved.to === 'stop?') {
    const choices = (['stop-yes', 'stop-no'] as const).map((name) => control(name, state, lang));
    return message(context, [...before, texts.stopAsk], choices);
  }
  const step = openStep(spoken.flow, state);
  if (!step) return review(context, state, before);
  const problem = moved.to === 'step' && moved.problem ? texts.problems[moved.problem] : '';
  return question(context, state, step, [...before, problem || collected(step, state, lang)]);
}

/** Says that something was taken while the same question stays open. */
function collected(step: Step, state: FlowState, lang: LanguageTag): string {
  const texts = engineTexts(lang);
  if (state.draft === undefined) return '';
  if (step.kind === 'photos') return texts.photo;
  if (step.kind === 'date' || step.kind === 'time') return texts.which;
  return step.kind === 'place' ? '' : texts.more;
}
