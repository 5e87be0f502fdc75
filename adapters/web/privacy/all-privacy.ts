import type { LanguageTag } from '../../../bot/languages.ts';
import { bn } from './texts/bn.ts';
import { en } from './texts/en.ts';
import { fil } from './texts/fil.ts';
import { id } from './texts/id.ts';
import { ja } from './texts/ja.ts';
import { jaSimple } from './texts/ja-simple.ts';
import { km } from './texts/km.ts';
import { lo } from './texts/lo.ts';
import { mn } from './texts/mn.ts';
import { my } from './texts/my.ts';
import { ne } from './texts/ne.ts';
import type { PrivacyTexts } from './texts/privacy-texts.ts';
import { si } from './texts/si.ts';
import { th } from './texts/th.ts';
import { vi } from './texts/vi.ts';
import { zh } from './texts/zh.ts';

const ALL: Record<LanguageTag, PrivacyTexts> = {
  ja,
  'ja-simple': jaSimple,
  en,
  vi,
  id,
  fil,
  my,
  zh,
  km,
  th,
  mn,
  ne,
  bn,
  si,
  lo,
};

/** The privacy page's sentences in a language. */
export function privacyTexts(lang: LanguageTag): PrivacyTexts {
  return ALL[lang];
}
