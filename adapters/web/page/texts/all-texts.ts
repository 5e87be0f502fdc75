import type { LanguageTag } from '../../../../bot/languages.ts';
import { coreTexts } from '../../../../bot/locales/core.ts';
import { bn } from './bn.ts';
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
import type { PageTexts } from './page-texts.ts';
import type { ScreenTexts } from './screen-texts.ts';
import { si } from './si.ts';
import { th } from './th.ts';
import { vi } from './vi.ts';
import { zh } from './zh.ts';

const ALL: Record<LanguageTag, PageTexts> = {
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

/** All sentences of the screen in a language. */
export function screenTexts(lang: LanguageTag): ScreenTexts {
  const core = coreTexts(lang);
  return {
    ...ALL[lang],
    greeting: core.greeting,
    ask: core.buttons.ask,
    hurt: core.buttons.hurt,
    human: core.buttons.human,
    lines: core.buttons.lines,
    source: core.source,
    checkedOn: core.checkedOn('{date}'),
  };
}
