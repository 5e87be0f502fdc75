import type { Topic } from '../index/topic.ts';
import type { Retrieval } from '../retriever.ts';
import { features } from './features.ts';
import { probability } from './probability.ts';

/** What to do with a question. */
export type Decision =
  | {
      readonly kind: 'answer';
      readonly topic: string;
      readonly p: number;
      /** Next topics, to be offered below an answer that may not be the one; empty when we are sure. */
      readonly others: readonly string[];
    }
  /** Topics to offer, best first. */
  | { readonly kind: 'clarify'; readonly topics: readonly string[]; readonly p: number }
  | { readonly kind: 'unknown' | 'handoff'; readonly p: number }
  | { readonly kind: 'smalltalk'; readonly topic: string; readonly p: number };

/** Probability from which an answer stands alone. */
const SURE = 0.8;
/** Topics offered by a clarify question. */
const OFFERED = 3;

/** Turns a ranking into a decision by the calibrated probability that our top topic answers the question. */
export function decide(retrieval: Retrieval, topics: ReadonlyMap<string, Topic>): Decision {
  const isOurs = (id: string) => topics.get(id)?.ours === true;
  const ours = retrieval.ranked.filter(({ topic }) => isOurs(topic));
  const best = ours[0];
  const { ranker } = retrieval.weights;
  const p = best ? probability(ranker, features(retrieval, isOurs)) : 0;
  const next = ours.slice(1, OFFERED).map(({ topic }) => topic);
  if (best && p >= ranker.answer)
    return { kind: 'answer', topic: best.topic, p, others: p >= SURE ? [] : next };
  const first = retrieval.ranked[0] && topics.get(retrieval.ranked[0].topic);
  if (first && !first.ours) {
    if (first.leadsTo === 'smalltalk') return { kind: 'smalltalk', topic: first.id, p };
    return { kind: first.leadsTo, p };
  }
  if (best && p >= ranker.clarify) return { kind: 'clarify', topics: [best.topic, ...next], p };
  return { kind: 'unknown', p };
}
