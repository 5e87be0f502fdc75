import type { LanguageTag } from '../../../../bot/languages.ts';
import type { ChatState } from '../chat.ts';
import type { ScreenTexts } from '../texts/screen-texts.ts';

/** Everything a person can do on the screen. */
export interface ScreenActions {
  readonly say: (text: string, value?: string) => void;
  readonly sendFile: (file: File) => void;
  readonly retry: (key: string) => void;
  readonly leave: () => void;
  readonly chooseLanguage: (lang: LanguageTag) => void;
  readonly remember: (on: boolean) => void;
  readonly startAgain: () => void;
  readonly eraseAll: () => void;
  readonly makeReturnCode: () => void;
  readonly comeBack: (code: string) => void;
}

/** How far the five words are. */
export interface ReturnState {
  /** Shown once, on request. */
  readonly code?: string;
  /** Outcome of the last try to come back. */
  readonly problem?: 'wrong' | 'later' | 'failed';
}

/** All that the screen depends on. */
export interface ScreenProps {
  readonly lang: LanguageTag;
  readonly texts: ScreenTexts;
  /** True where no person can be reached: the third button then leads to phone lines (architecture §9). */
  readonly nobody: boolean;
  /** The person has said here that they are hurt or afraid. */
  readonly alarmed: boolean;
  readonly state: ChatState;
  readonly returning: ReturnState;
  readonly actions: ScreenActions;
}
