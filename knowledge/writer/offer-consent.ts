import { CHOICE } from '../../bot/choice-values.ts';
import type { LanguageTag } from '../../bot/languages.ts';
import { coreTexts } from '../../bot/locales/core.ts';
import type { Choice, Message } from '../../bot/message.ts';

/** Yes and no, in this order: typed numbers count on it. */
export function consentChoices(lang: LanguageTag): readonly Choice[] {
  const { yes, no } = coreTexts(lang).modelConsent;
  return [
    { value: CHOICE.modelYes, label: yes },
    { value: CHOICE.modelNo, label: no },
  ];
}

/**
 * An answer with the question for consent beside it. Some channels show the buttons of the last message alone, so all
 * of them stand there.
 */
export function offerConsent(answer: Message, lang: LanguageTag): readonly Message[] {
  const { choices = [], ...words } = answer;
  const { kind, urgency, purpose } = answer;
  return [
    words,
    {
      kind,
      lang,
      text: coreTexts(lang).modelConsent.ask,
      urgency,
      purpose,
      choices: [...consentChoices(lang), ...choices],
    },
  ];
}
