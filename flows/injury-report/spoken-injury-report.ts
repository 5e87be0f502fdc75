import type { LanguageTag } from '../../bot/languages.ts';
import type { SpokenFlow } from '../texts/flow-texts.ts';
import { injuryReportFlow } from './flow.ts';
import { bn } from './texts/bn.ts';
import { en } from './texts/en.ts';
import { fil } from './texts/fil.ts';
import { id } from './texts/id.ts';
import type { InjuryTexts } from './texts/injury-texts.ts';
import { ja } from './texts/ja.ts';
import { jaSimple } from './texts/ja-simple.ts';
import { km } from './texts/km.ts';
import { lo } from './texts/lo.ts';
import { mn } from './texts/mn.ts';
import { my } from './texts/my.ts';
import { ne } from './texts/ne.ts';
import { si } from './texts/si.ts';
import { th } from './texts/th.ts';
import { vi } from './texts/vi.ts';
import { zh } from './texts/zh.ts';

const texts: Readonly<Record<LanguageTag, InjuryTexts>> = {
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

/** The injury report with its words. Not offered by `bot/main.ts` until a finished report is kept with its case. */
export const spokenInjuryReport: SpokenFlow = { flow: injuryReportFlow, texts };
