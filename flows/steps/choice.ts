import { z } from 'zod';
import { matchChoice } from '../../bot/text/match-choice.ts';
import { type Asking, accepted, type Input, problem, type Step, type StepBase } from '../step.ts';

/** Which of `options` an input means: tapped, or typed as its words or number. Undefined when none or several. */
export function optionMeant(options: readonly string[], input: Input, asking: Asking): string | undefined {
  if (input.option !== undefined) return options.includes(input.option) ? input.option : undefined;
  const choices = options.map((value) => ({ value, label: asking.label(value) }));
  return input.text === undefined ? undefined : matchChoice(input.text, choices, asking.lang);
}

/** One of a few options. The value is the option's id. */
export function choiceStep(base: StepBase & { readonly options: readonly [string, ...string[]] }): Step {
  return {
    ...base,
    kind: 'choice',
    unknowable: true,
    options: () => base.options,
    accept: (input, asking) => {
      const meant = optionMeant(base.options, input, asking);
      return meant === undefined ? problem('choose') : accepted(meant);
    },
    value: z.enum(base.options),
  };
}

/** Yes or no. The value is a boolean; typed words and 👍 👎 of all languages are understood. */
export function yesNoStep(base: StepBase): Step {
  const options = ['yes', 'no'];
  return {
    ...base,
    kind: 'yes-no',
    unknowable: true,
    options: () => options,
    accept: (input, asking) => {
      const meant = optionMeant(options, input, asking);
      return meant === undefined ? problem('choose') : accepted(meant === 'yes');
    },
    value: z.boolean(),
  };
}
