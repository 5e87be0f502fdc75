import type { LanguageTag } from '../languages.ts';
import type { Tables } from './load.ts';
import { type Opening, opening } from './opening.ts';
import type { Line, LineCategory } from './schema.ts';

/** A line with what it is for this reader at this moment. */
export interface LineOffer {
  readonly line: Line;
  /**
   * `own`: speaks the reader's language. `several`: perhaps, ask. `english`: for readers without a line of their
   * own. `japanese`: say the Japanese sentence.
   */
  readonly speech: 'own' | 'several' | 'english' | 'japanese';
  readonly opening: Opening;
}

const SPEECH = { own: 0, several: 10, english: 20, japanese: 30 } as const;
const OPENING = { open: 0, varies: 2, closed: 4 } as const;

/** True when the number may be shown: read in a source. 110 and 119 always. */
export function mayShow(line: Line): boolean {
  return line.mark === 'seen' || line.number === '110' || line.number === '119';
}

/** How a reader of `lang` can speak there. */
export function speechOf(line: Line, lang: LanguageTag): LineOffer['speech'] {
  const tag = lang === 'ja-simple' ? 'ja' : lang;
  if (line.languages.includes(tag)) return 'own';
  if (line.severalLanguages) return 'several';
  return line.languages.includes('en') && tag !== 'ja' ? 'english' : 'japanese';
}

/**
 * Lines of a category that help a reader of `lang` at `now`, best first: own language and open, own language
 * later, several languages, then Japanese with a sentence to say. Lines in other foreign languages are left out,
 * but who has no line in their own language gets the English ones too: many manage some English, few Japanese.
 */
export function linesFor(
  tables: Tables,
  category: LineCategory,
  lang: LanguageTag,
  now: number,
): readonly LineOffer[] {
  const offers = tables.lines
    .filter((line) => line.categories.includes(category) && mayShow(line))
    .map((line) => ({
      line,
      speech: speechOf(line, lang),
      opening: opening(line.hours, now, tables.holidays),
    }))
    .filter(({ line, speech }) => speech !== 'japanese' || line.languages.includes('ja'));
  const english = !offers.some(({ speech }) => speech === 'own');
  return offers.filter(({ speech }) => english || speech !== 'english').sort((a, b) => rank(a) - rank(b));
}

const rank = (offer: LineOffer): number => SPEECH[offer.speech] + OPENING[offer.opening.state];
