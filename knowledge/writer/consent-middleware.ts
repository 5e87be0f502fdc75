import { CHOICE, choiceValue } from '../../bot/choice-values.ts';
import { LANGUAGE_TAGS } from '../../bot/languages.ts';
import { coreTexts } from '../../bot/locales/core.ts';
import type { Message } from '../../bot/message.ts';
import type { Middleware } from '../../bot/middleware.ts';
import { foldedLight } from '../../bot/text/folded.ts';
import { yesNo } from '../../bot/text/yes-no.ts';
import type { TurnContext } from '../../bot/turn.ts';
import type { QuestionAnswerer } from '../answer/answer-question.ts';
import { CONSENT_VERSION } from './consent.ts';
import type { ModelAnswers } from './model-answers.ts';
import { consentChoices } from './offer-consent.ts';

const plain = (text: string) => foldedLight(text).replace(/[^\p{L}\p{M}\p{N}]+/gu, '');

/** The words in quotes of `modelConsent.accepted`, in every language: whoever types them takes the consent back. */
export const NO_MODEL: ReadonlySet<string> = new Set(
  LANGUAGE_TAGS.flatMap((tag) => {
    const quoted = /["“«「]([^"”»」]+)["”»」]/u.exec(coreTexts(tag).modelConsent.accepted)?.[1];
    return quoted ? [plain(quoted)] : [];
  }),
);

/** Longest typed text that may be an answer to yes or no. */
const SHORT = 40;

/** What the turn says about consent: tapped, or typed right after we asked, or the words that take it back. */
function decisionOf({ activity, state, locale }: TurnContext): boolean | undefined {
  if (activity.type === 'action') {
    if (activity.value === CHOICE.modelYes) return true;
    return activity.value === CHOICE.modelNo ? false : undefined;
  }
  if (activity.type !== 'message' || activity.text.length > SHORT) return undefined;
  const typed = plain(activity.text);
  if (NO_MODEL.has(typed)) return false;
  // A yes or no to somebody else's question must never become a consent.
  if (state.modelAsk?.question === undefined || state.danger || state.human || state.flow) return undefined;
  const [yes, no] = consentChoices(locale);
  if (typed === '1' || (yes && typed === plain(yes.label))) return true;
  if (typed === '2' || (no && typed === plain(no.label))) return false;
  const said = yesNo(activity.text, locale);
  return said === undefined ? undefined : said === 'yes';
}

/**
 * Records consent to a model and its withdrawal, with version, language and time (P-8). A yes answers the waiting
 * question at once. Whatever else the person does lets that question go. Works without a model, too: a withdrawal
 * must always be heard.
 */
export function modelConsent(model: ModelAnswers | undefined, answerer: QuestionAnswerer): Middleware {
  return async (turn, next) => {
    const { activity, now, signal, locale: lang, state } = turn;
    const decision = decisionOf(turn);
    const waiting = state.modelAsk;
    if (waiting?.question !== undefined && (activity.type === 'message' || activity.type === 'action'))
      turn.state = { ...state, modelAsk: { at: waiting.at } };
    if (decision === undefined) return next();
    const given = decision && model !== undefined && state.audience === 'trainee';
    const texts = coreTexts(lang).modelConsent;
    turn.state = {
      ...turn.state,
      modelConsent: { given, version: CONSENT_VERSION, language: lang, at: now },
    };
    turn.audit({
      action: given ? 'model.consent' : 'model.withdrawn',
      subject: activity.conversation,
      data: { version: CONSENT_VERSION, language: lang },
    });
    turn.reply(ordinary(given ? texts.accepted : texts.declined, turn));
    if (!given || !waiting?.question || !waiting.topic) return;
    const question = { text: '', lang, audience: state.audience, now, signal };
    const base = answerer.pick(choiceValue('topic', waiting.topic), question);
    const written = base && (await model.write(turn, waiting.question, waiting.topic, base.message));
    if (!written) return;
    turn.reply(written);
    turn.state = {
      ...turn.state,
      lastTopic: waiting.topic,
      offered: (written.choices ?? []).map(({ value }) => value),
    };
  };
}

function ordinary(text: string, { locale: lang }: TurnContext): Message {
  return { kind: 'smalltalk', lang, text, urgency: 'none', purpose: 'ordinary' };
}
