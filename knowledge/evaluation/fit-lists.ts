import { comparable, LISTS, type ListName } from '../ranking/lists.ts';
import { QUERY_SHAPES, type QueryShape } from '../ranking/query-shape.ts';
import type { ListWeights } from '../ranking/weights.ts';
import type { Example } from './gather-examples.ts';

/** One question as numbers: for each topic the standardised score of each list; the right topic's place. */
interface Row {
  readonly scores: readonly Float64Array[];
  readonly right: number;
  readonly weight: number;
}

const STEPS = 150;
const RATE = 0.5;
/** Pull towards the starting weights: few questions of a shape move them little. */
const PULL = 0.01;

function toRow({ retrieval, topic, weight }: Example): Row | undefined {
  const topics = [...new Set([...retrieval.lists.values()].flatMap((list) => [...list.keys()]))];
  const right = topic === null ? -1 : topics.indexOf(topic);
  if (right < 0) return undefined;
  const lists = LISTS.map((name) => comparable(name, retrieval.lists.get(name) ?? new Map<string, number>()));
  return { right, weight, scores: topics.map((id) => Float64Array.from(lists, (list) => list.get(id) ?? 0)) };
}

/** Adds one question's gradient of the log-probability of its right topic (softmax over the weighted sums). */
function addGradient({ scores, right, weight }: Row, weights: Float64Array, gradient: Float64Array): void {
  const sums = new Float64Array(scores.length);
  let top = Number.NEGATIVE_INFINITY;
  for (const [topic, row] of scores.entries()) {
    let sum = 0;
    for (let list = 0; list < row.length; list++) sum += (row[list] ?? 0) * (weights[list] ?? 0);
    sums[topic] = sum;
    top = Math.max(top, sum);
  }
  let total = 0;
  for (const sum of sums) total += Math.exp(sum - top);
  for (const [topic, row] of scores.entries()) {
    const share = Math.exp((sums[topic] ?? 0) - top) / total;
    const pull = weight * ((topic === right ? 1 : 0) - share);
    for (let list = 0; list < row.length; list++)
      gradient[list] = (gradient[list] ?? 0) + pull * (row[list] ?? 0);
  }
}

function fitRows(rows: readonly Row[], start: Float64Array): Float64Array {
  const weights = start.slice();
  const count = Math.max(
    rows.reduce((sum, { weight }) => sum + weight, 0),
    1,
  );
  for (let step = 0; step < STEPS; step++) {
    const gradient = new Float64Array(LISTS.length);
    for (const row of rows) addGradient(row, weights, gradient);
    for (let list = 0; list < weights.length; list++) {
      const slope = (gradient[list] ?? 0) / count;
      const back = PULL * ((weights[list] ?? 0) - (start[list] ?? 0));
      // A list that does harm is left out, never turned round.
      weights[list] = Math.max(0, (weights[list] ?? 0) + RATE * (slope - back));
    }
  }
  return weights;
}

/** Weights of the lists that took part in the examples, for each shape of question. Only examples with a topic count. */
export function fitLists(examples: readonly Example[]): Record<QueryShape, ListWeights> {
  const rows = examples.flatMap((example) => {
    const row = toRow(example);
    return row ? [{ shape: example.retrieval.shape, row }] : [];
  });
  const all = fitRows(
    rows.map(({ row }) => row),
    new Float64Array(LISTS.length).fill(0.5),
  );
  const used = new Set(examples.flatMap(({ retrieval }) => [...retrieval.lists.keys()]));
  const shaped = (shape: QueryShape): ListWeights => {
    const fitted = fitRows(
      rows.filter((entry) => entry.shape === shape).map(({ row }) => row),
      all,
    );
    const named = LISTS.map((name, list): [ListName, number] => [name, round(fitted[list] ?? 0)]);
    return Object.fromEntries(named.filter(([name]) => used.has(name)));
  };
  const [plain, bare, foreign] = QUERY_SHAPES.map(shaped);
  return { plain: plain ?? {}, bare: bare ?? {}, foreign: foreign ?? {} };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
