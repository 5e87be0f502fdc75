import { choiceId } from '../../bot/choice-values.ts';
import type { LanguageTag } from '../../bot/languages.ts';
import type { Choice, Message } from '../../bot/message.ts';
import type { ReachOf } from '../../bot/ports/reach.ts';
import { raw } from '../../bot/text/raw.ts';
import type { ReferenceTexts } from '../content/reference.ts';
import { dayInJapan, mayAnswer, type Topic } from '../index/topic.ts';
import { type Decision, decide } from '../ranking/decide.ts';
import type { Retrieval, Retriever } from '../retriever.ts';
import { chooseVariant } from './choose-variant.ts';
import { type ComposeInput, composeAnswer } from './compose-answer.ts';
import { composeClarify, composeSmalltalk, composeUnknown } from './compose-other.ts';

/** A question and what is known of the one who asks. */
export interface Question {
  readonly text: string;
  readonly lang: LanguageTag;
  readonly audience: 'trainee' | 'company';
  /** Epoch milliseconds. */
  readonly now: number;
  /** Topic of the last answer, for "and at night?". */
  readonly lastTopic?: string;
  readonly signal?: AbortSignal;
}

/** What we say, and which topic it is about. */
export interface KnowledgeAnswer {
  readonly message: Message;
  readonly topic?: string;
  /** Values of the choices that typed words may pick. */
  readonly offered: readonly string[];
}

/** What answering needs from the rest of the product. */
export interface AnswerParts {
  readonly retriever: Retriever;
  readonly topics: ReadonlyMap<string, Topic>;
  readonly references: ReferenceTexts;
  readonly reachOf: ReachOf;
  readonly offerFlow: (flow: string, lang: LanguageTag) => Choice | undefined;
}

/** Characters after which a question is cut before it is searched: what matters stands early, and long texts cost time. */
const SEARCHED = 600;
/** Longest text (characters) that may be a follow-up and not a new question. */
const FOLLOW_UP = 48;

/** Answers questions and picked topics from the articles. Pure computation and search: sends and stores nothing. */
export class QuestionAnswerer {
  readonly #parts: AnswerParts;

  constructor(parts: AnswerParts) {
    this.#parts = parts;
  }

  /** Rejects only when the signal aborts. */
  async answer(question: Question): Promise<KnowledgeAnswer> {
    const text = raw(question.text).slice(0, SEARCHED);
    const first = await this.#decide(text, question);
    const { decision, retrieval } = (await this.#asFollowUp(text, first.decision, question)) ?? first;
    const answers = decision.kind === 'answer';
    const input = this.#input(
      question,
      answers ? retrieval.sectionsOf(decision.topic)[0] : undefined,
      answers ? decision.others : [],
    );
    if (decision.kind === 'answer') {
      const answered = this.#fromTopic(decision.topic, input, false);
      if (answered) return answered;
    }
    if (decision.kind === 'smalltalk') return said(composeSmalltalk(decision.topic, input));
    if (decision.kind === 'clarify') {
      const message = composeClarify(decision.topics, input);
      if (message) return said(message);
    }
    return said(composeUnknown(input));
  }

  /** Answers a tapped or typed choice (`topic:…`, `more:…`). Undefined when the value is not ours. */
  pick(value: string, question: Question): KnowledgeAnswer | undefined {
    const [more, section] = choiceId('more', value)?.split('/') ?? [];
    const input = this.#input(question, section, []);
    if (more !== undefined) return this.#fromTopic(more, input, true);
    const topic = choiceId('topic', value);
    return topic === undefined ? undefined : this.#fromTopic(topic, input, false);
  }

  #fromTopic(id: string, input: ComposeInput, rest: boolean): KnowledgeAnswer | undefined {
    const topic = this.#parts.topics.get(id);
    const message = topic?.ours ? composeAnswer(topic.article, input, rest) : undefined;
    return message && { ...said(message), topic: id };
  }

  async #decide(text: string, { lang, audience, now, signal }: Question) {
    const asker = { audience, day: dayInJapan(now) };
    const retrieval: Retrieval = await this.#parts.retriever.retrieve({
      text,
      lang,
      asker,
      ...(signal ? { signal } : {}),
    });
    return { retrieval, decision: decide(retrieval, this.#parts.topics) };
  }

  /** A short text that is no question of its own is read together with the last topic's title. */
  async #asFollowUp(text: string, decision: Decision, question: Question) {
    const last = question.lastTopic ? this.#parts.topics.get(question.lastTopic) : undefined;
    if (!last?.ours || text.length > FOLLOW_UP) return undefined;
    if (decision.kind !== 'unknown' && decision.kind !== 'clarify') return undefined;
    if (!mayAnswer(last, { audience: question.audience, day: dayInJapan(question.now) })) return undefined;
    const variant = chooseVariant(last.article, question.lang);
    const both = await this.#decide(`${variant?.title ?? ''} ${text}`, question);
    return both.decision.kind === 'answer' ? both : undefined;
  }

  #input({ lang, now }: Question, fitting: string | undefined, others: readonly string[]): ComposeInput {
    const { references, topics, reachOf, offerFlow } = this.#parts;
    return { lang, now, reach: reachOf(lang, now), references, topics, offerFlow, fitting, others };
  }
}

function said(message: Message): KnowledgeAnswer {
  return { message, offered: (message.choices ?? []).map(({ value }) => value) };
}
