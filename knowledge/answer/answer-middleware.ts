import type { Message } from '../../bot/message.ts';
import type { Middleware } from '../../bot/middleware.ts';
import type { TurnContext } from '../../bot/turn.ts';
import type { Topic } from '../index/topic.ts';
import { mayAskConsent } from '../writer/consent.ts';
import { maskIdentity } from '../writer/mask-identity.ts';
import type { ModelAnswers } from '../writer/model-answers.ts';
import { offerConsent } from '../writer/offer-consent.ts';
import type { KnowledgeAnswer, QuestionAnswerer } from './answer-question.ts';
import { pickOffered } from './pick-offered.ts';

/** Longest question (characters) that is kept for a model until the person agrees. */
const KEPT = 600;

/**
 * Answers words and picked topics from the articles; remembers the topic and what was offered. A question is
 * answered in a model's words when there is a model and consent; without consent it is asked for once. Goes on with
 * `next()` for what is not a question (files, joins, other buttons).
 */
export function answerFromKnowledge(
  answerer: QuestionAnswerer,
  topics: ReadonlyMap<string, Topic>,
  model?: ModelAnswers,
): Middleware {
  return async (turn, next) => {
    const { activity, state, now, signal, locale: lang } = turn;
    if (activity.type !== 'message' && activity.type !== 'action') return next();
    const text = activity.type === 'message' ? activity.text.trim() : '';
    const value =
      activity.type === 'action' ? activity.value : pickOffered(text, state.offered ?? [], topics, lang);
    const { audience, lastTopic } = state;
    const question = { text, lang, audience, now, signal, ...(lastTopic ? { lastTopic } : {}) };
    const picked = value === undefined ? undefined : answerer.pick(value, question);
    const answer =
      picked ??
      (text && !(activity.type === 'message' && activity.sticker)
        ? await answerer.answer(question)
        : undefined);
    if (!answer) return next();
    const messages = model && !picked ? await withModel(turn, model, text, answer) : [answer.message];
    for (const message of messages) turn.reply(message);
    turn.state = {
      ...turn.state,
      ...(answer.topic ? { lastTopic: answer.topic } : {}),
      offered: messages.flatMap(({ choices = [] }) => choices.map(({ value: offered }) => offered)),
    };
  };
}

/** The article's answer, in the model's words where it may write, or with the question for consent beside it. */
async function withModel(
  turn: TurnContext,
  model: ModelAnswers,
  text: string,
  { message, topic }: KnowledgeAnswer,
): Promise<readonly Message[]> {
  if (topic === undefined) return [message];
  if (model.allows(turn)) return [(await model.write(turn, text, topic, message)) ?? message];
  if (!mayAskConsent(turn.state)) return [message];
  const question = maskIdentity(text).slice(0, KEPT);
  turn.state = { ...turn.state, modelAsk: { at: turn.now, question, topic } };
  return offerConsent(message, turn.locale);
}
