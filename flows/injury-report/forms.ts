import type { InjuryReport } from './report.ts';

/** A form of the workers' accident insurance that this report calls for. Ids as in the table of forms (`rousai-5`). */
export interface FormNeeded {
  readonly form: string;
  /** Where it goes: the hospital (or pharmacy), or the Labour Standards Inspection Office of the workplace. */
  readonly to: 'hospital' | 'office';
  /** False when an answer that decides was "I don't know" or the situation is for the office to judge. */
  readonly certain: boolean;
}

/** Days of absence from which the insurance pays (the first three are the waiting period). */
const PAID_FROM_DAY = 4;

interface Rule {
  readonly work: string;
  readonly commuting: string;
  readonly to: FormNeeded['to'];
  /** `yes`, `maybe` or no. */
  readonly when: (report: InjuryReport) => 'yes' | 'maybe' | undefined;
}

/**
 * Which form for what. Sources (read 2026-11-22): forms 5, 6, 16-3, 16-4 https://use-charlotte.jp/columns/c063/; 16-5
 * http://www5e.biglobe.ne.jp/~nurse/16-3-omote.htm; 8, 16-6 and the waiting period https://kurashiki-rousai.com/?p=114.
 * Form 7 and where each form goes are general knowledge, not read in a source.
 */
const RULES: readonly Rule[] = [
  {
    // Treatment at a designated hospital.
    work: 'rousai-5',
    commuting: 'rousai-16-3',
    to: 'hospital',
    when: ({ treatment, designated }) =>
      treatment !== 'hospital' || designated === false ? undefined : designated === true ? 'yes' : 'maybe',
  },
  {
    // From one designated hospital to another.
    work: 'rousai-6',
    commuting: 'rousai-16-4',
    to: 'hospital',
    when: ({ treatment, changed, designated }) =>
      treatment === 'hospital' && changed === true && designated !== false
        ? designated === true
          ? 'yes'
          : 'maybe'
        : undefined,
  },
  {
    // Money back for treatment elsewhere, or paid by mistake.
    work: 'rousai-7',
    commuting: 'rousai-16-5',
    to: 'office',
    when: ({ treatment, designated, paid }) => {
      if (treatment !== 'hospital' || paid === false) return undefined;
      if (designated === false) return paid === true ? 'yes' : 'maybe';
      return paid === true ? 'maybe' : undefined;
    },
  },
  {
    work: 'rousai-8',
    commuting: 'rousai-16-6',
    to: 'office',
    when: ({ daysOff }) =>
      daysOff === 'unknown' ? 'maybe' : daysOff !== null && daysOff >= PAID_FROM_DAY ? 'yes' : undefined,
  },
];

/** The forms by rule; none for an accident outside work. When it is not known whether it was work, the work forms as "maybe". */
export function formsNeeded(report: InjuryReport): readonly FormNeeded[] {
  const { situation } = report;
  if (situation === 'private') return [];
  const clear = situation === 'work' || situation === 'commute';
  return RULES.flatMap((rule) => {
    const found = rule.when(report);
    if (!found) return [];
    const form = situation === 'commute' ? rule.commuting : rule.work;
    return [{ form, to: rule.to, certain: clear && found === 'yes' }];
  });
}
