import type { Embedder } from '../../bot/ports/embedder.ts';
import type { EmbeddedText } from './vector-key.ts';
import type { VectorStore } from './vector-store.ts';

/** How the work is done. */
export interface EmbedMissingOptions {
  /** Hears how many texts are done of how many. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Texts in one call: 2 leaves room for people's questions in between (default), 16 is fastest. */
  readonly portion?: number;
  readonly signal?: AbortSignal;
}

/**
 * Embeds the texts whose vectors are missing and puts them into the store, in order. Gives the number embedded; rejects when the embedder fails.
 */
export async function embedMissing(
  texts: readonly EmbeddedText[],
  store: VectorStore,
  embedder: Embedder,
  { onProgress, portion: size = 2, signal }: EmbedMissingOptions = {},
): Promise<number> {
  const missing = texts.filter((text) => !store.has(text));
  const portions = [true, false].flatMap((query) => {
    const list = missing.filter((text) => text.query === query);
    return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
      list.slice(index * size, (index + 1) * size),
    );
  });
  let done = 0;
  for (const portion of portions) {
    signal?.throwIfAborted();
    const plain = portion.map(({ text }) => text);
    const vectors = portion[0]?.query
      ? await embedder.embedQueries(plain, signal)
      : await embedder.embedPassages(plain, signal);
    for (const [index, text] of portion.entries()) {
      const vector = vectors[index];
      if (vector) store.set(text, vector);
    }
    done += portion.length;
    onProgress?.(done, missing.length);
  }
  return done;
}
