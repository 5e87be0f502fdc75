/** The lists that are searched independently and then added. */
export const LISTS = [
  'denseRaw',
  'denseFolded',
  'denseSections',
  'denseEnglish',
  'denseJapanese',
  'chars',
  'skeleton',
  'words',
  'sectionWords',
  'nearSkeleton',
] as const;

/** Name of a list. */
export type ListName = (typeof LISTS)[number];

/** Best score of each topic in one list; a topic without texts there is absent. */
export type TopicScores = ReadonlyMap<string, number>;

/** Best score a topic: `topics[i]` is the topic of score `i`; scores without a topic are left out. */
export function bestPerTopic(
  scores: Float32Array,
  topics: readonly (string | undefined)[],
): Map<string, number> {
  const best = new Map<string, number>();
  for (let index = 0; index < scores.length; index++) {
    const topic = topics[index];
    const score = scores[index] ?? 0;
    if (topic !== undefined && score > (best.get(topic) ?? Number.NEGATIVE_INFINITY)) best.set(topic, score);
  }
  return best;
}

/** Mean 0 and deviation 1 over the topics, so that lists of different scales can be added. All equal gives zeros. */
export function standardised(scores: TopicScores): Map<string, number> {
  const values = [...scores.values()];
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(values.length, 1);
  const deviation = Math.sqrt(variance);
  return new Map(
    [...scores].map(([topic, value]) => [topic, deviation > 1e-9 ? (value - mean) / deviation : 0]),
  );
}

/** Height that the near list gives to a question that stands in the index as it is asked: like a clear favourite elsewhere. */
const NEAR = 5;

/**
 * Scores of a list in the form in which lists are added: standardised, so that only the standing among the topics
 * counts. The near list keeps its height, squared: a question that nearly stands in the index is its
 * topic's, whatever the other lists say.
 */
export function comparable(name: ListName, scores: TopicScores): Map<string, number> {
  if (name !== 'nearSkeleton') return standardised(scores);
  return new Map([...scores].map(([topic, value]) => [topic, NEAR * Math.max(0, value) ** 2]));
}
