import type { LanguageTag } from '../../bot/languages.ts';

/** Phrases by rule name; see `phrase.ts` for how a phrase is written. */
export type Rules = Readonly<Record<string, readonly string[]>>;

/** The phrases of one language in one way of writing. */
export type Phrases = {
  /** Word lists that phrases name as `<name>`: alternatives parted by `|`. */
  readonly words?: Readonly<Record<string, string>>;
  /** Wishes and acts against oneself: heard whatever else the sentence says, unless it is `harmless`. */
  readonly self?: Rules;
  /** Violence now. Not heard where the sentence is an `aside`, unless it says `now`. */
  readonly violence?: Rules;
  /** Accident or illness now. Cancelled like `violence`. */
  readonly accident?: Rules;
  /** A single blow, a touch, a threat without a weapon: it may be over. Heard only where the sentence says `now`. */
  readonly violenceIfNow?: Rules;
  /** A cut or a bump that may be slight: heard only where the sentence says `now`. */
  readonly accidentIfNow?: Rules;
  /** Soft farewells: a crisis only beside an emoji of harm. */
  readonly farewell?: readonly string[];
  /** Figures of speech, denials and other uses of the same words: taken out before anything is looked for. */
  readonly harmless?: readonly string[];
  /** Signs that a sentence asks about a rule, a sum of money, a case that may come or one long past. */
  readonly aside?: readonly string[];
  /** Signs that it happens now or that help is called for: they outweigh an aside. */
  readonly now?: readonly string[];
};

/**
 * One language. `native` is written as a careful native writes; `latin` as people type it in Latin letters.
 * Where `sounds` is true the native phrases are looked for in Latin letters too, by their skeleton.
 */
export type Lexicon = {
  readonly lang: LanguageTag;
  /** Signs that a text must hold for `native` to be tried. */
  readonly script: RegExp;
  /**
   * `words`: spaces part words. `run`: they mean nothing; `syllables`: likewise, and a word takes many signs.
   * `tones`: words whose marks count when typed.
   */
  readonly writing: 'words' | 'run' | 'syllables' | 'tones';
  readonly native: Phrases;
  readonly latin?: Phrases;
  readonly sounds?: boolean;
};
