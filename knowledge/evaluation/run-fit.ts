import { join } from 'node:path';
import { LANGUAGE_TAGS } from '../../bot/languages.ts';
import type { Embedder } from '../../bot/ports/embedder.ts';
import type { KnowledgeIndex } from '../index/knowledge-index.ts';
import { indexLanguage } from '../index/language-index.ts';
import { writeAtomically } from '../index/write-atomically.ts';
import { saveQueryMeans } from '../ranking/query-means.ts';
import { type FittedWeights, loadWeights, type RankingWeights } from '../ranking/weights.ts';
import { Retriever } from '../retriever.ts';
import { disturb } from './disturb.ts';
import { fitRanking } from './fit-ranking.ts';
import { type Example, gatherExamples, ownQuestions, setQuestions } from './gather-examples.ts';
import { loadQuestionSet } from './question-set.ts';

/** What the fit works on. */
export interface FitOptions {
  /** The product's folder: its questions are read, its `weights.json` is written. */
  readonly root: string;
  readonly index: KnowledgeIndex;
  /** Absent: only the weights for words alone are fitted anew. */
  readonly embedder?: Embedder;
  /** ISO date. */
  readonly day: string;
  readonly onProgress?: (what: string, done: number, total: number) => void;
}

/** The index's own questions that take part, evenly chosen: more take long and teach little. */
const MOST_OWN = 700;
/** What each of them counts, in each of three ways, beside a tune question that counts 1. */
const OWN = 0.25;

/**
 * Fits list weights, ranker and thresholds and writes `knowledge/ranking/weights.json`. Examples: the tune set, and
 * the index's own questions, asked once disturbed (as a person types what we foresaw), once without themselves and
 * once without their translations either (as new as a question can be). The sealed set is never looked at. Fits of other embedding models are kept.
 */
export async function runFit(options: FitOptions): Promise<RankingWeights> {
  const { root, index, embedder, day, onProgress } = options;
  const path = join(root, 'knowledge', 'ranking', 'weights.json');
  const old = loadWeights(path);
  const { questions } = loadQuestionSet(join(root, 'knowledge', 'evaluation', 'questions'));
  const tune = questions.filter(({ set }) => set === 'tune');
  const all = ownQuestions(index);
  const every = Math.ceil(all.length / MOST_OWN);
  const own = all.filter((_, place) => place % every === 0).map((question) => ({ ...question, weight: OWN }));
  const asked = [
    ...own.map(({ text, leaveOut: _, ...rest }) => ({ ...rest, text: disturb(text, rest.lang) })),
    ...own,
    ...own.map((question) => ({
      ...question,
      ...(question.leaveOut ? { leaveOut: { ...question.leaveOut, lang: question.lang } } : {}),
    })),
    ...setQuestions(tune),
  ];
  const fit = async (what: string, model?: Embedder): Promise<FittedWeights> => {
    const weights = model ? { ...old, models: { ...old.models, [model.model]: old.words } } : old;
    const retriever = new Retriever({
      topics: index.topics,
      languages: index.languages,
      weights,
      everyList: true,
      ...(model ? { embedder: model } : {}),
    });
    const examples: Example[] = await gatherExamples(retriever, asked, day, (done, total) =>
      onProgress?.(what, done, total),
    );
    return fitRanking(examples, index.topics);
  };
  const weights: RankingWeights = {
    provenance: {
      how: 'Fitted by `soudan fit` on the tune questions and on the articles’ own questions, each left out of the index.',
      made: day,
      questions: own.length + tune.length,
    },
    models: embedder ? { ...old.models, [embedder.model]: await fit('meaning', embedder) } : old.models,
    words: await fit('words'),
  };
  if (embedder)
    await saveQueryMeans(
      join(root, 'knowledge', 'ranking', 'query-means.json'),
      embedder.model,
      meansOf(index),
    );
  await writeAtomically(path, Buffer.from(`${JSON.stringify(weights, null, 2)}\n`));
  return weights;
}

/** Mean question vector of each language that has questions. */
function meansOf(index: KnowledgeIndex): Map<string, Float32Array> {
  const means = LANGUAGE_TAGS.flatMap((lang) => {
    const mean = index.languages.get(indexLanguage(lang))?.questionMean(lang);
    return mean ? [[lang, mean] as const] : [];
  });
  return new Map(means);
}
