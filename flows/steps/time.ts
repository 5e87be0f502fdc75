import { z } from 'zod';
import { accepted, problem, type Step, type StepBase } from '../step.ts';
import { understandTime } from '../understand/understand-time.ts';
import { optionMeant } from './choice.ts';

/** Parts of the day, for people who do not remember the hour. */
export const DAY_PARTS = ['early', 'morning', 'noon', 'afternoon', 'evening', 'night'] as const;

const hour = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);

/** A time of day. The value is `HH:mm` or a part of the day; "3:00" that can be day or night is asked back. */
export function timeStep(base: StepBase): Step {
  const open = (draft: unknown) => z.array(hour).min(2).safeParse(draft).data;
  return {
    ...base,
    kind: 'time',
    unknowable: true,
    options: (draft) => open(draft) ?? DAY_PARTS,
    accept: (input, asking) => {
      const options: readonly string[] = open(asking.draft) ?? DAY_PARTS;
      if (input.option !== undefined)
        return options.includes(input.option) ? accepted(input.option) : problem('time');
      const number = open(asking.draft) && /^\s*([12])\s*$/.exec(input.text ?? '')?.[1];
      const chosen = number ? options[Number(number) - 1] : undefined;
      if (chosen) return accepted(chosen);
      const hours = understandTime(input.text ?? '', asking.lang);
      if (hours.length > 1) return { type: 'more', draft: hours };
      const meant = hours[0] ?? optionMeant(DAY_PARTS, input, asking);
      return meant === undefined ? problem('time') : accepted(meant);
    },
    value: z.union([hour, z.enum(DAY_PARTS)]),
  };
}
