import type { Retrieval } from '../retriever.ts';
import type { Fused } from './fuse.ts';
import { LISTS, standardised } from './lists.ts';

/** How many topics a feature looks at when it asks how far ahead the best one is. */
const FIELD = 5;

/**
 * What the ranker looks at (retrieval.md §4) to tell whether the top topic of `ours` answers the question.
 * All plain numbers; a list that did not take part gives no feature and counts as average.
 */
export function features(
  retrieval: Retrieval,
  isOurs: (topic: string) => boolean,
): Readonly<Record<string, number>> {
  const ours = retrieval.ranked.filter(({ topic }) => isOurs(topic));
  const best: Fused | undefined = ours[0];
  if (!best) return {};
  const bestForeign = retrieval.ranked.find(({ topic }) => !isOurs(topic));
  const values: Record<string, number> = {
    score: best.score,
    margin: best.score - (ours[1]?.score ?? best.score - 1),
    field: best.score - mean(ours.slice(1, 1 + FIELD).map(({ score }) => score)),
    notOurs: best.score - (bestForeign?.score ?? 0),
    known: retrieval.known,
  };
  let agree = 0;
  let asked = 0;
  for (const name of LISTS) {
    const scores = retrieval.lists.get(name);
    if (!scores) continue;
    const score = best.lists[name];
    if (score !== undefined) values[name] = score;
    if (name === 'nearSkeleton') continue;
    asked += 1;
    const standing = standardised(scores);
    const value = standing.get(best.topic);
    if (value !== undefined) values[`${name}Standing`] = value;
    let top = Number.NEGATIVE_INFINITY;
    for (const [topic, other] of standing) if (isOurs(topic)) top = Math.max(top, other);
    if (value !== undefined && value >= top) agree += 1;
  }
  values.agree = agree / Math.max(asked, 1);
  values[retrieval.shape] = 1;
  return values;
}

function mean(values: readonly number[]): number {
  return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : 0;
}
