import { join } from 'node:path';
import type { KnowledgeIndex } from '../index/knowledge-index.ts';
import type { Retriever } from '../retriever.ts';
import { gatherExamples, ownQuestions, setQuestions } from './gather-examples.ts';
import { type Measured, measure } from './measure.ts';
import { loadQuestionSet } from './question-set.ts';

/** What `npm run eval` measures. */
export interface EvaluationOptions {
  readonly root: string;
  readonly index: KnowledgeIndex;
  readonly retriever: Retriever;
  /** ISO date. */
  readonly day: string;
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Quality by language (`all`: together) on the sealed questions; on the articles' own questions, each left out of
 * the index, while there are no sealed ones.
 */
export async function runEvaluation(
  options: EvaluationOptions,
): Promise<{ readonly questions: 'sealed' | 'own'; readonly table: Record<string, Measured> }> {
  const { root, index, retriever, day, onProgress } = options;
  const { questions } = loadQuestionSet(join(root, 'knowledge', 'evaluation', 'questions'));
  const sealed = questions.filter(({ set }) => set === 'sealed');
  const asked = sealed.length > 0 ? setQuestions(sealed) : ownQuestions(index);
  const examples = await gatherExamples(retriever, asked, day, onProgress);
  return { questions: sealed.length > 0 ? 'sealed' : 'own', table: measure(examples, index.topics) };
}
