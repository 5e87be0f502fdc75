import { z } from 'zod';
import { accepted, DONE, problem, type Step, type StepBase } from '../step.ts';
import { optionMeant } from './choice.ts';

/** Photos and other files as evidence. The value is the list of attachment ids; `done` ends it, skipping means none. */
export function photosStep(base: StepBase): Step {
  return {
    ...base,
    kind: 'photos',
    optional: true,
    unknowable: false,
    options: (draft) => (Array.isArray(draft) && draft.length > 0 ? [DONE] : []),
    accept: (input, asking) => {
      const have = z.array(z.string()).safeParse(asking.draft).data ?? [];
      const files = [...new Set([...have, ...(input.attachments ?? [])])];
      if (input.attachments?.length) return { type: 'more', draft: files };
      if (have.length > 0 && optionMeant([DONE], input, asking) === DONE) return accepted(have);
      return problem('photo');
    },
    value: z.array(z.string()).min(1),
  };
}
