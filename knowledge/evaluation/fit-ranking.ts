import type { Topic } from '../index/topic.ts';
import { features } from '../ranking/features.ts';
import { fuse } from '../ranking/fuse.ts';
import { probability } from '../ranking/probability.ts';
import type { FittedWeights } from '../ranking/weights.ts';
import { fitLists } from './fit-lists.ts';
import { fitLogistic, type Labelled } from './fit-logistic.ts';
import { fitThresholds, type Judged } from './fit-thresholds.ts';
import type { Example } from './gather-examples.ts';

/** An example with everything the fit needs. */
type Looked = Labelled & Omit<Judged, 'p'>;

/** Topics that a clarify question offers. */
const OFFERED = 3;
/** Parts of the cross-check: each example is judged by a model that has not seen it. */
const FOLDS = 5;

/** What a question counts whose right topic was taken away: it stands for questions near ours that no article answers. */
const ORPHAN = 0.15;

/** The same question asked of a knowledge base without its topic. */
function orphaned(example: Example): Example {
  const without = [...example.retrieval.lists].map(([name, scores]) => {
    const rest = [...scores].filter(([topic]) => topic !== example.topic);
    return [name, new Map(rest)] as const;
  });
  return { ...example, topic: null, retrieval: { ...example.retrieval, lists: new Map(without) } };
}

/** Fits lists, ranker and thresholds on examples of one embedding model, or of words alone. */
export function fitRanking(examples: readonly Example[], topics: ReadonlyMap<string, Topic>): FittedWeights {
  const isOurs = (id: string) => topics.get(id)?.ours === true;
  const lists = fitLists(examples);
  const look = (example: Example, weight: number): Looked => {
    const ranked = fuse(example.retrieval.lists, lists[example.retrieval.shape]);
    const ours = ranked.filter(({ topic }) => isOurs(topic));
    return {
      weight,
      features: features({ ...example.retrieval, ranked }, isOurs),
      right: ours[0]?.topic === example.topic,
      ours: example.topic !== null,
      offered: ours.slice(0, OFFERED).some(({ topic }) => topic === example.topic),
      foreign: ranked[0] !== undefined && !isOurs(ranked[0].topic),
    };
  };
  const looked = examples.flatMap((example) => [
    look(example, example.weight),
    ...(example.topic !== null && isOurs(example.topic)
      ? [look(orphaned(example), ORPHAN * example.weight)]
      : []),
  ]);
  const judged: Judged[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = {
      ...fitLogistic(looked.filter((_, index) => index % FOLDS !== fold)),
      answer: 1,
      clarify: 1,
    };
    for (const [index, { features: values, ...rest }] of looked.entries())
      if (index % FOLDS === fold) judged.push({ ...rest, p: probability(model, values) });
  }
  return { lists, ranker: { ...fitLogistic(looked), ...fitThresholds(judged) } };
}
