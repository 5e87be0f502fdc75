import type { LanguageTag } from './languages.ts';

/** What an answer is (contract §2). */
export type ReplyKind =
  | 'answer'
  | 'clarify'
  | 'flow'
  | 'crisis'
  | 'emergency'
  | 'support'
  | 'rights'
  | 'handoff'
  | 'smalltalk'
  | 'unknown';

/** How fast a person must look. `crisis` and `emergency` are always `critical`. */
export type Urgency = 'none' | 'low' | 'normal' | 'high' | 'critical';

/** Urgencies from calm to deadly; compare by index. */
export const URGENCIES: readonly Urgency[] = ['none', 'low', 'normal', 'high', 'critical'];

/** A quick reply. Typed words must work too, so a handler also accepts the label as text. */
export interface Choice {
  /** Comes back as `ActionActivity.value`; at most 300 characters, no personal data. */
  readonly value: string;
  /** In the message's language; at most 20 grapheme clusters, longer ones are cut by the channel. */
  readonly label: string;
}

/** Text in the message that is a link: each place where `label` stands in `text` becomes one. */
export interface Link {
  readonly label: string;
  /** `https:` or `tel:` only. */
  readonly href: string;
}

/** Where an answer comes from (contract §2). An answer without a citation is not sent. */
export interface Citation {
  readonly article: string;
  readonly title: string;
  readonly url: string;
  readonly lang: string;
  /** ISO date on which the source was read. */
  readonly checked: string;
}

/** Why the message goes out; decides the road on channels that have two (L-21) and what a quota stops first. */
export type Purpose = 'ordinary' | 'safety' | 'proactive' | 'relay';

/** What we say, independent of the channel: plain text with `\n`, no markup. Adapters render it. */
export interface Message {
  readonly kind: ReplyKind;
  readonly lang: LanguageTag;
  readonly text: string;
  readonly urgency: Urgency;
  readonly purpose: Purpose;
  /** Name of the guided flow that this message started or offers. */
  readonly flow?: string;
  readonly choices?: readonly Choice[];
  readonly links?: readonly Link[];
  readonly citations?: readonly Citation[];
}
