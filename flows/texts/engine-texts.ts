import type { Problem } from '../step.ts';

/** Words that every flow needs, in one language. Labels are buttons: at most 20 characters as a reader counts them. */
export interface EngineTexts {
  readonly buttons: {
    readonly back: string;
    readonly keep: string;
    readonly skip: string;
    readonly unknown: string;
    readonly stop: string;
    readonly stopYes: string;
    readonly stopNo: string;
    readonly done: string;
    readonly yes: string;
    readonly no: string;
    readonly agree: string;
    readonly disagree: string;
    readonly today: string;
    readonly yesterday: string;
    readonly send: string;
  };
  readonly dayParts: Readonly<
    Record<'early' | 'morning' | 'noon' | 'afternoon' | 'evening' | 'night', string>
  >;
  /** "Really stop? What you have answered is deleted." */
  readonly stopAsk: string;
  readonly stopped: string;
  /** After a refused consent: nothing was kept, help is still there. */
  readonly declined: string;
  /** Above the list of answers. */
  readonly review: string;
  /** Something was picked: more may follow. */
  readonly more: string;
  /** A file has come. */
  readonly photo: string;
  /** A file came before its question. */
  readonly kept: string;
  /** Two days or hours are possible. */
  readonly which: string;
  /** The questions go on after something else. */
  readonly resumed: string;
  /** The stored answers belong to an older form of the questions. */
  readonly dropped: string;
  readonly problems: Readonly<Record<Problem, string>>;
}
