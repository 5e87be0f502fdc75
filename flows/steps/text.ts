import { z } from 'zod';
import { raw } from '../../bot/text/raw.ts';
import { accepted, problem, type Step, type StepBase } from '../step.ts';

/** Free words, kept as they are (at most `max` characters, by default 2,000): they are quoted in the report. */
export function textStep(base: StepBase & { readonly max?: number }): Step {
  const max = base.max ?? 2000;
  return {
    ...base,
    kind: 'text',
    unknowable: true,
    options: () => [],
    accept: ({ text }) => {
      const words = raw(text ?? '');
      if (!/[\p{L}\p{N}]/u.test(words)) return problem('text');
      return words.length > max ? problem('long') : accepted(words);
    },
    value: z.string().min(1),
  };
}
