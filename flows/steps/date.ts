import { z } from 'zod';
import { accepted, problem, type Step, type StepBase } from '../step.ts';
import { addDays, japanDay } from '../understand/japan-day.ts';
import { understandDate } from '../understand/understand-date.ts';

const day = z.iso.date();

/** The days that the step asks about when typed words could mean two. */
const either = z.array(day).min(2);

/**
 * A day that is not in the future, in Japan; `today` and `yesterday` as buttons, everything else typed. When "3/5" can be
 * two days the step asks which one. The value is an ISO day, at most ten years ago.
 */
export function dateStep(base: StepBase): Step {
  return {
    ...base,
    kind: 'date',
    unknowable: true,
    options: (draft) => either.safeParse(draft).data ?? ['today', 'yesterday'],
    accept: (input, { now, lang, draft }) => {
      const today = japanDay(now);
      if (input.option === 'today') return accepted(today);
      if (input.option === 'yesterday') return accepted(addDays(today, -1));
      const tapped = day.safeParse(input.option).data;
      const open = either.safeParse(draft).data ?? [];
      if (tapped && open.includes(tapped)) return accepted(tapped);
      const number = /^\s*(\d)\s*$/.exec(input.text ?? '')?.[1];
      const chosen = number ? open[Number(number) - 1] : undefined;
      if (chosen) return accepted(chosen);
      const all = understandDate(input.text ?? '', lang, now);
      const past = all.filter((found) => found <= today);
      const [first] = past;
      if (!first) return problem(all.length > 0 ? 'future' : 'date');
      if (past.length > 1) return { type: 'more', draft: past };
      return first < addDays(today, -3653) ? problem('long-ago') : accepted(first);
    },
    value: day,
  };
}
