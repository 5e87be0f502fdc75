import type { LanguageTag } from '../../bot/languages.ts';

/** What a recogniser of danger gives. `rule`: id of the rule that spoke, never message text. */
export interface HeardDanger {
  readonly kind: 'crisis' | 'emergency';
  /** Language in whose words the danger was heard. */
  readonly lang: LanguageTag;
  readonly rule: string;
}

/** A pure recogniser of danger, all fifteen languages at once. */
export type HearsDanger = (text: string) => HeardDanger | undefined;
