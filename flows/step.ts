import type { ZodType } from 'zod';
import type { Json } from '../bot/json.ts';
import type { LanguageTag } from '../bot/languages.ts';
import type { Answers } from './answer.ts';

/** What the person just did: typed words, tapped an option of this step, sent files (their ids). */
export interface Input {
  readonly text?: string;
  readonly option?: string;
  readonly attachments?: readonly string[];
}

/** What a step may look at while it reads an input. */
export interface Asking {
  readonly lang: LanguageTag;
  /** Epoch milliseconds. */
  readonly now: number;
  /** An option's label in `lang`. */
  readonly label: (option: string) => string;
  /** What the step has collected so far: see `more` in {@link Accepted}. */
  readonly draft?: Json;
}

/** Why an input is no answer; each has a text in every language. */
export type Problem =
  | 'choose'
  | 'date'
  | 'future'
  | 'long-ago'
  | 'time'
  | 'number'
  | 'range'
  | 'text'
  | 'photo'
  | 'long';

/** `value` answers the step; `more` keeps a draft and asks the same step again; `declined` ends the flow (consent). */
export type Accepted =
  | { readonly type: 'value'; readonly value: Json }
  | { readonly type: 'more'; readonly draft: Json }
  | { readonly type: 'declined' }
  | { readonly type: 'problem'; readonly problem: Problem };

/** The kinds of steps there are; a channel may render each in its own way. */
export type StepKind =
  | 'choice'
  | 'multi-choice'
  | 'yes-no'
  | 'date'
  | 'time'
  | 'number'
  | 'text'
  | 'place'
  | 'body'
  | 'photos'
  | 'consent';

/** One question. Pure: the same input gives the same answer. */
export interface Step {
  readonly id: string;
  readonly kind: StepKind;
  /** May be left out. */
  readonly optional?: boolean;
  /** False when "I don't know" makes no sense (consent, photos, free words that may be skipped). */
  readonly unknowable: boolean;
  /** Asked only when this holds. May look at earlier steps only. */
  readonly when?: (answers: Answers) => boolean;
  /** Option ids to show now, in order. */
  readonly options: (draft?: Json) => readonly string[];
  readonly accept: (input: Input, asking: Asking) => Accepted;
  /** The form of a given value: a stored answer that does not have it is asked again. */
  readonly value: ZodType;
}

/** Parts of a step that its flow decides. */
export interface StepBase {
  readonly id: string;
  readonly optional?: boolean;
  readonly when?: (answers: Answers) => boolean;
}

/** Short for an input that is no answer. */
export function problem(name: Problem): Accepted {
  return { type: 'problem', problem: name };
}

/** Short for an answer. */
export function accepted(value: Json): Accepted {
  return { type: 'value', value };
}

/** The option that ends a step which collects several things. */
export const DONE = 'done';
