import type { LanguageTag } from '../languages.ts';
import { folded } from './folded.ts';
import { raw } from './raw.ts';
import { skeleton } from './skeleton.ts';

/** The three views of one text that search and guard look at. */
export interface Views {
  readonly raw: string;
  readonly folded: string;
  readonly skeleton: string;
}

/** All views of a text, each computed once. `lang` as in `folded`. */
export function views(text: string, lang?: LanguageTag): Views {
  const plain = raw(text);
  const fold = folded(plain, lang);
  return { raw: plain, folded: fold, skeleton: skeleton(fold) };
}
