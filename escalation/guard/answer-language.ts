import type { ConversationState } from '../../bot/conversation.ts';
import { forAudience } from '../../bot/language/choose.ts';
import { LANGUAGES, type LanguageTag } from '../../bot/languages.ts';
import { detectLanguage } from '../../bot/text/detect-language.ts';

const japanese = (tag: LanguageTag) => tag === 'ja' || tag === 'ja-simple';

/** Letters that only writers of a language's own script use; Latin letters tell nothing. */
const SCRIPT: Readonly<Record<string, RegExp>> = {
  Jpan: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
  Hans: /\p{Script=Han}/u,
  Mymr: /\p{Script=Myanmar}/u,
  Khmr: /\p{Script=Khmer}/u,
  Thai: /\p{Script=Thai}/u,
  Cyrl: /\p{Script=Cyrillic}/u,
  Deva: /\p{Script=Devanagari}/u,
  Beng: /\p{Script=Bengali}/u,
  Sinh: /\p{Script=Sinhala}/u,
  Laoo: /\p{Script=Lao}/u,
};

/**
 * The language to answer danger in. What the person chose stays. Else the language whose words were heard, when
 * the text is written in its script or read as that language, or when nothing better is known; else the
 * conversation's. Pure.
 */
export function answerLanguage(
  text: string,
  heard: LanguageTag,
  { language, audience }: Pick<ConversationState, 'language' | 'audience'>,
): LanguageTag {
  if (language?.source === 'chosen') return language.tag;
  const detected = detectLanguage(text, language?.tag);
  const found = detected.lang === 'other' ? undefined : detected.lang;
  // Both are Japanese: how it is written decides which (contract §2).
  const meant = japanese(heard) && found !== undefined && japanese(found) ? found : heard;
  const written = SCRIPT[LANGUAGES[heard].script]?.test(text) ?? false;
  const agreed = written || found === heard || meant !== heard;
  if (agreed || language === undefined || language.source === 'profile') return forAudience(meant, audience);
  return language.tag;
}
