import { isoDay, japanDay } from '../understand/japan-day.ts';
import type { InjuryReport } from './report.ts';

/** Something to do, by code; each has words in the languages it is shown in. */
export interface NextStep {
  readonly code:
    | 'call-119'
    | 'see-doctor'
    | 'tell-hospital'
    | 'switch-card'
    | 'tell-company'
    | 'keep-proof'
    | 'employer-report'
    | 'claim-treatment'
    | 'claim-absence'
    | 'claim-disability';
  /** ISO day; missing when it is due now. */
  readonly by?: string;
}

/** The same day `years` later; 29 February becomes the 28th. */
function yearsAfter(iso: string, years: number): string | undefined {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  return isoDay(year + years, month, day) ?? isoDay(year + years, month, day - 1);
}

/** End of the month after the quarter of `iso`: the employer's report of absences under four days. */
function quarterReport(iso: string): string {
  const [year = 0, month = 1] = iso.split('-').map(Number);
  return new Date(Date.UTC(year, Math.ceil(month / 3) * 3 + 1, 0)).toISOString().slice(0, 10);
}

/**
 * What to do next, most urgent first. Days are the earliest at which a right could end, counted from the accident: two
 * years for treatment and absence, five for disability (Workers' Accident Compensation Insurance Act, Art. 42); the
 * employer's report without delay from four days of absence, else by the end of the month after the quarter (Industrial
 * Safety and Health Ordinance). Sources read on 2026-11-22. Without a known day of the accident no day is given.
 */
export function nextSteps(report: InjuryReport): readonly NextStep[] {
  const { danger, treatment, card, companyKnows, situation, daysOff } = report;
  const date = report.date === 'unknown' ? null : report.date;
  const mayClaim = situation !== 'private';
  const years = (code: NextStep['code'], count: number): NextStep => {
    const by = date ? yearsAfter(date, count) : undefined;
    return by ? { code, by } : { code };
  };
  const steps: (NextStep | false)[] = [
    danger === true && { code: 'call-119' },
    treatment !== 'hospital' && { code: 'see-doctor', by: japanDay(Date.parse(report.submittedAt)) },
    mayClaim &&
      (treatment !== 'hospital' || card === 'nothing' || card === 'unknown') && { code: 'tell-hospital' },
    mayClaim && card === 'health' && { code: 'switch-card' },
    companyKnows !== true && { code: 'tell-company' },
    { code: 'keep-proof' },
    mayClaim && situation !== 'commute' && employerReport(daysOff, date),
    mayClaim && years('claim-treatment', 2),
    mayClaim && daysOff !== 0 && years('claim-absence', 2),
    mayClaim && years('claim-disability', 5),
  ];
  return steps.filter((step) => step !== false);
}

function employerReport(daysOff: InjuryReport['daysOff'], date: string | null): NextStep | false {
  if (daysOff === 0) return false;
  const short = typeof daysOff === 'number' && daysOff < 4;
  return short && date ? { code: 'employer-report', by: quarterReport(date) } : { code: 'employer-report' };
}
