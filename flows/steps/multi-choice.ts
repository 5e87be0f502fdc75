import { z } from 'zod';
import type { Json } from '../../bot/json.ts';
import { type Asking, accepted, DONE, type Input, problem, type Step, type StepBase } from '../step.ts';
import { optionMeant } from './choice.ts';

/** Between two things in a list: comma of any script, "and", line break. */
const BETWEEN = /[,，、;；/\n၊។]+|\s(?:and|và|dan|at|と)\s/u;

function picked(draft: Json | undefined): readonly string[] {
  return Array.isArray(draft) ? draft.filter((item) => typeof item === 'string') : [];
}

/** Every option that a list names; undefined when a part of it is not understood. */
function several(options: readonly string[], input: Input, asking: Asking): readonly string[] | undefined {
  const whole = optionMeant(options, input, asking);
  if (whole !== undefined) return [whole];
  const parts = (input.text ?? '').split(BETWEEN).flatMap((part) => {
    const bare = part.trim();
    return /^\d+(?:\s+\d+)+$/.test(bare) ? bare.split(/\s+/) : bare ? [bare] : [];
  });
  const meant = parts.map((text) => optionMeant(options, { text }, asking));
  return parts.length > 1 && meant.every((option) => option !== undefined) ? meant : undefined;
}

/**
 * One or more of the options. A tap adds the option (a second tap takes it away) and `done` ends the step; a typed list
 * ("1, 3") answers at once. The value is a list of option ids in the order of the options, never empty.
 */
export function multiChoiceStep(
  base: StepBase & {
    readonly kind?: 'multi-choice' | 'body';
    readonly options: readonly [string, ...string[]];
  },
): Step {
  const inOrder = (items: readonly string[]) => base.options.filter((option) => items.includes(option));
  return {
    ...base,
    kind: base.kind ?? 'multi-choice',
    unknowable: true,
    options: (draft) => {
      const have = picked(draft);
      const rest = base.options.filter((option) => !have.includes(option));
      return have.length > 0 ? [...rest, DONE] : rest;
    },
    accept: (input, asking) => {
      const have = picked(asking.draft);
      // Numbers and words mean what stands on the screen: the options that are left, then "done".
      const shown = base.options.filter((option) => !have.includes(option));
      const ends = have.length > 0 && optionMeant([...shown, DONE], input, asking) === DONE;
      if (ends) return accepted(inOrder(have));
      if (input.option !== undefined && have.includes(input.option)) {
        return { type: 'more', draft: have.filter((option) => option !== input.option) };
      }
      const meant = several(shown, input, asking);
      if (!meant) return problem('choose');
      const now = inOrder([...have, ...meant]);
      return meant.length > 1 ? accepted(now) : { type: 'more', draft: now };
    },
    value: z.array(z.enum(base.options)).min(1),
  };
}
