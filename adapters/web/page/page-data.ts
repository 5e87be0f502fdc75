import type { LanguageTag } from '../../../bot/languages.ts';
import type { ScreenTexts } from './texts/screen-texts.ts';

/** What the server writes into the page for the script. */
export interface PageData {
  readonly lang: LanguageTag;
  readonly texts: ScreenTexts;
  readonly nobody: boolean;
  /** Folder of this build's files, e.g. `/page/1a2b3c4d/`. */
  readonly files: string;
}
