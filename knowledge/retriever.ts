import type { LanguageTag } from '../bot/languages.ts';
import type { Embedder } from '../bot/ports/embedder.ts';
import { detectLanguage } from '../bot/text/detect-language.ts';
import { folded } from '../bot/text/folded.ts';
import { raw } from '../bot/text/raw.ts';
import { skeleton } from '../bot/text/skeleton.ts';
import { centred } from './index/centre.ts';
import {
  foldedForEmbedding,
  type IndexLanguage,
  indexLanguage,
  type LanguageIndex,
} from './index/language-index.ts';
import { type Asker, isValidOn, mayAnswer, type Topic } from './index/topic.ts';
import { isLeftOut, type LeftOut, type Unit } from './index/unit.ts';
import { type Fused, fuse } from './ranking/fuse.ts';
import { bestPerTopic, type ListName, type TopicScores } from './ranking/lists.ts';
import { type QueryShape, queryShape } from './ranking/query-shape.ts';
import type { FittedWeights, RankingWeights } from './ranking/weights.ts';

/** What was asked, by whom. */
export interface Query {
  readonly text: string;
  readonly lang: LanguageTag;
  readonly asker: Asker;
  readonly signal?: AbortSignal;
  /** This question is not looked at: how we measure with our own questions. */
  readonly leaveOut?: LeftOut;
}

/** Topics for a question, best first. */
export interface Retrieval {
  readonly ranked: readonly Fused[];
  readonly shape: QueryShape;
  /** Best score of each topic in each list that took part. */
  readonly lists: ReadonlyMap<ListName, TopicScores>;
  /** The weights that were used; `ranker` belongs to them. */
  readonly weights: FittedWeights;
  /** False when words and letters decided alone. */
  readonly dense: boolean;
  /** Share of the question's words that the language's index knows. */
  readonly known: number;
  /** Sections of a topic by how well they fit the question, best first; ids. */
  sectionsOf(topic: string): string[];
}

/** What the retriever works on. */
export interface RetrieverParts {
  readonly topics: ReadonlyMap<string, Topic>;
  readonly languages: ReadonlyMap<IndexLanguage, LanguageIndex>;
  readonly weights: RankingWeights;
  readonly embedder?: Embedder;
  /** Asks lists that weigh nothing too: for the fit, which finds out what they are worth. */
  readonly everyList?: boolean;
}

/** Weight of the folded list from which a question is embedded a second time. */
const WORTH_EMBEDDING = 0.15;
/** Confidence from which a text is searched in the language it is written in, whatever its writer reads. */
const CERTAIN = 0.8;

/** Finds topics for messy questions in fifteen languages: several lists, each blind in another place, added (retrieval.md). */
export class Retriever {
  readonly #parts: RetrieverParts;

  constructor(parts: RetrieverParts) {
    this.#parts = parts;
  }

