import type { Activity } from '../../bot/activity.ts';
import { CHOICE } from '../../bot/choice-values.ts';
import { spokenText } from '../../bot/inbox/spoken-text.ts';
import type { LanguageTag } from '../../bot/languages.ts';
import type { Middleware } from '../../bot/middleware.ts';
import type { ReachOf } from '../../bot/ports/reach.ts';
import type { Tables } from '../../bot/tables/load.ts';
import type { TurnContext } from '../../bot/turn.ts';
import { answerLanguage } from './answer-language.ts';
import { composeDanger } from './compose-danger.ts';
import type { Danger } from './danger.ts';
import { EMERGENCY_LINKS } from './emergency-numbers.ts';
import { saysSafe } from './says-safe.ts';
import { burns, situationOf } from './situation-of.ts';
import type { Situation } from './texts/danger-texts.ts';
import { textsOf } from './texts/texts-of.ts';

/** A pure recogniser of danger, all fifteen languages at once. */
export type HearsDanger = (text: string) => Danger | undefined;

/** What the guard needs: nothing that can be down. */
export interface GuardOptions {
  readonly hearsDanger: HearsDanger;
  readonly tables: Tables;
  readonly reachOf: ReachOf;
}

/** Danger that nobody spoke of for this long (milliseconds) is no longer open; its case stays. */
export const DANGER_ENDS_MS = 24 * 3_600_000;

/** While danger is open, the emergency numbers come back at most this often (milliseconds). */
export const REMIND_MS = 5 * 60_000;

/** What the person said in own words; labels of buttons are ours. */
function ownWords(activity: Activity): string {
  if (activity.type !== 'action') return spokenText(activity);
  const { text: _label, ...rest } = activity;
  return spokenText(rest);
}

/** The person did something; a timer or a joining is none. */
function acted(activity: Activity): boolean {
  return (
    activity.type === 'message' ||
    (activity.type === 'action' && (activity.text !== undefined || activity.fields !== undefined))
  );
}

function closeDanger(turn: TurnContext): void {
  const { danger: _danger, ...rest } = turn.state;
  turn.state = rest;
}

/**
 * First in the list. Danger is answered with a fixed text and a case at once, in every state of the conversation,
 * also while a flow runs or a human has it; it ends the turn. "I am safe" closes danger (the case stays), "I am not
 * safe" repeats the numbers. Everything else goes on, with the emergency numbers before it now and then while
 * danger is open. Performs no input or output, so it works with everything else down.
 */
export function guard(options: GuardOptions): Middleware {
  const { hearsDanger, tables, reachOf } = options;

  /** Says the next text of this situation and keeps danger open. */
  function answer(
    turn: TurnContext,
    kind: Danger['kind'],
    situation: Situation | undefined,
    reason: string,
    notSafe: boolean,
  ): void {
    const { now, locale: lang, state } = turn;
    const before = state.danger;
    const key = situation ?? 'unclear';
    const told = before?.told?.[key] ?? 0;
    const caseId =
      before?.kind === kind && before.caseId !== undefined
        ? before.caseId
        : turn.openCase({ kind, urgency: 'critical', language: lang, reasons: [reason] });
    turn.audit({
      action: notSafe ? 'danger_not_safe' : 'danger_heard',
      subject: turn.activity.conversation,
      data: { kind, reason, case: caseId },
    });
    const { audience } = state;
    const reach = reachOf(lang, now);
    const said = composeDanger({
      kind,
      situation,
      fire: burns({ rule: reason }),
      lang,
      audience,
      told,
      notSafe,
      reach,
      tables,
      now,
    });
    for (const message of said) turn.reply(message);
    turn.state = {
      ...state,
      danger: {
        kind,
        since: before?.since ?? now,
        last: now,
        said: (before?.said ?? 0) + 1,
        caseId,
        ...(situation ? { situation } : {}),
        told: { ...before?.told, [key]: told + 1 },
        asking: true,
        reminded: now,
      },
    };
  }

  function alarm(turn: TurnContext, heard: Danger, text: string): void {
    const lang = answerLanguage(text, heard.lang, turn.state);
    turn.locale = lang;
    if (turn.state.language === undefined || turn.state.language.source === 'profile')
      turn.state = { ...turn.state, language: { tag: lang, source: 'detected' } };
    answer(turn, heard.kind, situationOf(heard), heard.rule, false);
  }

  function safe(turn: TurnContext): void {
    const lang = turn.locale;
    const { danger } = turn.state;
    turn.audit({
      action: 'danger_closed_by_person',
      subject: turn.activity.conversation,
      data: { case: danger?.caseId ?? null },
    });
    closeDanger(turn);
    turn.reply({
      kind: 'support',
      lang,
      text: textsOf(lang).glad,
      urgency: 'normal',
      purpose: 'ordinary',
      links: EMERGENCY_LINKS,
    });
  }

  function notSafe(turn: TurnContext): void {
    const { danger } = turn.state;
    answer(turn, danger?.kind ?? 'crisis', danger?.situation, CHOICE.safeNo, true);
  }

  /** Undefined also when the recogniser breaks: then the numbers are said before the ordinary answer. */
  function hear(turn: TurnContext, text: string): Danger | 'broken' | undefined {
    if (text === '') return undefined;
    try {
      return hearsDanger(text);
    } catch (cause) {
      turn.log.error(
        'The word guard threw; the emergency numbers stand before each answer until it is mended.',
        {
          component: 'guard',
          code: cause instanceof Error ? cause.name : 'unknown',
        },
      );
      return 'broken';
    }
  }

  function remind(turn: TurnContext, lang: LanguageTag): void {
    turn.reply({
      kind: 'support',
      lang,
      text: textsOf(lang).reminder,
      urgency: 'none',
      purpose: 'ordinary',
      links: EMERGENCY_LINKS,
    });
  }

  return async (turn, next) => {
    const { activity, now } = turn;
    const open = turn.state.danger;
    if (open && now - open.last > DANGER_ENDS_MS) closeDanger(turn);

    const text = ownWords(activity);
    const heard = hear(turn, text);
    if (heard !== undefined && heard !== 'broken') return alarm(turn, heard, text);
    const value =
      activity.type === 'action'
        ? activity.value
        : turn.state.danger?.asking && activity.type === 'message'
          ? saysSafe(text, turn.locale)
          : undefined;
    if (value === CHOICE.safeYes) return safe(turn);
    if (value === CHOICE.safeNo) return notSafe(turn);

    const { danger } = turn.state;
    if (danger && acted(activity)) {
      const due = now - Math.max(danger.last, danger.reminded ?? 0) >= REMIND_MS && !turn.state.human;
      if (due) remind(turn, turn.locale);
      const { asking: _asking, ...rest } = danger;
      turn.state = { ...turn.state, danger: { ...rest, ...(due ? { reminded: now } : {}) } };
    } else if (heard === 'broken') remind(turn, turn.locale);
    await next();
  };
}
