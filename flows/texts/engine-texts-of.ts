import type { LanguageTag } from '../../bot/languages.ts';
import { bn } from './bn.ts';
import { en } from './en.ts';
import type { EngineTexts } from './engine-texts.ts';
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

const ALL: Readonly<Record<LanguageTag, EngineTexts>> = {
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

/** The words that every flow needs, in `lang`. */
export function engineTexts(lang: LanguageTag): EngineTexts {
  return ALL[lang];
}
