import { coreTexts } from '../bot/locales/core.ts';
import type { Middleware } from '../bot/middleware.ts';

/** What the line needs. */
export interface PrivacyLineOptions {
  /** Address of the service; without it there is no page to lead to, and no line. */
  readonly publicUrl?: string;
}

/**
 * Once a conversation, behind its first answer: one line with the link to what is stored and who sees it
 * (architecture §3). Not in danger, where nothing may stand between a person and the numbers, and not on the web
 * page, which shows the link all the time.
 */
export function privacyLine({ publicUrl }: PrivacyLineOptions): Middleware {
  return async (turn, next) => {
    await next();
    const { replies } = turn.effects;
    if (!publicUrl || turn.state.privacyShown || turn.activity.channel === 'web') return;
    if (replies.length === 0 || replies.some(({ urgency }) => urgency === 'critical')) return;
    const href = `${publicUrl}/privacy/${turn.locale}`;
    turn.state = { ...turn.state, privacyShown: true };
    turn.reply({
      kind: 'smalltalk',
      lang: turn.locale,
      text: coreTexts(turn.locale).privacyLine(href),
      urgency: 'none',
      purpose: 'ordinary',
      links: href.startsWith('https:') ? [{ label: href, href }] : [],
    });
  };
}
