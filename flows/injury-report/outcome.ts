import { type Answers, given, givenList } from '../answer.ts';
import type { Submission } from '../flow.ts';
import { HIDING } from './options.ts';
import { type InjuryReport, injuryReport } from './report.ts';

/** Parts of the body and kinds of accident after which a doctor should look today, however small it seems. */
const SERIOUS_PARTS: ReadonlySet<string> = new Set(['head', 'eye', 'neck', 'whole']);
const SERIOUS_KINDS: ReadonlySet<string> = new Set(['fall-height', 'electric', 'substance']);

function urgencyOf(answers: Answers, hidden: boolean): InjuryReport['urgency'] {
  if (given(answers, 'danger') === true) return 'critical';
  const serious =
    hidden ||
    given(answers, 'danger') === undefined ||
    givenList(answers, 'body').some((part) => SERIOUS_PARTS.has(part)) ||
    SERIOUS_KINDS.has(String(given(answers, 'accident')));
  return serious ? 'high' : 'normal';
}

/** The report of the shown answers. Pure; throws (zod) when an answer has not the form of its step. */
export function outcome(answers: Answers, { id, submittedAt }: Submission): InjuryReport {
  const of = (step: string) => {
    const found = answers[step];
    return found?.state === 'given' ? found.value : found?.state === 'unknown' ? 'unknown' : null;
  };
  const hidden = givenList(answers, 'companySaid').some((words) => HIDING.has(words));
  return injuryReport.parse({
    id,
    version: 1,
    submittedAt: new Date(submittedAt).toISOString(),
    consent: of('consent'),
    danger: of('danger'),
    who: of('who'),
    date: of('date'),
    time: of('time'),
    prefecture: of('prefecture'),
    site: of('site'),
    situation: of('situation'),
    accident: of('accident'),
    story: of('story'),
    body: of('body'),
    side: of('side'),
    treatment: of('treatment'),
    designated: of('designated'),
    changed: of('changed'),
    paid: of('paid'),
    card: of('card'),
    companyKnows: of('companyKnows'),
    companySaid: of('companySaid'),
    daysOff: of('daysOff'),
    witnesses: of('witnesses'),
    witnessWords: of('witnessWords'),
    photos: givenList(answers, 'photos'),
    readers: of('readers'),
    contact: of('contact'),
    hidden,
    urgency: urgencyOf(answers, hidden),
  });
}
