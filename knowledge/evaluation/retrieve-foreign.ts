import { join } from 'node:path';
import { isLanguageTag, type LanguageTag } from '../../bot/languages.ts';
import type { Embedder } from '../../bot/ports/embedder.ts';
import { findRoot } from '../../bot/root.ts';
import { folded } from '../../bot/text/folded.ts';
import { raw } from '../../bot/text/raw.ts';
import { initReadings } from '../../bot/text/readings.ts';
import { skeleton } from '../../bot/text/skeleton.ts';
import { centred, meanOf } from '../index/centre.ts';
import { CHAR_GRAMS, GramIndex, type GramOptions, SKELETON_GRAMS } from '../index/gram-index.ts';
import { buildVectorIndex } from '../index/open-vector-index.ts';
import type { VectorIndex } from '../index/vector-index.ts';
import { WordIndex } from '../index/word-index.ts';
import { loadQueryMeans, type QueryMeans } from '../ranking/query-means.ts';
import { type QueryShape, queryShape } from '../ranking/query-shape.ts';

/** A text to be found. `lang`: BCP 47, ours or any other. */
export interface ForeignPassage {
  readonly id: string | number;
  readonly lang: string;
  readonly text: string;
  readonly title?: string | undefined;
}

/** A question. */
export interface ForeignQuery {
  readonly id: string | number;
  readonly lang: string;
  readonly text: string;
}

/** Which lists take part. `words`: words, letters and sounds; `dense`: meaning only. */
export type RetrievalMode = 'hybrid' | 'dense' | 'words';

/** How to build. */
export interface ForeignOptions {
  readonly mode: RetrievalMode;
  /** Needed by `hybrid` and `dense`; without it `hybrid` goes by words. */
  readonly embedder?: Embedder;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Letters of long passages: shorter grams tell nothing there and longer ones cost memory. */
const PASSAGE_GRAMS: GramOptions = { from: 3, to: 4 };
/** Mean length (characters) from which passages count as long. */
const LONG = 120;
/** Passages in one call to the embedder. */
const PORTION = 16;
/** Candidates taken from the meaning list when it does not compare everything. */
const NEAREST = 1000;

type List = 'dense' | 'words' | 'chars' | 'skeleton';

/**
 * Each list runs from 0 (its mean) to 1 (its best), so weights say how much a list's favourite counts. Chosen on our
 * articles' sections as passages and their questions as queries, 2026-11-24: this form beats standardised scores there.
 */
const WEIGHTS: Readonly<Record<QueryShape, Readonly<Record<List, number>>>> = {
  plain: { dense: 1, words: 0.2, chars: 0.4, skeleton: 0.4 },
  bare: { dense: 0.5, words: 0.2, chars: 0.6, skeleton: 0.8 },
  foreign: { dense: 0.3, words: 0.1, chars: 0.2, skeleton: 1 },
};

function tagOf(lang: string): LanguageTag | undefined {
  return isLanguageTag(lang) ? lang : undefined;
}

/** Distance from the mean as a share of the best one's distance. */
function scaled(scores: Float32Array): Float32Array {
  let sum = 0;
  let best = Number.NEGATIVE_INFINITY;
  for (const score of scores) {
    sum += score;
    best = Math.max(best, score);
  }
  const mean = sum / Math.max(scores.length, 1);
  const span = best - mean;
  return scores.map((score) => (span > 1e-9 ? (score - mean) / span : 0));
}

/** The product's lists over passages that are not ours: for measurements against other software (contract §2, `retrieve`). */
export class ForeignRetriever {
  readonly #passages: readonly ForeignPassage[];
  readonly #mode: RetrievalMode;
  readonly #embedder: Embedder | undefined;
  readonly #words: readonly { readonly rows: readonly number[]; readonly index: WordIndex }[];
  readonly #chars: GramIndex | undefined;
  readonly #skeletons: GramIndex | undefined;
  readonly #vectors: VectorIndex | undefined;
  readonly #means: QueryMeans | undefined;

