import type { LanguageTag } from '../../bot/languages.ts';

/**
 * What the word guard heard: `crisis` (suicide, self-harm, violence now) or `emergency` (severe accident or
 * illness now). `lang` is the language of the lexicon that heard it, `rule` the name of its rule
 * (`wish-to-die`, `attacked`, `bleeding` …): both are fit for logs, they hold no message text.
 */
export type Danger = {
  readonly kind: 'crisis' | 'emergency';
  readonly lang: LanguageTag;
  readonly rule: string;
};
