import { comparable, LISTS, type ListName, type TopicScores } from './lists.ts';
import type { ListWeights } from './weights.ts';

/** A topic with its sum and what each list said of it. */
export interface Fused {
  readonly topic: string;
  /** Weighted mean of the standardised scores. */
  readonly score: number;
  /** Raw best score in each list in which the topic has texts. */
  readonly lists: Readonly<Partial<Record<ListName, number>>>;
}

/**
 * Adds the lists: each is made comparable over the topics of this query, then weighted. No list filters another.
 * A topic without texts in a list counts as average there, so that a missing translation neither helps nor hides it.
 * Best first.
 */
export function fuse(lists: ReadonlyMap<ListName, TopicScores>, weights: ListWeights): Fused[] {
  const sums = new Map<string, number>();
  let total = 0;
  for (const name of LISTS) {
    const scores = lists.get(name);
    if (!scores) continue;
    const weight = weights[name] ?? 0;
    total += weight;
    for (const [topic, value] of comparable(name, scores))
      sums.set(topic, (sums.get(topic) ?? 0) + weight * value);
  }
  const fused = [...sums].map(([topic, sum]) => {
    const said: Partial<Record<ListName, number>> = {};
    for (const [name, scores] of lists) {
      const score = scores.get(topic);
      if (score !== undefined) said[name] = score;
    }
    return { topic, score: total > 0 ? sum / total : 0, lists: said };
  });
  return fused.sort((a, b) => b.score - a.score || (a.topic < b.topic ? -1 : 1));
}
