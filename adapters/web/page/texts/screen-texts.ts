import type { PageTexts } from './page-texts.ts';

/** What the screen of one language needs: the page's own sentences and the core's that it shares. */
export interface ScreenTexts extends PageTexts {
  readonly greeting: string;
  readonly ask: string;
  readonly hurt: string;
  /** "Talk to a person", or "Phone numbers" where nobody is connected (architecture §9). */
  readonly human: string;
  readonly lines: string;
  readonly source: string;
  /** `{date}` stands where the date goes. */
  readonly checkedOn: string;
}