  /** Never rejects for want of vectors: it goes on with words. Rejects when the signal aborts. */
  async retrieve(query: Query): Promise<Retrieval> {
    const { languages, weights, embedder } = this.#parts;
    const text = raw(query.text);
    const lang = this.#searchLanguage(text, query.lang);
    const fold = folded(text, lang);
    const own = languages.get(indexLanguage(lang));
    const shape = queryShape(text, lang);
    const fitted = embedder && weights.models[embedder.model];
    // The second vector is worth its time only where its list weighs something.
    const asFolded = this.#parts.everyList || (fitted?.lists[shape].denseFolded ?? 0) >= WORTH_EMBEDDING;
    const alike = asFolded ? foldedForEmbedding({ raw: text, folded: fold }) : text;
    const vectors = fitted && (await this.#embed(text, alike, query.signal));
    const lists = new Map<ListName, TopicScores>();
    const add = (name: ListName, scores: Float32Array | undefined, units: readonly Unit[]) => {
      if (!scores || units.length === 0) return;
      const best = bestPerTopic(
        scores,
        units.map((unit) => this.#topicOf(unit, query)),
      );
      if (best.size > 0) lists.set(name, best);
    };
    const sectionScores: Float32Array[] = [];
    if (own) {
      add('chars', own.chars.scores(fold), own.questions);
      const skeletons = own.skeletons.scores(skeleton(fold));
      add('skeleton', skeletons, own.questions);
      add('nearSkeleton', skeletons, own.questions);
      add('words', own.words.scores(text), own.questions);
      const sectionWords = own.sectionWords.scores(text);
      add('sectionWords', sectionWords, own.sections);
      sectionScores.push(sectionWords);
      if (vectors) {
        const mean = own.questionMean(lang);
        const vector = centred(vectors.raw, mean);
        add('denseRaw', own.denseScores('raw', vector), own.questions);
        if (asFolded)
          add('denseFolded', own.denseScores('folded', centred(vectors.folded, mean)), own.questions);
        const sections = own.denseScores('sections', vector);
        add('denseSections', sections, own.sections);
        if (sections) sectionScores.push(sections);
        for (const [name, other] of [
          ['denseEnglish', 'en'],
          ['denseJapanese', 'ja'],
        ] as const) {
          const index = languages.get(other);
          if (index && index !== own) add(name, index.denseScores('raw', vector), index.questions);
        }
      }
    }
    const dense = lists.has('denseRaw');
    const used = fitted && dense ? fitted : weights.words;
    return {
      ranked: fuse(lists, used.lists[shape]),
      shape,
      lists,
      weights: used,
      dense,
      known: own?.words.known(text) ?? 0,
      sectionsOf: (topic) => rankSections(topic, own?.sections ?? [], sectionScores),
    };
  }

  /** The language whose texts are searched: the asker's, unless the words are clearly of another or nothing is written in theirs yet. */
  #searchLanguage(text: string, lang: LanguageTag): LanguageTag {
    const written = (tag: LanguageTag) => this.#parts.languages.get(indexLanguage(tag))?.questions.length;
    // Romanised Bengali looks like many things; whoever has a script of their own is taken at their word.
    if (queryShape(text, lang) === 'foreign') return written(lang) ? lang : 'en';
    const found = detectLanguage(text, lang);
    if (found.lang !== 'other' && found.confidence >= CERTAIN && written(found.lang)) return found.lang;
    return written(lang) ? lang : 'en';
  }

  async #embed(text: string, fold: string, signal: AbortSignal | undefined) {
    const { embedder } = this.#parts;
    if (!embedder || embedder.problem()) return undefined;
    try {
      const [first, second] = await embedder.embedQueries(text === fold ? [text] : [text, fold], signal);
      return first && { raw: first, folded: second ?? first };
    } catch {
      signal?.throwIfAborted();
      return undefined;
    }
  }

  /** The unit's topic, or undefined when it may not be looked at for this query. */
  #topicOf(unit: Unit, { asker, leaveOut }: Query): string | undefined {
    const topic = this.#parts.topics.get(unit.topic);
    if (!topic || !mayAnswer(topic, asker)) return undefined;
    if (leaveOut && isLeftOut(unit, leaveOut)) return undefined;
    if (topic.ours && unit.section !== undefined) {
      const section = topic.article.meta.sections.find(({ id }) => id === unit.section);
      if (section && !isValidOn(asker.day, section.from, section.until)) return undefined;
    }
    return unit.topic;
  }
}

/** Sections of one topic by the sum of their scores, each list as a share of its best. */
function rankSections(topic: string, units: readonly Unit[], lists: readonly Float32Array[]): string[] {
  const best = lists.map((scores) => Math.max(1e-9, ...scores));
  const sums = new Map<string, number>();
  for (const [index, unit] of units.entries()) {
    if (unit.topic !== topic || unit.section === undefined) continue;
    const sum = lists.reduce((total, scores, list) => total + (scores[index] ?? 0) / (best[list] ?? 1), 0);
    sums.set(unit.section, Math.max(sum, sums.get(unit.section) ?? Number.NEGATIVE_INFINITY));
  }
  return [...sums].sort((a, b) => b[1] - a[1]).map(([section]) => section);
}
