import type { LanguageTag } from '../../bot/languages.ts';
import { formatDate } from '../../bot/locales/dates.ts';
import { bn } from './closing/bn.ts';
import type { ClosingTexts } from './closing/closing-texts.ts';
import { en } from './closing/en.ts';
import { fil } from './closing/fil.ts';
import { id } from './closing/id.ts';
import { ja } from './closing/ja.ts';
import { jaSimple } from './closing/ja-simple.ts';
import { km } from './closing/km.ts';
import { lo } from './closing/lo.ts';
import { mn } from './closing/mn.ts';
import { my } from './closing/my.ts';
import { ne } from './closing/ne.ts';
import { si } from './closing/si.ts';
import { th } from './closing/th.ts';
import { vi } from './closing/vi.ts';
import { zh } from './closing/zh.ts';
import { formsNeeded } from './forms.ts';
import { nextSteps } from './next-steps.ts';
import type { InjuryReport } from './report.ts';

const CLOSING: Readonly<Record<LanguageTag, ClosingTexts>> = {
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

/**
 * The person's own list after the report: what to do, until when, and which forms by their Japanese names. Says nothing of
 * people who will read it: that is for whoever knows who can be reached.
 */
export function closingText(
  report: InjuryReport,
  lang: LanguageTag,
  formName: (id: string) => string,
): string {
  const texts = CLOSING[lang];
  const steps = nextSteps(report).map(({ code, by }, index) => {
    const until = by ? ` (${texts.until(formatDate(lang, by))})` : '';
    return `${index + 1}. ${texts.steps[code]}${until}`;
  });
  const forms = formsNeeded(report).map(
    ({ form, certain }) => `・${formName(form)}${certain ? '' : ` (${texts.maybe})`}`,
  );
  const list = forms.length > 0 ? [`${texts.forms}\n${forms.join('\n')}`] : [];
  return [`${texts.title}\n${steps.join('\n')}`, ...list].join('\n\n');
}
