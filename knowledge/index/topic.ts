import type { Article } from '../content/load-articles.ts';
import type { NotOurs } from '../content/load-not-ours.ts';

/** Something a question can be about: one of our articles, or a thing that is not ours. */
export type Topic =
  | { readonly id: string; readonly ours: true; readonly article: Article }
  | { readonly id: string; readonly ours: false; readonly leadsTo: NotOurs['leadsTo'] };

/** Who asks, and on which day (ISO date in Japan). Checked in code, before anything is ranked. */
export interface Asker {
  readonly audience: 'trainee' | 'company';
  readonly day: string;
}

/** True when a span of days holds `day`. Both ends are open when absent. */
export function isValidOn(day: string, from: string | undefined, until: string | undefined): boolean {
  return (from === undefined || from <= day) && (until === undefined || day <= until);
}

/** True when the topic may be answered to this asker today. Topics that are not ours concern everybody. */
export function mayAnswer(topic: Topic, asker: Asker): boolean {
  if (!topic.ours) return true;
  const { audience, valid_from: from, valid_until: until } = topic.article.meta;
  return audience.includes(asker.audience) && isValidOn(asker.day, from, until);
}

/** ISO date in Japan of an instant (epoch milliseconds): rules of Japan change at Japan's midnight. */
export function dayInJapan(now: number): string {
  return new Date(now + 9 * 3_600_000).toISOString().slice(0, 10);
}
