import { z } from 'zod';
import { type Answers, given, givenList, givenText } from '../../flows/answer.ts';
import type { Flow } from '../../flows/flow.ts';
import { choiceStep, yesNoStep } from '../../flows/steps/choice.ts';
import { consentStep } from '../../flows/steps/consent.ts';
import { multiChoiceStep } from '../../flows/steps/multi-choice.ts';
import { photosStep } from '../../flows/steps/photos.ts';
import { textStep } from '../../flows/steps/text.ts';

const report = z.strictObject({ id: z.string(), answers: z.json() });

const has = (step: string, value: unknown) => (answers: Answers) => given(answers, step) === value;

/** A small flow with every shape of path: a branch, a list, an optional step, files. For tests of the engine only. */
export const sampleFlow: Flow<z.infer<typeof report>> = {
  id: 'sample',
  version: 1,
  steps: [
    consentStep({ id: 'consent', text: '1' }),
    choiceStep({ id: 'who', options: ['self', 'other'] }),
    textStep({ id: 'name', when: has('who', 'other'), optional: true, max: 50 }),
    multiChoiceStep({ id: 'where', options: ['hand', 'foot', 'head'] }),
    yesNoStep({ id: 'doctor', when: (answers) => givenList(answers, 'where').includes('head') }),
    textStep({ id: 'story' }),
    photosStep({ id: 'photos' }),
  ],
  report,
  outcome: (answers, { id }) => ({ id, answers: JSON.parse(JSON.stringify(answers)) }),
  alarm: (answers) => givenText(answers, 'who') === 'nobody',
};

/** Labels of the sample flow's options, in English. */
export const sampleLabel = (_step: string, option: string): string =>
  ({ yes: 'Yes', no: 'No', self: 'Me', other: 'Somebody else', hand: 'Hand', foot: 'Foot', head: 'Head' })[
    option
  ] ?? (option === 'done' ? 'That is all' : option);
