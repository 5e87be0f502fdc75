import { z } from 'zod';
import { yesNo } from '../../bot/text/yes-no.ts';
import { accepted, problem, type Step, type StepBase } from '../step.ts';
import { understandNumber } from '../understand/understand-number.ts';

/** Most numbers that are offered as buttons. */
const BUTTONS = 8;

/** A whole number from `min` to `max`; small ones are offered in `offer`. A plain "no" means zero where zero is allowed. */
export function numberStep(
  base: StepBase & { readonly min: number; readonly max: number; readonly offer?: readonly number[] },
): Step {
  const options = (base.offer ?? []).slice(0, BUTTONS).map(String);
  return {
    ...base,
    kind: 'number',
    unknowable: true,
    options: () => options,
    accept: ({ option, text }, { lang }) => {
      const typed = option ?? text ?? '';
      const none = base.min === 0 && yesNo(typed, lang) === 'no' ? 0 : undefined;
      const number = none ?? understandNumber(typed, lang);
      if (number === undefined) return problem('number');
      return number < base.min || number > base.max ? problem('range') : accepted(number);
    },
    value: z.int().min(base.min).max(base.max),
  };
}
