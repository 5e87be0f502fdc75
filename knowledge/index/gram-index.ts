import { countGrams } from './grams.ts';

/** Which n-grams are counted, in code points. */
export interface GramOptions {
  readonly from: number;
  readonly to: number;
}

/** Folded text, 2–5-grams. */
export const CHAR_GRAMS: GramOptions = { from: 2, to: 5 };
/** Sound skeleton, 2–4-grams. */
export const SKELETON_GRAMS: GramOptions = { from: 2, to: 4 };

/** Weight of a gram that stands `count` times in a text: the second time tells less than the first. */
function damped(count: number): number {
  return 1 + Math.log(count);
}

/** Scales weights to length 1; all zero stays zero. */
function normalise(weights: Float32Array): Float32Array {
  let sum = 0;
  for (const weight of weights) sum += weight * weight;
  const length = Math.sqrt(sum);
  return length > 0 ? weights.map((weight) => weight / length) : weights;
}

/**
 * Cosine of TF-IDF vectors over character n-grams. Built once, read only; postings lie sorted by document in
 * typed arrays. MiniSearch with n-gram tokenisers needs hundreds of milliseconds a query at our size (retrieval.md §2).
 */
export class GramIndex {
  /** Number of documents. */
  readonly size: number;
  readonly #options: GramOptions;
  readonly #terms = new Map<string, number>();
  readonly #idf: Float32Array;
  readonly #starts: Uint32Array;
  readonly #documents: Uint32Array;
  readonly #weights: Float32Array;

  /** Documents are numbered in the order of `texts`. */
  constructor(texts: readonly string[], options: GramOptions) {
    this.size = texts.length;
    this.#options = options;
    const frequency: number[] = [];
    const rows = texts.map((text) => {
      const counts = countGrams(text, options.from, options.to);
      const terms = new Uint32Array(counts.size);
      const times = new Uint32Array(counts.size);
      let slot = 0;
      for (const [gram, count] of counts) {
        const term = this.#terms.get(gram) ?? this.#terms.size;
        if (term === this.#terms.size) this.#terms.set(gram, term);
        frequency[term] = (frequency[term] ?? 0) + 1;
        terms[slot] = term;
        times[slot] = count;
        slot += 1;
      }
      return { terms, times };
    });
    this.#idf = Float32Array.from(frequency, (n) => Math.log((1 + this.size) / (1 + n)) + 1);
    this.#starts = new Uint32Array(frequency.length + 1);
    for (const [term, n] of frequency.entries()) this.#starts[term + 1] = (this.#starts[term] ?? 0) + n;
    const total = this.#starts[frequency.length] ?? 0;
    this.#documents = new Uint32Array(total);
    this.#weights = new Float32Array(total);
    const next = this.#starts.slice();
    for (const [document, { terms, times }] of rows.entries()) {
      const weights = normalise(
        Float32Array.from(terms, (term, index) => damped(times[index] ?? 1) * (this.#idf[term] ?? 0)),
      );
      for (const [index, term] of terms.entries()) {
        const slot = next[term] ?? 0;
        next[term] = slot + 1;
        this.#documents[slot] = document;
        this.#weights[slot] = weights[index] ?? 0;
      }
    }
  }

  /** Cosine of the query with every document, 0 … 1, by document number. Grams unknown to the index count in the query's length, so that a foreign question scores low. */
  scores(query: string): Float32Array {
    const scores = new Float32Array(this.size);
    const unseen = Math.log(1 + this.size) + 1;
    const counts = [...countGrams(query, this.#options.from, this.#options.to)].map(
      ([gram, count]) => [this.#terms.get(gram), count] as const,
    );
    const weights = normalise(
      Float32Array.from(
        counts,
        ([term, count]) => damped(count) * (term === undefined ? unseen : (this.#idf[term] ?? 0)),
      ),
    );
    for (const [index, [term]] of counts.entries()) {
      if (term === undefined) continue;
      const weight = weights[index] ?? 0;
      const end = this.#starts[term + 1] ?? 0;
      for (let slot = this.#starts[term] ?? 0; slot < end; slot++) {
        const document = this.#documents[slot] ?? 0;
        scores[document] = (scores[document] ?? 0) + weight * (this.#weights[slot] ?? 0);
      }
    }
    return scores;
  }
}
