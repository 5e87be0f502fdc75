import type { LanguageTag } from '../../bot/languages.ts';
import type { Link } from '../../bot/message.ts';
import type { Passage } from '../../bot/ports/writer.ts';
import type { Article } from '../content/load-articles.ts';
import { expandReferences, type ReferenceTexts } from '../content/reference.ts';
import { chooseVariant } from './choose-variant.ts';
import { validSections } from './compose-answer.ts';

/** An article as passages that an answer may rest on, and what of it stands below such an answer. */
export interface ArticlePassages {
  /** Language of the passages: the reader's, or the nearest that there is. */
  readonly lang: LanguageTag;
  readonly passages: readonly Passage[];
  /** Whom to call, in the article's own words: numbers come from our tables, never from a model. */
  readonly call: { readonly passage: string; readonly text: string } | undefined;
  readonly links: readonly Link[];
  readonly stale: boolean;
}

/** Characters of passages in one call, at most. */
const LONGEST = 12_000;

/** The sections that hold on the day, tables' words in place, one passage each. Undefined when nothing can be read. */
export function passagesOf(
  article: Article,
  references: ReferenceTexts,
  lang: LanguageTag,
  now: number,
): ArticlePassages | undefined {
  const variant = chooseVariant(article, lang);
  if (!variant) return undefined;
  const passages: Passage[] = [];
  const links: Link[] = [];
  let call: ArticlePassages['call'];
  let length = 0;
  for (const { id, heading, text } of validSections(article, variant, now)) {
    const expanded = expandReferences(text, references, variant.lang, now);
    const title = id === 'short' ? variant.title : heading;
    const whole = [title, expanded.text].filter(Boolean).join('\n');
    if (!expanded.text || length + whole.length > LONGEST) continue;
    const passage = `p${passages.length + 1}`;
    const meta = article.meta.sections.find((section) => section.id === id);
    passages.push({
      id: passage,
      text: whole,
      ...(meta?.from ? { from: meta.from } : {}),
      ...(meta?.until ? { until: meta.until } : {}),
    });
    links.push(...expanded.links);
    length += whole.length;
    if (id === 'call') call = { passage, text: whole };
  }
  return passages.length > 0
    ? { lang: variant.lang, passages, call, links, stale: variant.stale }
    : undefined;
}
