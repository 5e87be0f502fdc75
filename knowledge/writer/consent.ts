import type { ConversationState } from '../../bot/conversation.ts';

/** Version of the text that asks for consent (`modelConsent.ask`). Raise it when the meaning changes: then it is asked again. */
export const CONSENT_VERSION = 1;

/**
 * True when a model may read this conversation's questions: a person's recorded yes to the present text, or the company
 * installation's setting for company staff. Never while danger is open or a human has the conversation.
 */
export function mayUseModel(state: ConversationState, companyConsent: boolean): boolean {
  if (state.danger || state.human) return false;
  if (state.audience === 'company') return companyConsent;
  return state.modelConsent?.given === true && state.modelConsent.version === CONSENT_VERSION;
}

/** True when consent may be asked for: of a trainee, once, and again only when the text's meaning has changed since. */
export function mayAskConsent(state: ConversationState): boolean {
  if (state.danger || state.human || state.flow || state.audience === 'company') return false;
  if (state.modelConsent) return state.modelConsent.given && state.modelConsent.version !== CONSENT_VERSION;
  return state.modelAsk === undefined;
}
