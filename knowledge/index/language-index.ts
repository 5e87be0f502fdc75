import type { LanguageTag } from '../../bot/languages.ts';
import { folded } from '../../bot/text/folded.ts';
import { raw } from '../../bot/text/raw.ts';
import { skeleton } from '../../bot/text/skeleton.ts';
import { centred, meanOf } from './centre.ts';
import { CHAR_GRAMS, GramIndex, SKELETON_GRAMS } from './gram-index.ts';
import { Matrix } from './matrix.ts';
import type { Unit } from './unit.ts';
import type { EmbeddedText } from './vector-key.ts';
import type { VectorStore } from './vector-store.ts';
import { WordIndex } from './word-index.ts';

/** Easy Japanese and Japanese stand in one index: both are asked in both ways. */
export type IndexLanguage = Exclude<LanguageTag, 'ja-simple'>;

/** The index in which a language's texts stand. */
export function indexLanguage(lang: LanguageTag): IndexLanguage {
  return lang === 'ja-simple' ? 'ja' : lang;
}

/** A text and its folded form, when folding changes more than case (else the two have one vector). */
export interface Viewed {
  readonly raw: string;
  readonly folded: string;
}

/** The two views that are embedded. */
export function viewed(text: string, lang: LanguageTag): Viewed {
  return { raw: raw(text), folded: folded(text, lang) };
}

/** What is embedded for a question in its folded view: itself when folding changes no more than case. */
export function foldedForEmbedding({ raw: plain, folded: fold }: Viewed): string {
  return fold === plain.toLowerCase() ? plain : fold;
}

/** All texts of one language with their four kinds of search. Words and grams are built once; vectors can be renewed. */
export class LanguageIndex {
  readonly lang: IndexLanguage;
  readonly questions: readonly Unit[];
  readonly sections: readonly Unit[];
  readonly chars: GramIndex;
  readonly skeletons: GramIndex;
  readonly words: WordIndex;
  readonly sectionWords: WordIndex;
  readonly #views: readonly Viewed[];
  #raw: Matrix | undefined;
  #folded: Matrix | undefined;
  #sections: Matrix | undefined;
  #questionMeans: ReadonlyMap<LanguageTag, Float32Array> = new Map();

  constructor(lang: IndexLanguage, units: readonly Unit[]) {
    this.lang = lang;
    this.questions = units.filter(({ kind }) => kind === 'question');
    this.sections = units.filter(({ kind }) => kind === 'section');
    this.#views = this.questions.map((unit) => viewed(unit.text, unit.lang));
    const folds = this.#views.map((view) => view.folded);
    this.chars = new GramIndex(folds, CHAR_GRAMS);
    this.skeletons = new GramIndex(folds.map(skeleton), SKELETON_GRAMS);
    this.words = new WordIndex(
      this.#views.map((view) => view.raw),
      lang,
    );
    this.sectionWords = new WordIndex(
      this.sections.map((unit) => unit.text),
      lang,
    );
  }

  /** Everything whose vector this index wants, by topic. */
  embeddedTexts(): (EmbeddedText & { readonly topic: string })[] {
    return [
      ...this.questions.flatMap(({ topic }, index) => {
        const view = this.#views[index];
        if (!view) return [];
        const texts = new Set([view.raw, foldedForEmbedding(view)]);
        return [...texts].map((text) => ({ topic, text, query: true }));
      }),
      ...this.sections.map(({ topic, text }) => ({ topic, text, query: false })),
    ];
  }

  /** Takes the vectors that the store has now; the old ones serve until the new ones are complete. */
  renewVectors(store: VectorStore): void {
    const plain = this.#dense(store, this.questions, (index) => this.#views[index]?.raw ?? '', true);
    const fold = this.#dense(
      store,
      this.questions,
      (index) => {
        const view = this.#views[index];
        return view ? foldedForEmbedding(view) : '';
      },
      true,
    );
    this.#sections = this.#dense(
      store,
      this.sections,
      (index) => this.sections[index]?.text ?? '',
      false,
    ).matrix;
    this.#raw = plain.matrix;
    this.#folded = fold.matrix;
    this.#questionMeans = plain.means;
  }

  /** Vectors of units less the mean of their own language: easy Japanese and Japanese differ in it. */
  #dense(store: VectorStore, units: readonly Unit[], textOf: (index: number) => string, query: boolean) {
    const vectors = units.map((_, index) => store.get({ text: textOf(index), query }));
    const means = new Map<LanguageTag, Float32Array>();
    for (const lang of new Set(units.map((unit) => unit.lang))) {
      const mean = meanOf(vectors.filter((_, index) => units[index]?.lang === lang));
      if (mean) means.set(lang, mean);
    }
    const moved = vectors.map(
      (vector, index) => vector && centred(vector, means.get(units[index]?.lang ?? this.lang)),
    );
    return { means, matrix: new Matrix(moved, store.dimensions) };
  }

  /** Mean vector of a language's questions; what a query loses before it is compared. */
  questionMean(lang: LanguageTag): Float32Array | undefined {
    return this.#questionMeans.get(lang) ?? this.#questionMeans.get(this.lang);
  }

  /** Centred cosines of a query vector, by number of the question or section. Undefined when no vector is there. */
  denseScores(part: 'raw' | 'folded' | 'sections', query: Float32Array): Float32Array | undefined {
    const matrix = { raw: this.#raw, folded: this.#folded, sections: this.#sections }[part];
    return matrix && matrix.present > 0 ? matrix.scores(query) : undefined;
  }
}
