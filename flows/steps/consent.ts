import { z } from 'zod';
import { accepted, problem, type Step, type StepBase } from '../step.ts';
import { optionMeant } from './choice.ts';

/** What is kept of a consent: which text, in which language, when (ISO 8601). */
export const consentValue = z.strictObject({ text: z.string(), lang: z.string(), at: z.string() });

/**
 * Asked before the first question about health or a conflict. No answer but yes goes on, a no ends the flow and keeps
 * nothing. `text` names the version of the words that were shown.
 */
export function consentStep(base: Omit<StepBase, 'optional'> & { readonly text: string }): Step {
  const options = ['yes', 'no'];
  return {
    ...base,
    kind: 'consent',
    unknowable: false,
    options: () => options,
    accept: (input, { lang, now, ...asking }) => {
      const meant = optionMeant(options, input, { lang, now, ...asking });
      if (meant === undefined) return problem('choose');
      if (meant === 'no') return { type: 'declined' };
      return accepted({ text: base.text, lang, at: new Date(now).toISOString() });
    },
    value: consentValue,
  };
}
