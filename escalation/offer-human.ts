import { coreTexts } from '../bot/locales/core.ts';
import { sayByReach } from '../bot/locales/say-by-reach.ts';
import type { Middleware } from '../bot/middleware.ts';
import type { ReachOf } from '../bot/ports/reach.ts';
import type { Tables } from '../bot/tables/load.ts';
import type { TurnContext } from '../bot/turn.ts';
import { linesText } from './lines-text.ts';
import { personChoice } from './person-choice.ts';

/** What the last word needs. */
export interface OfferHumanOptions {
  readonly tables: Tables;
  readonly reachOf: ReachOf;
}

/** First words for what nobody answered: something without words, or a question without an answer. */
function opening({ activity, locale }: TurnContext): { text: string; wordless: boolean } {
  const { attachmentReceived, sticker, unknown } = coreTexts(locale);
  if (activity.type === 'message') {
    if (activity.sticker) return { text: sticker, wordless: true };
    if (activity.text.trim() === '') return { text: attachmentReceived, wordless: true };
  }
  return { text: unknown, wordless: false };
}

/**
 * Last in the list: whatever a person did and nobody answered gets words and an offer of a person, or of the lines
 * that answer now when nobody is connected. Silent for timers, and for joinings that were not greeted.
 */
export function offerHuman({ tables, reachOf }: OfferHumanOptions): Middleware {
  return async (turn) => {
    const { activity, locale: lang, now } = turn;
    const timer = activity.type === 'action' && activity.text === undefined && activity.fields === undefined;
    if (timer || (activity.type !== 'message' && activity.type !== 'action')) return;
    const reach = reachOf(lang, now);
    const { text, wordless } = opening(turn);
    const offer = sayByReach(coreTexts(lang).offer, reach, lang);
    const lines = reach.state === 'nobody' && !wordless ? linesText(tables, lang, now) : undefined;
    // A sticker needs no list of numbers: the button below leads there.
    const behind = reach.state !== 'nobody' ? offer : lines ? `${offer}\n\n${lines.text}` : '';
    turn.reply({
      kind: wordless ? 'clarify' : 'unknown',
      lang,
      text: [text, behind].filter(Boolean).join('\n\n'),
      urgency: 'low',
      purpose: 'ordinary',
      choices: [personChoice(lang, reach)],
      ...(lines ? { links: lines.links } : {}),
    });
  };
}
