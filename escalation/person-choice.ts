import { CHOICE } from '../bot/choice-values.ts';
import type { LanguageTag } from '../bot/languages.ts';
import { coreTexts } from '../bot/locales/core.ts';
import type { Choice } from '../bot/message.ts';
import type { Reach } from '../bot/ports/reach.ts';

/** "Talk to a person" where somebody can be reached now or later, else "Phone numbers". */
export function personChoice(lang: LanguageTag, reach: Reach): Choice {
  const { human, lines } = coreTexts(lang).buttons;
  return reach.state === 'nobody'
    ? { value: CHOICE.lines, label: lines }
    : { value: CHOICE.human, label: human };
}
