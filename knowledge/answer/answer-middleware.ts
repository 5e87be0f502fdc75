import type { Middleware } from '../../bot/middleware.ts';
import type { Topic } from '../index/topic.ts';
import type { QuestionAnswerer } from './answer-question.ts';
import { pickOffered } from './pick-offered.ts';

/**
 * Answers words and picked topics from the articles; remembers the topic and what was offered. Goes on with
 * `next()` for what is not a question (files, joins, other buttons).
 */
export function answerFromKnowledge(
  answerer: QuestionAnswerer,
  topics: ReadonlyMap<string, Topic>,
): Middleware {
  return async (turn, next) => {
    const { activity, state, now, signal, locale: lang } = turn;
    if (activity.type !== 'message' && activity.type !== 'action') return next();
    const text = activity.type === 'message' ? activity.text.trim() : '';
    const value =
      activity.type === 'action' ? activity.value : pickOffered(text, state.offered ?? [], topics, lang);
    const { audience, lastTopic } = state;
    const question = { text, lang, audience, now, signal, ...(lastTopic ? { lastTopic } : {}) };
    const answer =
      (value === undefined ? undefined : answerer.pick(value, question)) ??
      (text && !(activity.type === 'message' && activity.sticker)
        ? await answerer.answer(question)
        : undefined);
    if (!answer) return next();
    turn.reply(answer.message);
    turn.state = {
      ...turn.state,
      ...(answer.topic ? { lastTopic: answer.topic } : {}),
      offered: [...answer.offered],
    };
  };
}
