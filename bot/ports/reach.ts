import type { LanguageTag } from '../languages.ts';

/** Which people can really be reached: decides which of three true versions of a text is said (architecture §9). */
export type Reach =
  | { readonly state: 'now' }
  /** `at`: epoch milliseconds of the next duty hour. */
  | { readonly state: 'at'; readonly at: number }
  | { readonly state: 'nobody' };

/** Reads roster and paging state. */
export type ReachOf = (language: LanguageTag, now: number) => Reach;

/** No desk is connected: the third version, always true. */
export const nobodyReachable: ReachOf = () => ({ state: 'nobody' });
