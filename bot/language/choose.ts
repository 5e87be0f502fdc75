import type { ConversationState } from '../conversation.ts';
import type { LanguageTag } from '../languages.ts';
import { detectLanguage } from '../text/detect-language.ts';
import { languageOfLocale } from './language-names.ts';

/** The conversation's language as the state keeps it. */
export type ChosenLanguage = NonNullable<ConversationState['language']>;

/** What is known when a message arrives. */
export interface LanguageEvidence {
  readonly audience: ConversationState['audience'];
  /** Language so far. */
  readonly current: ChosenLanguage | undefined;
  /** BCP 47 hint of the channel. */
  readonly locale: string | undefined;
  /** The words; empty for what has none (a picture, a sticker, a joining). */
  readonly text: string;
}

/** Below this a first message tells us nothing and the profile, then English, is taken. */
const FIRST_CONFIDENCE = 0.4;
/** A detected language gives way to another only when this sure … */
const CHANGE_CONFIDENCE = 0.75;

const japanese = (tag: LanguageTag) => tag === 'ja' || tag === 'ja-simple';

/** … and when the message is long enough to be a sentence: three words, or eight letters where words have no spaces. */
function isSentence(text: string): boolean {
  const words = text.match(/[\p{L}\p{M}']+/gu) ?? [];
  const letters = words.join('').length;
  return /\p{Script=Latin}|\p{Script=Cyrillic}/u.test(text)
    ? words.length >= 3 && letters >= 8
    : letters >= 8;
}

/** A company reads Japanese or English; easy Japanese is for trainees. */
export function forAudience(tag: LanguageTag, audience: ConversationState['audience']): LanguageTag {
  if (audience === 'trainee') return tag;
  return japanese(tag) ? 'ja' : 'en';
}

function firstGuess(evidence: LanguageEvidence): ChosenLanguage | undefined {
  const tag = languageOfLocale(evidence.locale);
  if (!tag) return undefined;
  // A phone set to Japanese in a trainee's hand: easy Japanese does no harm to who reads more.
  const gentle = tag === 'ja' && evidence.audience === 'trainee' ? 'ja-simple' : tag;
  return { tag: forAudience(gentle, evidence.audience), source: 'profile' };
}

/**
 * The language to answer in. What the person chose stays. A detected one gives way to a clear sentence in
 * another; short, unsure or wordless messages change nothing. A language that is not ours becomes English with
 * `other` set, so that the answer can add easy Japanese. Undefined when nothing is known. Pure.
 */
export function chooseLanguage(evidence: LanguageEvidence): ChosenLanguage | undefined {
  const { audience, current, text } = evidence;
  if (current?.source === 'chosen') return { ...current, tag: forAudience(current.tag, audience) };
  const before = current ?? firstGuess(evidence);
  const { lang, confidence } = detectLanguage(text, before?.tag);
  if (confidence === 0) return before;
  const other = lang === 'other';
  const found: ChosenLanguage = {
    tag: forAudience(other ? 'en' : lang, audience),
    source: 'detected',
    ...(other ? { other } : {}),
  };
  if (current?.source !== 'detected') return confidence >= FIRST_CONFIDENCE || !before ? found : before;
  if (found.tag === current.tag && found.other === current.other) return current;
  // Between hard and easy Japanese the writing itself decides each time (contract §2).
  if (japanese(found.tag) && japanese(current.tag)) return text.length >= 4 ? found : current;
  return confidence >= CHANGE_CONFIDENCE && isSentence(text) ? found : current;
}
