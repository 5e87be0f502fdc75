import type { Clock } from '../../bot/clock.ts';
import type { Message } from '../../bot/message.ts';
import type { ReachOf } from '../../bot/ports/reach.ts';
import type { Writer } from '../../bot/ports/writer.ts';
import type { TurnContext } from '../../bot/turn.ts';
import { passagesOf } from '../answer/passages-of.ts';
import type { ReferenceTexts } from '../content/reference.ts';
import { dayInJapan, mayAnswer, type Topic } from '../index/topic.ts';
import type { CapOptions } from './call-caps.ts';
import { checkDraft } from './check-draft.ts';
import { composeWritten } from './compose-written.ts';
import { mayUseModel } from './consent.ts';
import { GuardedWriter } from './guarded-writer.ts';
import { maskIdentity } from './mask-identity.ts';
import { personHash } from './person-hash.ts';
import { WriterError } from './writer-error.ts';

/** What answering by a model needs. */
export interface ModelOptions {
  readonly writer: Writer;
  readonly clock: Clock;
  /** `COMPANY_MODEL_CONSENT`: the installation has agreed for the company's own staff. */
  readonly companyConsent: boolean;
  readonly caps?: CapOptions;
}

/** What it needs from the knowledge base. */
export interface ModelParts extends ModelOptions {
  readonly topics: ReadonlyMap<string, Topic>;
  readonly references: ReferenceTexts;
  readonly reachOf: ReachOf;
}

/** Longest question (characters) that a model gets to read. */
const QUESTION = 600;

/** Answers that a model writes from one article and that have passed the check; or nothing, and the article answers. */
export class ModelAnswers {
  readonly #parts: ModelParts;
  readonly #writer: GuardedWriter;
  /** Lives as long as the process: with it the provider's names for people change. */
  readonly #key: string;

  constructor(parts: ModelParts) {
    this.#parts = parts;
    this.#writer = new GuardedWriter(parts.writer, parts.clock, parts.caps);
    this.#key = parts.clock.uuid() + parts.clock.uuid();
  }

  /** True when this turn's question may be read by the model. */
  allows(turn: TurnContext): boolean {
    return mayUseModel(turn.state, this.#parts.companyConsent);
  }

  /**
   * `base` with the model's words in place of the article's. Undefined when it may not, fails, is late or nothing useful
   * passed: then `base` itself is the answer. Rejects only when the turn is stopped.
   */
  async write(
    turn: TurnContext,
    question: string,
    topicId: string,
    base: Message,
  ): Promise<Message | undefined> {
    const { now, signal, log, state, activity } = turn;
    const topic = this.#parts.topics.get(topicId);
    const day = dayInJapan(now);
    if (!this.allows(turn) || !topic?.ours || !mayAnswer(topic, { audience: state.audience, day }))
      return undefined;
    const source = passagesOf(topic.article, this.#parts.references, turn.locale, now);
    if (!source) return undefined;
    const { lang, passages } = source;
    try {
      const draft = await this.#writer.write({
        question: maskIdentity(question).slice(0, QUESTION),
        lang,
        passages,
        person: personHash(this.#key, activity.conversation, now),
        conversation: activity.conversation,
        signal,
      });
      const sources = topic.article.meta.sources.map(({ url }) => url);
      const { kept, dropped, useful } = checkDraft(draft, { passages, day, lang, sources });
      if (dropped.length > 0)
        log.info('Sentences of a model’s draft were dropped; see the reason.', {
          component: 'writer',
          code: dropped[0] ?? '',
          count: dropped.length,
          lang,
        });
      return useful ? composeWritten(kept, base, topicId, source, this.#parts.reachOf(lang, now)) : undefined;
    } catch (error) {
      signal.throwIfAborted();
      log.warn('The model gave no draft; the article’s own text answered.', {
        component: 'writer',
        code: error instanceof WriterError ? error.code : 'writer_failed',
      });
      return undefined;
    }
  }
}
