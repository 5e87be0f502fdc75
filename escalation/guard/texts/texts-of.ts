import type { LanguageTag } from '../../../bot/languages.ts';
import { bn } from './bn.ts';
import type { DangerTexts } from './danger-texts.ts';
import { en } from './en.ts';
import { fil } from './fil.ts';
import { id } from './id.ts';
import { ja } from './ja.ts';
import { jaSimple } from './ja-simple.ts';
import { km } from './km.ts';
import { lo } from './lo.ts';
import { mn } from './mn.ts';
import { my } from './my.ts';
import { ne } from './ne.ts';
import { si } from './si.ts';
import { th } from './th.ts';
import { vi } from './vi.ts';
import { zh } from './zh.ts';

const ALL: Record<LanguageTag, DangerTexts> = {
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

/** The fixed texts in danger of a language. */
export function textsOf(lang: LanguageTag): DangerTexts {
  return ALL[lang];
}
