import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { LANGUAGE_TAGS } from '../../bot/languages.ts';
import type { Log } from '../../bot/log.ts';
import type { Embedder } from '../../bot/ports/embedder.ts';
import { initReadings } from '../../bot/text/readings.ts';
import type { Content } from '../content/load-content.ts';
import { type EmbedMissingOptions, embedMissing } from './embed-missing.ts';
import { type IndexLanguage, indexLanguage, LanguageIndex } from './language-index.ts';
import type { Topic } from './topic.ts';
import { unitsOfArticle, unitsOfNotOurs } from './unit.ts';
import type { EmbeddedText } from './vector-key.ts';
import { VectorStore } from './vector-store.ts';

/** Name of a topic folder's file of vectors. */
export const SHIPPED_VECTORS = 'vectors.bin';

/** Where vectors come from and go to. Without an embedder the index knows words and letters only. */
export interface KnowledgeIndexOptions {
  readonly embedder?: Embedder;
  /** Folder for vectors that are made here. */
  readonly cacheDir: string;
  readonly log: Log;
}

/** Texts of the content, and those of them whose vector is there. */
export interface Coverage {
  readonly texts: number;
  readonly vectors: number;
}

/** A topic's folder and everything embedded for it. */
interface Folder {
  readonly folder: string;
  readonly texts: readonly EmbeddedText[];
}

/** All languages' indexes over the content, and its vectors. */
export class KnowledgeIndex {
  readonly topics: ReadonlyMap<string, Topic>;
  readonly languages: ReadonlyMap<IndexLanguage, LanguageIndex>;
  readonly folders: readonly Folder[];
  readonly store: VectorStore | undefined;
  readonly #options: KnowledgeIndexOptions;
  #coverage: Coverage = { texts: 0, vectors: 0 };

  private constructor(content: Content, options: KnowledgeIndexOptions) {
    this.#options = options;
    this.topics = new Map<string, Topic>([
      ...content.articles.map((article) => [article.id, { id: article.id, ours: true, article }] as const),
      ...content.notOurs.map(({ id, leadsTo }) => [id, { id, ours: false, leadsTo }] as const),
    ]);
    const units = [...content.articles.flatMap(unitsOfArticle), ...content.notOurs.flatMap(unitsOfNotOurs)];
    const languages = [...new Set(LANGUAGE_TAGS.map(indexLanguage))];
    this.languages = new Map(
      languages.map((lang) => [
        lang,
        new LanguageIndex(
          lang,
          units.filter((unit) => indexLanguage(unit.lang) === lang),
        ),
      ]),
    );
    const texts = new Map<string, EmbeddedText[]>();
    for (const language of this.languages.values())
      for (const { topic, ...text } of language.embeddedTexts())
        texts.set(topic, [...(texts.get(topic) ?? []), text]);
    this.folders = [...content.articles, ...content.notOurs].map(({ id, folder }) => ({
      folder,
      texts: texts.get(id) ?? [],
    }));
    const { embedder, log, cacheDir } = options;
    if (embedder) {
      this.store = new VectorStore(embedder.model, embedder.dimensions);
      this.store.load(join(cacheDir, SHIPPED_VECTORS), log);
      for (const { folder } of this.folders) this.store.load(join(folder, SHIPPED_VECTORS), log);
    }
    this.#renew();
  }

  /** Builds the index; loads the Japanese dictionary first, because folded Japanese depends on it. */
  static async open(content: Content, options: KnowledgeIndexOptions): Promise<KnowledgeIndex> {
    await initReadings().catch(() =>
      options.log.warn(
        'The Japanese dictionary is missing; kana-only questions are found less well. Run npm install.',
      ),
    );
    return new KnowledgeIndex(content, options);
  }

  /** How many of the texts have their vector. Counted when vectors are renewed, so that probes may ask often. */
  get coverage(): Coverage {
    return this.#coverage;
  }

  /** Embeds what has no vector yet, keeps it in the cache folder and takes it into the running index. Gives the number embedded. */
  async complete(options?: EmbedMissingOptions): Promise<number> {
    const { embedder, cacheDir } = this.#options;
    if (!embedder || !this.store) return 0;
    const texts = this.folders.flatMap((folder) => folder.texts);
    const before = this.store.size;
    try {
      return await embedMissing(texts, this.store, embedder, options);
    } finally {
      // What was made before an interruption is kept: the next start goes on from there.
      if (this.store.size > before) {
        await mkdir(cacheDir, { recursive: true });
        await this.store.save(join(cacheDir, SHIPPED_VECTORS), texts);
        this.#renew();
      }
    }
  }

  /** Writes each topic folder's file of vectors, to be shipped with the content. */
  async ship(): Promise<void> {
    for (const { folder, texts } of this.folders)
      await this.store?.save(join(folder, SHIPPED_VECTORS), texts);
  }

  #renew(): void {
    if (this.store) for (const language of this.languages.values()) language.renewVectors(this.store);
    const texts = this.folders.flatMap((folder) => folder.texts);
    this.#coverage = {
      texts: texts.length,
      vectors: texts.filter((text) => this.store?.has(text)).length,
    };
  }
}
