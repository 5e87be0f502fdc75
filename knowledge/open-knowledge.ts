import { join } from 'node:path';
import type { LanguageTag } from '../bot/languages.ts';
import type { Log } from '../bot/log.ts';
import type { Choice } from '../bot/message.ts';
import type { Middleware } from '../bot/middleware.ts';
import type { Embedder } from '../bot/ports/embedder.ts';
import { nobodyReachable, type ReachOf } from '../bot/ports/reach.ts';
import { answerFromKnowledge } from './answer/answer-middleware.ts';
import { QuestionAnswerer } from './answer/answer-question.ts';
import type { ContentFault } from './content/content-fault.ts';
import { loadContent } from './content/load-content.ts';
import type { ReferenceTexts } from './content/reference.ts';
import { KnowledgeIndex } from './index/knowledge-index.ts';
import { loadWeights } from './ranking/weights.ts';
import { Retriever } from './retriever.ts';
import { modelConsent } from './writer/consent-middleware.ts';
import { ModelAnswers, type ModelOptions } from './writer/model-answers.ts';

/** What the knowledge base needs from the rest of the product. */
export interface KnowledgeOptions {
  /** The product's folder. */
  readonly root: string;
  /** Where `knowledge/` with articles, topics that are not ours and weights is, when not below `root`. */
  readonly contentRoot?: string;
  /** Folder for vectors that are made here. */
  readonly cacheDir: string;
  /** Absent: words only. */
  readonly embedder?: Embedder;
  readonly log: Log;
  /** What stands in place of `{{line …}}` and the like. */
  readonly references: ReferenceTexts;
  readonly reachOf?: ReachOf;
  /** Button that starts a flow; absent or undefined: the flow is not offered. */
  readonly offerFlow?: (flow: string, lang: LanguageTag) => Choice | undefined;
  /** Absent: nothing is ever read by a model. */
  readonly model?: ModelOptions;
}

/** For readiness and `doctor`. */
export interface KnowledgeStats {
  readonly articles: number;
  readonly topics: number;
  /** Articles a language. */
  readonly coverage: Readonly<Partial<Record<LanguageTag, number>>>;
  readonly texts: number;
  /** Texts whose vector is there; fewer than `texts` while new ones are being embedded. */
  readonly vectors: number;
  /** `ready`, or why search goes by words only. */
  readonly embedder: string;
  readonly faults: readonly ContentFault[];
}

/** The opened knowledge base. */
export interface Knowledge {
  readonly middleware: Middleware;
  /** Hears consent to a model and its withdrawal; stands before whatever answers. */
  readonly consent: Middleware;
  readonly answerer: QuestionAnswerer;
  readonly retriever: Retriever;
  readonly index: KnowledgeIndex;
  readonly embedder: Embedder | undefined;
  stats(): KnowledgeStats;
}

/** Loads articles, builds the indexes, takes the shipped vectors. Embeds nothing: call `index.complete()` for that. */
export async function openKnowledge(options: KnowledgeOptions): Promise<Knowledge> {
  const { root, cacheDir, embedder, log, references } = options;
  const contentRoot = options.contentRoot ?? root;
  const content = loadContent(contentRoot);
  if (content.faults.length > 0)
    log.warn('Some articles have faults and are left out or incomplete; doctor lists them.', {
      count: content.faults.length,
    });
  const weights = loadWeights(join(contentRoot, 'knowledge', 'ranking', 'weights.json'));
  const index = await KnowledgeIndex.open(content, { ...(embedder ? { embedder } : {}), cacheDir, log });
  const { topics, languages } = index;
  const retriever = new Retriever({ topics, languages, weights, ...(embedder ? { embedder } : {}) });
  const reachOf = options.reachOf ?? nobodyReachable;
  const answerer = new QuestionAnswerer({
    retriever,
    topics,
    references,
    reachOf,
    offerFlow: options.offerFlow ?? (() => undefined),
  });
  const model = options.model && new ModelAnswers({ ...options.model, topics, references, reachOf });
  const coverage: Partial<Record<LanguageTag, number>> = {};
  for (const { variants } of content.articles)
    for (const lang of variants.keys()) coverage[lang] = (coverage[lang] ?? 0) + 1;
  return {
    middleware: answerFromKnowledge(answerer, topics, model),
    consent: modelConsent(model, answerer),
    answerer,
    retriever,
    index,
    embedder,
    stats: () => ({
      articles: content.articles.length,
      topics: topics.size,
      coverage,
      ...index.coverage,
      embedder: describe(embedder, weights.models),
      faults: content.faults,
    }),
  };
}

function describe(embedder: Embedder | undefined, models: Readonly<Record<string, unknown>>): string {
  if (!embedder) return 'words-only';
  // Weights belong to a model: one that nobody fitted would only add noise.
  if (!models[embedder.model]) return 'words-only: no fitted weights for this embedding model';
  const problem = embedder.problem();
  return problem ? `words-only: ${problem}` : 'ready';
}