  private constructor(
    passages: readonly ForeignPassage[],
    { mode, embedder }: ForeignOptions,
    vectors?: VectorIndex,
    means?: QueryMeans,
  ) {
    this.#means = means;
    this.#passages = passages;
    this.#mode = mode;
    this.#embedder = embedder;
    this.#vectors = vectors;
    const texts = passages.map(textOf);
    this.#words = [];
    if (mode === 'dense' && vectors) return;
    const folds = texts.map((text, row) => folded(raw(text), tagOf(passages[row]?.lang ?? '')));
    const long = texts.reduce((sum, text) => sum + text.length, 0) >= LONG * texts.length;
    this.#chars = new GramIndex(folds, long ? PASSAGE_GRAMS : CHAR_GRAMS);
    this.#skeletons = new GramIndex(folds.map(skeleton), long ? PASSAGE_GRAMS : SKELETON_GRAMS);
    const byLang = rowsByLanguage(passages);
    this.#words = [...byLang].map(([lang, rows]) => ({
      rows,
      index: new WordIndex(
        rows.map((row) => texts[row] ?? ''),
        lang,
      ),
    }));
  }

  /** Embeds and indexes the passages. Rejects when the embedder fails on the way. */
  static async build(
    passages: readonly ForeignPassage[],
    options: ForeignOptions,
  ): Promise<ForeignRetriever> {
    await initReadings().catch(() => undefined);
    const { mode, embedder, onProgress } = options;
    if (mode === 'words' || !embedder || embedder.problem()) return new ForeignRetriever(passages, options);
    const vectors: Float32Array[] = [];
    for (let at = 0; at < passages.length; at += PORTION) {
      const portion = passages.slice(at, at + PORTION).map(textOf);
      vectors.push(...(await embedder.embedPassages(portion)));
      onProgress?.(vectors.length, passages.length);
    }
    const path = join(findRoot(), 'knowledge', 'ranking', 'query-means.json');
    const means = loadQueryMeans(path, embedder.model);
    // Passages lose their common part only when questions lose theirs: one without the other does harm (measured).
    const centre = means.get('en') !== undefined;
    const index = await buildVectorIndex(centre ? centreByLanguage(passages, vectors) : vectors, {
      model: embedder.model,
      dimensions: embedder.dimensions,
    });
    return new ForeignRetriever(passages, options, index, means);
  }

  /** Best passages for a question: at most `k`, best first; scores are comparable within one answer only. */
  async search(query: ForeignQuery, k: number): Promise<{ id: string | number; score: number }[]> {
    const lang = tagOf(query.lang);
    const text = raw(query.text);
    const fold = folded(text, lang);
    const lists = new Map<List, Float32Array>();
    if (this.#vectors) lists.set('dense', await this.#dense(text, query.lang));
    if (this.#chars) lists.set('chars', this.#chars.scores(fold));
    if (this.#skeletons) lists.set('skeleton', this.#skeletons.scores(skeleton(fold)));
    if (this.#words.length > 0) lists.set('words', this.#wordScores(text));
    const weights = WEIGHTS[lang ? queryShape(text, lang) : 'plain'];
    const sums = new Float32Array(this.#passages.length);
    for (const [name, scores] of lists) {
      const weight = this.#mode === 'dense' ? 1 : weights[name];
      for (const [row, score] of scaled(scores).entries()) sums[row] = (sums[row] ?? 0) + weight * score;
    }
    return [...sums.keys()]
      .sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0))
      .slice(0, k)
      .map((row) => ({
        id: this.#passages[row]?.id ?? row,
        score: Math.round((sums[row] ?? 0) * 1e5) / 1e5,
      }));
  }

  async #dense(text: string, lang: string): Promise<Float32Array> {
    const scores = new Float32Array(this.#passages.length);
    const [vector] = (await this.#embedder?.embedQueries([text])) ?? [];
    if (!vector || !this.#vectors) return scores;
    const all = this.#vectors.kind === 'exact';
    const asked = centred(vector, this.#means?.get(lang));
    const found = this.#vectors.search(asked, all ? this.#passages.length : NEAREST);
    // What the graph did not bring is no better than its last find.
    scores.fill(found.at(-1)?.score ?? 0);
    for (const { row, score } of found) scores[row] = score;
    return scores;
  }

  #wordScores(text: string): Float32Array {
    const scores = new Float32Array(this.#passages.length);
    for (const { rows, index } of this.#words)
      for (const [at, score] of index.scores(text).entries()) {
        const row = rows[at];
        if (row !== undefined) scores[row] = score;
      }
    return scores;
  }
}

function rowsByLanguage(passages: readonly ForeignPassage[]): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  for (const [row, { lang }] of passages.entries()) {
    const list = rows.get(lang);
    if (list) list.push(row);
    else rows.set(lang, [row]);
  }
  return rows;
}

function textOf({ title, text }: ForeignPassage): string {
  return title ? `${title}\n${text}` : text;
}

/** Each language's passages lose their common part; a language with few passages keeps it. */
function centreByLanguage(
  passages: readonly ForeignPassage[],
  vectors: readonly Float32Array[],
): Float32Array[] {
  const rows = rowsByLanguage(passages);
  const means = new Map(
    [...rows]
      .filter(([, list]) => list.length >= 50)
      .map(([lang, list]) => [lang, meanOf(list.flatMap((row) => vectors[row] ?? []))] as const),
  );
  return vectors.map((vector, row) => centred(vector, means.get(passages[row]?.lang ?? '')));
}
