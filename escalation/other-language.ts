import { coreTexts } from '../bot/locales/core.ts';
import type { Middleware } from '../bot/middleware.ts';
import type { ReachOf } from '../bot/ports/reach.ts';
import { personChoice } from './person-choice.ts';

/** The line comes back at most this often in a conversation (milliseconds). */
export const OTHER_MS = 10 * 60_000;

/**
 * Stands right behind the choice of language. Who writes in a language that is not ours is answered in English;
 * behind that answer goes a line in easy Japanese, with the answer's own choices and an offer of a person (or of
 * phone numbers when nobody is connected).
 */
export function otherLanguage(options: { readonly reachOf: ReachOf }): Middleware {
  return async (turn, next) => {
    const before = turn.effects.replies.length;
    await next();
    const { now, state } = turn;
    const replies = turn.effects.replies.slice(before);
    const last = replies.at(-1);
    if (!state.language?.other || !last || replies.some(({ purpose }) => purpose === 'safety')) return;
    if (state.otherSaid !== undefined && now - state.otherSaid < OTHER_MS) return;
    const offer = personChoice(turn.locale, options.reachOf(turn.locale, now));
    // Buttons vanish when something follows them (L-27): the newest message carries them again.
    const kept = (last.choices ?? []).filter(({ value }) => value !== offer.value);
    turn.reply({
      kind: last.kind,
      lang: 'ja-simple',
      text: coreTexts('ja-simple').otherLanguage,
      urgency: last.urgency,
      purpose: 'ordinary',
      choices: [...kept, offer],
    });
    turn.state = { ...turn.state, otherSaid: now };
  };
}
