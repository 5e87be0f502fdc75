import type { ByReach } from '../../../bot/locales/core-texts.ts';

/** What is happening: somebody may harm themselves; somebody is attacked or threatened; severe accident or illness. */
export type Situation = 'self' | 'attack' | 'emergency';

/** What is said in one situation, in the order in which it is needed. No numbers of lines, no method, no moral. */
export interface SituationTexts {
  /** First words: calm, warm, short. */
  readonly open: string;
  /** What to do now. */
  readonly steps: string;
  /** Second and third time, each shorter and with something new to do. */
  readonly again: string;
  readonly still: string;
}

/** What the Japanese sentences to say mean, for who does not read Japanese. */
export interface Meanings {
  readonly help: string;
  readonly attacked: string;
  readonly emergency: string;
  readonly ambulance: string;
  readonly fire: string;
  /** Ends open: the person says the place. */
  readonly place: string;
}

/**
 * Fixed texts in danger, one object a language; a missing key is a type error. After the WHO guide on psychological
 * first aid (look, listen, link) and WHO's advice on safe words about suicide: see README.md. Plain text.
 */
export interface DangerTexts extends Readonly<Record<Situation, SituationTexts>> {
  /** Danger from oneself may be a friend's: stay until others take over. */
  readonly someoneElse: string;
  /** Instead of the steps of an emergency where it burns. */
  readonly fire: string;
  /** "Are you safe right now?", with the labels of its two answers (at most 20 grapheme clusters). */
  readonly safe: { readonly ask: string; readonly yes: string; readonly no: string };
  /** Said after "I am safe". */
  readonly glad: string;
  /** Said after "I am not safe"; the numbers stand above it. */
  readonly notSafe: string;
  /** `null`: the reader knows Japanese. */
  readonly meanings: Meanings | null;
  /** Who is being called and who can read this, in the three true versions (architecture §9). */
  readonly reach: ByReach;
  /** What is true about the employer. No other secrecy is promised. */
  readonly company: string;
  /** One line before ordinary answers while danger is open; holds 119 and 110. */
  readonly reminder: string;
}
