import { CHOICE, choiceValue } from '../../bot/choice-values.ts';
import type { LanguageTag } from '../../bot/languages.ts';
import { coreTexts } from '../../bot/locales/core.ts';
import { sayByReach } from '../../bot/locales/say-by-reach.ts';
import type { Choice, Citation, Link, Message } from '../../bot/message.ts';
import type { Reach } from '../../bot/ports/reach.ts';
import type { Article, ArticleVariant } from '../content/load-articles.ts';
import type { Section } from '../content/parse-body.ts';
import { expandReferences, type ReferenceTexts } from '../content/reference.ts';
import { dayInJapan, isValidOn, type Topic } from '../index/topic.ts';
import { chooseVariant, shortTitle } from './choose-variant.ts';

/** Characters that fit on a phone without much scrolling; what is longer waits behind "more". */
export const ANSWER_LENGTH = 1200;
/** Sources named below an answer; primary ones first. */
const CITED = 3;
/** Related topics offered. */
const RELATED = 2;

/** What composing needs besides the article. */
export interface ComposeInput {
  readonly lang: LanguageTag;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly reach: Reach;
  readonly references: ReferenceTexts;
  readonly topics: ReadonlyMap<string, Topic>;
  /** A button that starts the flow, when that flow can be started. */
  readonly offerFlow: (flow: string, lang: LanguageTag) => Choice | undefined;
  /** Id of the section that fits the question best, when there is a question. */
  readonly fitting: string | undefined;
  /** Topics that the question may have meant instead; offered before related ones. */
  readonly others: readonly string[];
}

function citationsOf(article: Article, variant: ArticleVariant): Citation[] {
  const sources = [...article.meta.sources].sort(
    (a, b) => Number(b.kind === 'primary') - Number(a.kind === 'primary'),
  );
  return sources.slice(0, CITED).map(({ title, url, checked }) => ({
    article: article.id,
    title,
    url,
    lang: variant.lang,
    checked,
  }));
}

/** Sections that hold today, in the article's order. */
export function validSections(article: Article, variant: ArticleVariant, now: number): Section[] {
  const day = dayInJapan(now);
  return variant.sections.filter(({ id }) => {
    const meta = article.meta.sections.find((section) => section.id === id);
    return !meta || isValidOn(day, meta.from, meta.until);
  });
}

/** Sections to show now: as many as fit, the short answer and the best fitting ones first, told in the article's order. */
function choose(parts: readonly { id: string; text: string }[], fitting: string | undefined): Set<string> {
  const order = ['short', ...(fitting ? [fitting] : []), 'do-now', ...parts.map(({ id }) => id)];
  const chosen = new Set<string>();
  let length = 0;
  for (const id of order) {
    const part = parts.find((candidate) => candidate.id === id);
    if (!part || chosen.has(id)) continue;
    // The short answer and the section that was asked for are shown even when they are long.
    if (chosen.size >= 2 && length + part.text.length > ANSWER_LENGTH) continue;
    chosen.add(id);
    length += part.text.length;
  }
  return chosen;
}

/**
 * The answer from an article: short answer, what fits the question best, what to do, whom to call, as far as it
 * stays readable on a phone; the rest behind "more". `rest` gives that rest. Undefined when the article has no
 * text for this reader.
 */
export function composeAnswer(article: Article, input: ComposeInput, rest = false): Message | undefined {
  const variant = chooseVariant(article, input.lang);
  if (!variant) return undefined;
  const { lang } = variant;
  const texts = coreTexts(lang);
  const links: Link[] = [];
  const parts = validSections(article, variant, input.now).map(({ id, heading, text }) => {
    const expanded = expandReferences(text, input.references, lang, input.now);
    return { id, text: [heading, expanded.text].filter(Boolean).join('\n'), empty: !expanded.text, expanded };
  });
  const told = parts.filter(({ empty }) => !empty);
  const chosen = choose(told, input.fitting);
  const shown = told.filter(({ id }) => chosen.has(id) !== rest);
  if (shown.length === 0) return undefined;
  for (const { expanded } of shown) links.push(...expanded.links);
  const rights = article.meta.kind === 'rights';
  const lines = shown.map(({ text }) => text);
  if (variant.stale) lines.push(texts.staleTranslation);
  const nobody = input.reach.state === 'nobody';
  // Without anybody connected the lines of the article itself are the offer.
  if (rights && !rest && !nobody) lines.push(sayByReach(texts.offer, input.reach, lang));
  const flow = article.meta.flow && input.offerFlow(article.meta.flow, lang);
  const choices: Choice[] = [
    ...(flow ? [flow] : []),
    ...(!rest && chosen.size < told.length
      ? [
          {
            value: choiceValue('more', input.fitting ? `${article.id}/${input.fitting}` : article.id),
            label: texts.buttons.more,
          },
        ]
      : []),
    nobody
      ? { value: CHOICE.lines, label: texts.buttons.lines }
      : { value: CHOICE.human, label: texts.buttons.human },
    ...relatedChoices(article, input),
  ];
  return {
    kind: rights ? 'rights' : 'answer',
    lang,
    text: lines.join('\n\n'),
    urgency: rights ? 'normal' : 'none',
    purpose: 'ordinary',
    ...(flow ? { flow: article.meta.flow } : {}),
    choices,
    links,
    citations: citationsOf(article, variant),
  };
}

function relatedChoices(article: Article, { topics, lang, others }: ComposeInput): Choice[] {
  return [...new Set([...others, ...article.meta.related])]
    .flatMap((id) => {
      const topic = topics.get(id);
      const variant = topic?.ours ? chooseVariant(topic.article, lang) : undefined;
      return variant ? [{ value: choiceValue('topic', id), label: shortTitle(variant) }] : [];
    })
    .slice(0, RELATED);
}
