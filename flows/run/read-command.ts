import type { ActionActivity, MessageActivity } from '../../bot/activity.ts';
import { LANGUAGE_TAGS } from '../../bot/languages.ts';
import { foldedLight } from '../../bot/text/folded.ts';
import { yesNo } from '../../bot/text/yes-no.ts';
import type { Command } from '../engine.ts';
import { openStep } from '../engine.ts';
import { shownAnswers, stepsFor } from '../flow.ts';
import { type FlowState, REVIEW } from '../flow-state.ts';
import { engineTexts } from '../texts/engine-texts-of.ts';
import type { SpokenFlow } from '../texts/flow-texts.ts';
import { understandNumber } from '../understand/understand-number.ts';

/** Commands that are buttons, with their place in {@link engineTexts}. */
const CONTROLS = {
  back: 'back',
  keep: 'keep',
  skip: 'skip',
  unknown: 'unknown',
  stop: 'stop',
  'stop-yes': 'stopYes',
  'stop-no': 'stopNo',
  submit: 'send',
} as const;

/** Names of the commands that have a button. */
export type Control = keyof typeof CONTROLS;

/** What stands on a control's button. */
export const controlLabel = (control: Control, lang: (typeof LANGUAGE_TAGS)[number]): string =>
  engineTexts(lang).buttons[CONTROLS[control]];

/** Value of a control's button; it names the step, so that a tap on an old message does nothing to a newer question. */
export const controlValue = (control: Control, step: string): string => `do:${control}:${step}`;

/** Value of an option's button. */
export const optionValue = (step: string, option: string): string => `step:${step}:${option}`;

const bare = (text: string) =>
  foldedLight(text)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

const CONTROL_NAMES = Object.keys(CONTROLS) as Control[];
const TYPED = new Map(
  LANGUAGE_TAGS.flatMap((tag) =>
    CONTROL_NAMES.map((control) => [bare(controlLabel(control, tag)), control] as const),
  ),
);

/** The command behind a tap; `stale` when the button belongs to another question; undefined when it is not a flow's. */
export function tapped(
  { value }: Pick<ActionActivity, 'value'>,
  state: FlowState,
): Command | 'stale' | undefined {
  const [kind, name = '', step = ''] = value.split(/:(.*?):(.*)/s);
  if (kind === 'step') {
    return name === state.step && !state.stopping ? { type: 'answer', input: { option: step } } : 'stale';
  }
  if (kind !== 'do') return undefined;
  const control = CONTROL_NAMES.find((item) => item === name);
  if (!control || step !== state.step) return 'stale';
  return { type: control };
}

/** The command that typed words or files mean at the open question. `words` as labels of options are looked at first. */
export function typed(
  { text, attachments }: Pick<MessageActivity, 'text' | 'attachments'>,
  spoken: SpokenFlow,
  state: FlowState,
  lang: (typeof LANGUAGE_TAGS)[number],
  optionLabels: readonly string[],
): Command {
  const files = attachments?.map(({ id }) => id) ?? [];
  const step = openStep(spoken.flow, state);
  if (files.length > 0 && step?.kind !== 'photos') return { type: 'attach', files };
  const said = bare(text);
  const control = optionLabels.some((label) => bare(label) === said) ? undefined : TYPED.get(said);
  if (state.stopping) {
    const answer = yesNo(text, lang);
    if (control === 'stop-yes' || answer === 'yes') return { type: 'stop-yes' };
    return { type: control === 'stop-no' || answer === 'no' ? 'stop-no' : 'stop' };
  }
  if (control && (control !== 'submit' || state.step === REVIEW)) return { type: control };
  if (state.step === REVIEW) {
    if (yesNo(text, lang) === 'yes') return { type: 'submit' };
    const number = understandNumber(text, lang);
    const shown = shownAnswers(spoken.flow, state.answers);
    const chosen = stepsFor(spoken.flow, state.answers).filter(({ id }) => shown[id])[(number ?? 0) - 1];
    return chosen ? { type: 'change', step: chosen.id } : { type: 'answer', input: { text } };
  }
  return { type: 'answer', input: files.length > 0 ? { attachments: files } : { text } };
}
