import type { LanguageTag } from '../../bot/languages.ts';
import { formatDate } from '../../bot/locales/dates.ts';
import { CLOSING } from './closing-texts.ts';
import { formsNeeded } from './forms.ts';
import { nextSteps } from './next-steps.ts';
import type { InjuryReport } from './report.ts';

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
