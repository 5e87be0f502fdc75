import type { Topic } from '../index/topic.ts';
import { features } from '../ranking/features.ts';
import { fuse } from '../ranking/fuse.ts';
import { probability } from '../ranking/probability.ts';
import type { FittedWeights } from '../ranking/weights.ts';
import type { Retrieval } from '../retriever.ts';
import { fitLists } from './fit-lists.ts';
import { fitLogistic } from './fit-logistic.ts';
import { fitThresholds, type Judged } from './fit-thresholds.ts';
import type { Example } from './gather-examples.ts';

/** Topics that a clarify question offers. */
const OFFERED = 3;
/** Parts of the cross-check: each example is judged by a model that has not seen it. */
const FOLDS = 5;

/** Fits lists, ranker and thresholds on examples of one embedding model, or of words alone. */
export function fitRanking(examples: readonly Example[], topics: ReadonlyMap<string, Topic>): FittedWeights {
  const isOurs = (id: string) => topics.get(id)?.ours === true;
  const lists = fitLists(examples);
  const again = examples.map((example) => {
    const { retrieval } = example;
    const ranked = fuse(retrieval.lists, lists[retrieval.shape]);
    const fresh: Retrieval = { ...retrieval, ranked };
    const ours = ranked.filter(({ topic }) => isOurs(topic));
    return {
      features: features(fresh, isOurs),
      right: ours[0]?.topic === example.topic,
      ours: example.topic !== null,
      offered: ours.slice(0, OFFERED).some(({ topic }) => topic === example.topic),
      foreign: ranked[0] !== undefined && !isOurs(ranked[0].topic),
    };
  });
  const judged: Judged[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = {
      ...fitLogistic(again.filter((_, index) => index % FOLDS !== fold)),
      answer: 1,
      clarify: 1,
    };
    for (const [index, { features: values, ...rest }] of again.entries())
      if (index % FOLDS === fold) judged.push({ ...rest, p: probability(model, values) });
  }
  return { lists, ranker: { ...fitLogistic(again), ...fitThresholds(judged) } };
}
