import { CHOICE } from '../bot/choice-values.ts';
import { LANGUAGE_TAGS, type LanguageTag } from '../bot/languages.ts';
import { coreTexts } from '../bot/locales/core.ts';
import type { Choice } from '../bot/message.ts';
import type { Middleware } from '../bot/middleware.ts';
import type { Reach, ReachOf } from '../bot/ports/reach.ts';
import { safeChoices } from './guard/compose-danger.ts';
import { EMERGENCY_LINKS, emergencyNumbers } from './guard/emergency-numbers.ts';
import { sentences } from './guard/sentences.ts';
import { personChoice } from './person-choice.ts';
import { typedLabels } from './typed-labels.ts';

/** The three ways in: ask, hurt or afraid, a person (or numbers when nobody is connected). */
export function startChoices(lang: LanguageTag, reach: Reach): readonly Choice[] {
  const { ask, hurt } = coreTexts(lang).buttons;
  return [{ value: CHOICE.ask, label: ask }, { value: CHOICE.hurt, label: hurt }, personChoice(lang, reach)];
}

const TYPED = typedLabels(
  LANGUAGE_TAGS.flatMap((tag) => {
    const { ask, hurt } = coreTexts(tag).buttons;
    return [
      { value: CHOICE.hurt, label: hurt },
      { value: CHOICE.ask, label: ask },
    ];
  }),
);

/**
 * "Ask a question" and "I am hurt or afraid", tapped or typed. The second asks directly whether the person is safe,
 * with the emergency numbers and what to say there; the guard answers `safe:yes` and `safe:no`.
 */
export function startButtons(options: { readonly reachOf: ReachOf }): Middleware {
  return async (turn, next) => {
    const { activity, locale: lang, now } = turn;
    const value =
      activity.type === 'action'
        ? activity.value
        : activity.type === 'message'
          ? TYPED(activity.text)
          : undefined;
    const texts = coreTexts(lang);
    if (value === CHOICE.ask) {
      return turn.reply({
        kind: 'clarify',
        lang,
        text: texts.askPrompt,
        urgency: 'none',
        purpose: 'ordinary',
      });
    }
    if (value !== CHOICE.hurt) return next();
    const say = `${texts.lines.sayThis}:\n${sentences(undefined, lang)}`;
    turn.reply({
      kind: 'support',
      lang,
      text: [texts.hurtPrompt, emergencyNumbers(lang), say].join('\n\n'),
      urgency: 'high',
      purpose: 'safety',
      links: EMERGENCY_LINKS,
      choices: [...safeChoices(lang), personChoice(lang, options.reachOf(lang, now))],
    });
  };
}
