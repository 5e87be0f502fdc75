import type { LanguageTag } from '../../bot/languages.ts';
import type { KnowledgeIndex } from '../index/knowledge-index.ts';
import type { Topic } from '../index/topic.ts';
import type { LeftOut } from '../index/unit.ts';
import type { Query, Retrieval, Retriever } from '../retriever.ts';
import type { EvaluationQuestion } from './question-set.ts';

/** A question with its right topic (null: not ours) and what the retriever says of it. */
export interface Example {
  readonly lang: LanguageTag;
  readonly text: string;
  readonly topic: string | null;
  readonly retrieval: Retrieval;
  /** How much it counts in a fit; 1 for a question that a person wrote for measuring. */
  readonly weight: number;
}

/** A question to be asked. */
interface Asked {
  readonly lang: LanguageTag;
  readonly text: string;
  readonly topic: string | null;
  readonly audience: 'trainee' | 'company';
  /** Where it stands in the index itself. */
  readonly leaveOut?: LeftOut;
  /** See {@link Example}; 1 when absent. */
  readonly weight?: number;
}

/** Questions that run at once: enough to fill the embedder's batches. */
const AT_ONCE = 16;

/** The index's own questions (no titles), each asked as if neither it nor its translations stood there. */
export function ownQuestions(index: KnowledgeIndex): Asked[] {
  return [...index.languages.values()].flatMap((language) =>
    language.questions.flatMap(({ topic: id, lang, text, place }) => {
      const topic: Topic | undefined = index.topics.get(id);
      if (!topic || !place) return [];
      return {
        lang,
        text,
        topic: topic.ours ? id : null,
        audience: topic.ours ? (topic.article.meta.audience[0] ?? 'trainee') : 'trainee',
        leaveOut: { topic: id, place },
      };
    }),
  );
}

/** Questions of the evaluation set. */
export function setQuestions(questions: readonly EvaluationQuestion[]): Asked[] {
  return questions.map(({ lang, text, topic, audience }) => ({
    lang,
    text,
    topic,
    audience: audience ?? 'trainee',
  }));
}

/** Asks all of them. `day`: ISO date on which they are asked. */
export async function gatherExamples(
  retriever: Retriever,
  asked: readonly Asked[],
  day: string,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<Example[]> {
  const examples: Example[] = [];
  for (let at = 0; at < asked.length; at += AT_ONCE) {
    const portion = asked
      .slice(at, at + AT_ONCE)
      .map(async ({ lang, text, topic, audience, leaveOut, weight = 1 }) => {
        const query: Query = { text, lang, asker: { audience, day }, ...(leaveOut ? { leaveOut } : {}) };
        return { lang, text, topic, weight, retrieval: await retriever.retrieve(query) };
      });
    examples.push(...(await Promise.all(portion)));
    onProgress(examples.length, asked.length);
  }
  return examples;
}
