import type { LanguageTag } from '../languages.ts';
import type { Reach } from '../ports/reach.ts';
import type { ByReach } from './core-texts.ts';
import { formatMoment } from './dates.ts';

/** The version of a text that is true for `reach` (architecture §9). */
export function sayByReach(texts: ByReach, reach: Reach, lang: LanguageTag): string {
  if (reach.state === 'now') return texts.now;
  if (reach.state === 'at') return texts.at(formatMoment(lang, reach.at));
  return texts.nobody;
}
