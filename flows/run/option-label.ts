import type { LanguageTag } from '../../bot/languages.ts';
import { formatDate } from '../../bot/locales/dates.ts';
import type { Step } from '../step.ts';
import { engineTexts } from '../texts/engine-texts-of.ts';
import type { SpokenFlow } from '../texts/flow-texts.ts';

/** Names of regions and prefectures (ids of the place step) in a language. */
export type PlaceName = (id: string, lang: LanguageTag) => string;

/** What a person reads on an option of a step. */
export function optionLabel(
  { texts }: SpokenFlow,
  step: Step,
  option: string,
  lang: LanguageTag,
  placeName: PlaceName,
): string {
  const own = texts[lang].steps[step.id]?.options?.[option];
  if (own !== undefined) return own;
  const { buttons, dayParts } = engineTexts(lang);
  if (step.kind === 'place') return placeName(option, lang);
  if (step.kind === 'consent') return option === 'yes' ? buttons.agree : buttons.disagree;
  if (/^\d{4}-\d\d-\d\d$/.test(option)) return formatDate(lang, option);
  const common: Readonly<Record<string, string>> = {
    done: buttons.done,
    yes: buttons.yes,
    no: buttons.no,
    today: buttons.today,
    yesterday: buttons.yesterday,
    ...dayParts,
  };
  return common[option] ?? option;
}
