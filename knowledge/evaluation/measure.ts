import type { LanguageTag } from '../../bot/languages.ts';
import type { Topic } from '../index/topic.ts';
import { decide } from '../ranking/decide.ts';
import type { Example } from './gather-examples.ts';

/** How well questions of one language are treated. Shares from 0 to 1. */
export interface Measured {
  /** Questions about our topics. */
  readonly ours: number;
  /** Right topic first, among the first three. */
  readonly hit1: number;
  readonly hit3: number;
  /** Decided: right answer, right topic offered, wrong answer, "I don't know". Of `ours`. */
  readonly answered: number;
  readonly offered: number;
  readonly wrong: number;
  readonly unknown: number;
  /** Questions that are not ours, and the share of them that was not answered from an article. */
  readonly notOurs: number;
  readonly refused: number;
}

/** Measures by language, and all together under `all`. */
export function measure(
  examples: readonly Example[],
  topics: ReadonlyMap<string, Topic>,
): Record<string, Measured> {
  const languages = [...new Set(examples.map(({ lang }) => lang))].sort();
  const table: Record<string, Measured> = {};
  for (const lang of languages) table[lang] = measureOne(examples, topics, lang);
  table.all = measureOne(examples, topics);
  return table;
}

function measureOne(
  examples: readonly Example[],
  topics: ReadonlyMap<string, Topic>,
  lang?: LanguageTag,
): Measured {
  const list = examples.filter((example) => lang === undefined || example.lang === lang);
  const ours = list.filter(({ topic }) => topic !== null);
  const others = list.filter(({ topic }) => topic === null);
  const place = ({ retrieval, topic }: Example) =>
    retrieval.ranked
      .filter((entry) => topics.get(entry.topic)?.ours)
      .findIndex((entry) => entry.topic === topic);
  const decisions = ours.map((example) => ({ example, decision: decide(example.retrieval, topics) }));
  const share = (count: number, of: number) => (of > 0 ? Math.round((count / of) * 1000) / 1000 : 0);
  const count = (holds: (entry: (typeof decisions)[number]) => boolean) =>
    share(decisions.filter(holds).length, ours.length);
  return {
    ours: ours.length,
    hit1: share(ours.filter((example) => place(example) === 0).length, ours.length),
    hit3: share(ours.filter((example) => [0, 1, 2].includes(place(example))).length, ours.length),
    answered: count(
      ({ decision, example }) => decision.kind === 'answer' && decision.topic === example.topic,
    ),
    offered: count(
      ({ decision, example }) => decision.kind === 'clarify' && decision.topics.includes(example.topic ?? ''),
    ),
    wrong: count(({ decision, example }) => decision.kind === 'answer' && decision.topic !== example.topic),
    unknown: count(({ decision }) => decision.kind !== 'answer' && decision.kind !== 'clarify'),
    notOurs: others.length,
    refused: share(
      others.filter(({ retrieval }) => decide(retrieval, topics).kind !== 'answer').length,
      others.length,
    ),
  };
}
