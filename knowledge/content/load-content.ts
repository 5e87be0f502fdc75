import { join } from 'node:path';
import type { ContentFault } from './content-fault.ts';
import { type Article, loadArticles } from './load-articles.ts';
import { loadNotOurs, type NotOurs } from './load-not-ours.ts';

/** Everything that the product knows, and what is wrong with it. */
export interface Content {
  readonly articles: readonly Article[];
  readonly notOurs: readonly NotOurs[];
  readonly faults: readonly ContentFault[];
}

/** Reads `knowledge/articles` and `knowledge/not-ours` below `root`. An id that stands in both is a fault. */
export function loadContent(root: string): Content {
  const { articles, faults } = loadArticles(join(root, 'knowledge', 'articles'));
  const notOurs = loadNotOurs(join(root, 'knowledge', 'not-ours'));
  const ids = new Set(articles.map(({ id }) => id));
  const twice = notOurs.topics
    .filter(({ id }) => ids.has(id))
    .map(({ id }) => ({ file: `knowledge/not-ours/${id}`, line: 1, message: 'an article has the same id' }));
  return {
    articles,
    notOurs: notOurs.topics.filter(({ id }) => !ids.has(id)),
    faults: [...faults, ...notOurs.faults, ...twice],
  };
}
