import type { Activity } from './activity.ts';
import type { ConversationState } from './conversation.ts';
import type { Json } from './json.ts';
import type { LanguageTag } from './languages.ts';
import type { Log } from './log.ts';
import type { Message, Urgency } from './message.ts';

/** A case that the turn opens; stored with the turn's commit. Reopening for the same conversation and kind raises the urgency instead. */
export interface CaseDraft {
  readonly id: string;
  readonly kind:
    | 'crisis'
    | 'emergency'
    | 'injury'
    | 'mental-health'
    | 'rights'
    | 'question'
    | 'training-plan';
  readonly urgency: Urgency;
  readonly language: LanguageTag;
  /** Reason codes (never message text), e.g. `lexicon:crisis:vi`. */
  readonly reasons: readonly string[];
}

/** Something to do later in this conversation: it comes back as an `action` activity with `value`. */
export interface TimerDraft {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly dueAt: number;
  readonly value: string;
}

/** An entry for the audit: codes and ids, never message text. */
export interface AuditDraft {
  readonly action: string;
  readonly subject: string;
  readonly data?: Json;
}

/** Everything a turn wants to be true. Committed at once, or not at all. */
export interface Effects {
  readonly replies: readonly Message[];
  readonly cases: readonly CaseDraft[];
  readonly timers: readonly TimerDraft[];
  readonly audit: readonly AuditDraft[];
  /** Message ids whose text must be erased (unsend). */
  readonly erase: readonly string[];
}

/** One turn: reads the activity and the state, collects effects, performs none. */
export interface TurnContext {
  readonly activity: Activity;
  /** Epoch milliseconds at the turn's start. */
  readonly now: number;
  /** Aborts when a danger message of the same person arrives or the lease is lost. */
  readonly signal: AbortSignal;
  readonly log: Log;
  /** Draft of the conversation's state: assign to it, the commit stores it. */
  state: ConversationState;
  /** Language of the answer. Set by the language middleware; before it, the best guess of the state. */
  locale: LanguageTag;
  /** What the turn has collected so far. */
  readonly effects: Effects;
  reply(message: Message): void;
  /** Gives the case id to put into texts. */
  openCase(draft: Omit<CaseDraft, 'id'>): string;
  schedule(timer: Omit<TimerDraft, 'id'>): void;
  audit(entry: AuditDraft): void;
  erase(messageId: string): void;
}

/** Parts of a turn that the runtime gives. */
export interface TurnInput {
  readonly activity: Activity;
  readonly state: ConversationState;
  readonly now: number;
  readonly signal: AbortSignal;
  readonly log: Log;
  readonly uuid: () => string;
}

/** A turn with nothing decided yet. */
export function createTurn(input: TurnInput): TurnContext {
  const replies: Message[] = [];
  const cases: CaseDraft[] = [];
  const timers: TimerDraft[] = [];
  const audit: AuditDraft[] = [];
  const erase: string[] = [];
  return {
    activity: input.activity,
    now: input.now,
    signal: input.signal,
    log: input.log,
    state: structuredClone(input.state),
    locale: input.state.language?.tag ?? 'en',
    effects: { replies, cases, timers, audit, erase },
    reply: (message) => void replies.push(message),
    openCase: (draft) => {
      const id = input.uuid();
      cases.push({ id, ...draft });
      return id;
    },
    schedule: (timer) => void timers.push({ id: input.uuid(), ...timer }),
    audit: (entry) => void audit.push(entry),
    erase: (messageId) => void erase.push(messageId),
  };
}
