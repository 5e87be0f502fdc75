import { type Answers, given } from '../answer.ts';
import type { Flow } from '../flow.ts';
import type { Step } from '../step.ts';
import { choiceStep, yesNoStep } from '../steps/choice.ts';
import { consentStep } from '../steps/consent.ts';
import { dateStep } from '../steps/date.ts';
import { multiChoiceStep } from '../steps/multi-choice.ts';
import { numberStep } from '../steps/number.ts';
import { photosStep } from '../steps/photos.ts';
import { placeStep } from '../steps/place.ts';
import { textStep } from '../steps/text.ts';
import { timeStep } from '../steps/time.ts';
import * as options from './options.ts';
import { outcome } from './outcome.ts';
import { type InjuryReport, injuryReport } from './report.ts';

const is = (step: string, value: string | boolean) => (answers: Answers) => given(answers, step) === value;
const atHospital = is('treatment', 'hospital');

/** The questions in order: danger first, then what happened, then the company, then proof and who may see it. */
export const INJURY_STEPS = [
  consentStep({ id: 'consent', text: '1' }),
  yesNoStep({ id: 'danger' }),
  choiceStep({ id: 'who', options: ['self', 'other'] }),
  dateStep({ id: 'date' }),
  timeStep({ id: 'time' }),
  placeStep({ id: 'prefecture' }),
  choiceStep({ id: 'site', options: options.SITES }),
  choiceStep({ id: 'situation', options: options.SITUATIONS }),
  choiceStep({ id: 'accident', options: options.ACCIDENTS }),
  textStep({ id: 'story', optional: true }),
  multiChoiceStep({ id: 'body', kind: 'body', options: options.BODY_PARTS }),
  choiceStep({ id: 'side', optional: true, options: options.SIDES }),
  choiceStep({ id: 'treatment', options: options.TREATMENTS }),
  yesNoStep({ id: 'designated', when: atHospital }),
  yesNoStep({ id: 'changed', when: atHospital }),
  yesNoStep({ id: 'paid', when: atHospital }),
  choiceStep({ id: 'card', when: atHospital, options: options.CARDS }),
  yesNoStep({ id: 'companyKnows' }),
  multiChoiceStep({
    id: 'companySaid',
    optional: true,
    when: is('companyKnows', true),
    options: options.COMPANY_WORDS,
  }),
  numberStep({ id: 'daysOff', min: 0, max: 730, offer: [0, 1, 2, 3, 4, 5, 7, 14] }),
  yesNoStep({ id: 'witnesses' }),
  textStep({ id: 'witnessWords', optional: true, when: is('witnesses', true), max: 300 }),
  photosStep({ id: 'photos' }),
  multiChoiceStep({ id: 'readers', optional: true, options: options.READERS }),
  textStep({ id: 'contact', optional: true, max: 300 }),
] as const satisfies readonly Step[];

/**
 * Somebody was hurt at work or on the way. A "yes" to the danger question raises the alarm at once: whoever runs the flow
 * says the emergency text before anything else.
 */
export const injuryReportFlow: Flow<InjuryReport> = {
  id: 'injury-report',
  version: 1,
  steps: INJURY_STEPS,
  report: injuryReport,
  outcome,
  alarm: is('danger', true),
};
