import type { Embedder } from '../ports/embedder.ts';
import type { Turnstile } from '../turnstile.ts';

/** The same embedder; those whose vectors came in one answer go on one after the other, not all in one breath. */
export function pacedEmbedder(embedder: Embedder, turnstile: Turnstile): Embedder {
  return {
    model: embedder.model,
    dimensions: embedder.dimensions,
    async embedQueries(texts, signal) {
      try {
        return await embedder.embedQueries(texts, signal);
      } finally {
        await turnstile();
      }
    },
    embedPassages: (texts, signal) => embedder.embedPassages(texts, signal),
    problem: () => embedder.problem(),
    close: () => embedder.close(),
  };
}
