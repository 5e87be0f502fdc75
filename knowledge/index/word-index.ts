import MiniSearch from 'minisearch';
import type { LanguageTag } from '../../bot/languages.ts';
import { wordsOf } from './words.ts';

/** BM25 over words (MiniSearch). Built once, read only. */
export class WordIndex {
  /** Number of documents. */
  readonly size: number;
  readonly #search: MiniSearch<{ id: number; text: string }>;
  readonly #words: ReadonlySet<string>;
  readonly #lang: LanguageTag | string;

  /** Documents are numbered in the order of `texts`. `lang` chooses the word breaker. */
  constructor(texts: readonly string[], lang: LanguageTag | string) {
    this.size = texts.length;
    this.#lang = lang;
    const words = new Set<string>();
    this.#search = new MiniSearch({
      fields: ['text'],
      tokenize: (text) => wordsOf(text, lang),
      processTerm: (term) => {
        words.add(term);
        return term;
      },
    });
    this.#search.addAll(texts.map((text, id) => ({ id, text })));
    this.#words = words;
  }

  /** BM25 score of every document, 0 and up, by document number. Long words also match with a typo or as the beginning of a longer one. */
  scores(query: string): Float32Array {
    const scores = new Float32Array(this.size);
    const found = this.#search.search(query, {
      tokenize: (text) => wordsOf(text, this.#lang),
      processTerm: (term) => term,
      prefix: (term) => term.length >= 4,
      fuzzy: (term) => (term.length >= 5 ? 0.2 : false),
      weights: { fuzzy: 0.4, prefix: 0.4 },
    });
    for (const { id, score } of found) scores[id] = score;
    return scores;
  }

  /** Share (0 … 1) of the query's words that stand in the index at all; 0 for a query without words. */
  known(query: string): number {
    const words = wordsOf(query, this.#lang);
    return words.length === 0 ? 0 : words.filter((word) => this.#words.has(word)).length / words.length;
  }
}
