import type { Activity } from '../activity.ts';
import { type ConversationState, conversationState, freshConversation } from '../conversation.ts';
import type { Entry } from '../ports/store.ts';

/** An event older than the newest one by more than this is late: it is answered by itself (L-7). */
export const LATE_MS = 20_000;

/** Key of a conversation's state in the store. */
export function stateKey(conversation: string): string {
  return `conversation/${conversation}`;
}

/** Key of the tombstone of a message that was taken back. */
export function retractedKey(conversation: string, messageId: string): string {
  return `retracted/${conversation}/${messageId}`;
}

/** The stored state, or a fresh one when there is none or it is of another version. */
export function readState(entry: Entry | undefined, activity: Activity): ConversationState {
  const found = conversationState.safeParse(entry?.value);
  if (found.success) return found.data;
  return freshConversation(activity.from.role === 'company' ? 'company' : 'trainee');
}

/**
 * True when the person did something newer than this, already answered. Such an event still gets its answer, but
 * outside of any running flow, and what it would change is not kept: a stale answer must not overwrite a newer one.
 */
export function isLate(activity: Activity, state: ConversationState): boolean {
  return state.lastAt !== undefined && activity.at < state.lastAt - LATE_MS;
}

/** What a late event's turn sees: who the person is, not where the conversation stands. */
export function stateForLate(state: ConversationState): ConversationState {
  const { version, audience, language, danger, human, privacyShown, modelConsent, modelAsk } = state;
  return {
    version,
    audience,
    ...(language ? { language } : {}),
    ...(danger ? { danger } : {}),
    ...(human ? { human } : {}),
    ...(privacyShown ? { privacyShown } : {}),
    ...(modelConsent ? { modelConsent } : {}),
    ...(modelAsk ? { modelAsk: { at: modelAsk.at } } : {}),
  };
}

/** What is stored after a late event's turn: the state as it was, with the danger that it showed and a consent that it took back. */
export function stateAfterLate(before: ConversationState, after: ConversationState): ConversationState {
  const { danger, modelConsent } = after;
  return {
    ...before,
    ...(danger ? { danger } : {}),
    ...(modelConsent?.given === false ? { modelConsent } : {}),
  };
}
