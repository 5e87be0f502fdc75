import { CHOICE, choiceId, choiceValue } from '../choice-values.ts';
import { isLanguageTag, LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from '../languages.ts';
import { coreTexts } from '../locales/core.ts';
import type { Message } from '../message.ts';
import type { Middleware } from '../middleware.ts';
import { foldedLight } from '../text/folded.ts';
import type { TurnContext } from '../turn.ts';
import { chooseLanguage as choose, forAudience } from './choose.ts';
import { languageWish } from './language-names.ts';

/** All fifteen as buttons, each in its own name; a company gets the two it can have. */
function languageChoices(audience: TurnContext['state']['audience']) {
  const tags = LANGUAGE_TAGS.filter((tag) => forAudience(tag, audience) === tag);
  return tags.map((tag) => ({ value: choiceValue('lang', tag), label: LANGUAGES[tag].name }));
}

function say(turn: TurnContext, text: string, choices?: Message['choices']): void {
  turn.reply({
    kind: 'smalltalk',
    lang: turn.locale,
    text,
    urgency: 'none',
    purpose: 'ordinary',
    ...(choices ? { choices } : {}),
  });
}

function take(turn: TurnContext, tag: LanguageTag): void {
  const allowed = forAudience(tag, turn.state.audience);
  turn.state = { ...turn.state, language: { tag: allowed, source: 'chosen' } };
  turn.locale = allowed;
  say(turn, coreTexts(allowed).languageChanged);
}

const ASKS = new Set(LANGUAGE_TAGS.map((tag) => foldedLight(coreTexts(tag).buttons.language)));

/** The language that this activity asks for, `ask` when it asks for the list, undefined when it is about something else. */
function wish(turn: TurnContext): LanguageTag | 'ask' | undefined {
  const { activity } = turn;
  if (activity.type === 'action') {
    const tag = choiceId('lang', activity.value);
    return activity.value === CHOICE.language ? 'ask' : isLanguageTag(tag) ? tag : undefined;
  }
  if (activity.type !== 'message') return undefined;
  if (ASKS.has(foldedLight(activity.text))) return 'ask';
  const typed = languageWish(activity.text);
  // Inside a flow "Vietnamese" answers the flow's question; "in Vietnamese please" is meant for us.
  return typed && !(typed.bare && turn.state.flow) ? typed.tag : undefined;
}

/**
 * Sets `turn.locale` and `turn.state.language` for everything that follows. A wish for a language (button
 * `lang:vi`, its name typed in any language) is answered here and ends the turn; the choice then holds until
 * the person chooses again.
 */
export const chooseLanguage: Middleware = async (turn, next) => {
  const wanted = wish(turn);
  if (wanted !== undefined && wanted !== 'ask') return take(turn, wanted);
  const { activity } = turn;
  const words = activity.type === 'message' && !activity.sticker ? activity.text : '';
  const language = choose({
    audience: turn.state.audience,
    current: turn.state.language,
    locale: activity.locale,
    text: wanted === 'ask' ? '' : words,
  });
  if (language) turn.state = { ...turn.state, language };
  turn.locale = language?.tag ?? forAudience('en', turn.state.audience);
  if (wanted === 'ask')
    return say(turn, coreTexts(turn.locale).languageAsk, languageChoices(turn.state.audience));
  await next();
};
