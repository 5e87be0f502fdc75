import { choiceValue } from '../bot/choice-values.ts';
import { forAudience } from '../bot/language/choose.ts';
import { LANGUAGE_TAGS, LANGUAGES } from '../bot/languages.ts';
import { coreTexts } from '../bot/locales/core.ts';
import type { Choice, Link } from '../bot/message.ts';
import type { Middleware } from '../bot/middleware.ts';
import type { ReachOf } from '../bot/ports/reach.ts';
import type { TurnContext } from '../bot/turn.ts';
import { startChoices } from './start-buttons.ts';

/** What greeting needs. */
export interface GreetOptions {
  readonly reachOf: ReachOf;
  /** Address of the service, for the link to the privacy page; without it the line is left out. */
  readonly publicUrl?: string;
}

const japanese = (tag: string) => tag === 'ja' || tag === 'ja-simple';

function languageChoices(audience: TurnContext['state']['audience']): readonly Choice[] {
  return LANGUAGE_TAGS.filter((tag) => forAudience(tag, audience) === tag).map((tag) => ({
    value: choiceValue('lang', tag),
    label: LANGUAGES[tag].name,
  }));
}

/** One privacy line in a conversation, said with the greeting. */
function privacy(turn: TurnContext, publicUrl: string | undefined): { text: string; links: readonly Link[] } {
  if (!publicUrl || turn.state.privacyShown) return { text: '', links: [] };
  turn.state = { ...turn.state, privacyShown: true };
  const url = `${publicUrl.replace(/\/+$/, '')}/privacy/${turn.locale}`;
  const links = url.startsWith('https:') ? [{ label: url, href: url }] : [];
  return { text: coreTexts(turn.locale).privacyLine(url), links };
}

/** Who we are: for trainees also in easy Japanese; staff of a company are no trainees, so they get a plain hello. */
function welcome({ locale, state, activity }: TurnContext): string {
  const { greeting, smalltalk } = coreTexts(locale);
  const short = state.audience === 'company' || (activity.type === 'joined' && activity.returning);
  if (short) return smalltalk.hello;
  return japanese(locale) ? greeting : `${greeting}\n\n${coreTexts('ja-simple').greeting}`;
}

/**
 * Answers a joining: greeting in the profile's language and easy Japanese, the three ways in, all languages by their
 * own names, one privacy line. Who comes back gets a short hello. One message, because buttons vanish when
 * another follows (L-27).
 */
export function greet(options: GreetOptions): Middleware {
  return async (turn, next) => {
    const { activity, locale: lang, now } = turn;
    if (activity.type !== 'joined') return next();
    const text = welcome(turn);
    const { text: line, links } = privacy(turn, options.publicUrl);
    const languages = languageChoices(turn.state.audience);
    const ask = activity.returning ? '' : coreTexts(lang).languageAsk;
    turn.reply({
      kind: 'smalltalk',
      lang,
      text: [text, line, ask].filter(Boolean).join('\n\n'),
      urgency: 'none',
      purpose: 'ordinary',
      choices: [...startChoices(lang, options.reachOf(lang, now)), ...(activity.returning ? [] : languages)],
      links,
    });
  };
}
