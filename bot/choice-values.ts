/**
 * Values of choices that more than one part of the product understands. What comes back as
 * `ActionActivity.value` is one of these words, or a kind and an id with a colon between them.
 */
export const CHOICE = {
  /** "Talk to a person". */
  human: 'human',
  /** "Phone numbers": instead of a person when nobody is connected. */
  lines: 'lines',
  /** "Ask a question". */
  ask: 'ask',
  /** "I am hurt or afraid". */
  hurt: 'hurt',
  /** "Change language". */
  language: 'language',
  /** None of the offered topics. */
  other: 'other',
  /** "I am safe", after a text in danger. */
  safeYes: 'safe:yes',
  /** "I am not safe". */
  safeNo: 'safe:no',
  /** A model outside this system may, or may not, read this person's questions. */
  modelYes: 'model:yes',
  modelNo: 'model:no',
} as const;

/** Kinds of values that name a thing: `topic:paid-leave` answers it, `more:…` the rest, `flow:…` starts one, `lang:vi` sets the language. */
export type ChoiceKind = 'topic' | 'more' | 'flow' | 'lang';

/** `kind:id`, at most 300 characters. */
export function choiceValue(kind: ChoiceKind, id: string): string {
  return `${kind}:${id}`;
}

/** The id behind `kind:`, or undefined when the value is of another kind. */
export function choiceId(kind: ChoiceKind, value: string): string | undefined {
  return value.startsWith(`${kind}:`) ? value.slice(kind.length + 1) : undefined;
}
