import type { LanguageTag } from '../../bot/languages.ts';
import type { Flow } from '../flow.ts';

/** The words of one question. */
export interface StepWords {
  /** The question as it is asked. */
  readonly ask: string;
  /** Two or three words for the list of answers. */
  readonly name: string;
  /** Labels of the step's own options, at most 20 characters as a reader counts them. */
  readonly options?: Readonly<Record<string, string>>;
}

/** All words of one flow in one language. */
export interface FlowTexts {
  /** The button that starts it. */
  readonly title: string;
  /** What will happen, before the first question. */
  readonly intro: string;
  readonly steps: Readonly<Record<string, StepWords>>;
}

/** A flow with its words in every language: only such a flow can be offered. */
export interface SpokenFlow {
  readonly flow: Flow;
  readonly texts: Readonly<Record<LanguageTag, FlowTexts>>;
}
