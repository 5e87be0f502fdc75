import type { LanguageTag } from '../../bot/languages.ts';
import type { Article } from '../content/load-articles.ts';
import type { NotOurs } from '../content/load-not-ours.ts';
import { withoutReferences } from '../content/reference.ts';

/** A text that stands in the index: a question people ask, or a section of an article. */
export interface Unit {
  readonly topic: string;
  /** `question` covers titles too: both are compared with what people ask. */
  readonly kind: 'question' | 'section';
  readonly lang: LanguageTag;
  readonly text: string;
  /** Id of the section, for `section`. */
  readonly section?: string;
  /** Place among the topic's questions, for `question`; 0 is the title. The same question has the same place in every language. */
  readonly place?: number;
}

/** Units of an article, all languages. Sections of lines and phone numbers alone carry no meaning and are left out. */
export function unitsOfArticle({ id, variants }: Article): Unit[] {
  return [...variants.values()].flatMap(({ lang, title, questions, sections }) => [
    ...[title, ...questions].map((text, place) => ({
      topic: id,
      kind: 'question' as const,
      lang,
      text,
      place,
    })),
    ...sections
      .filter((section) => section.id !== 'call' && section.id !== 'do-now')
      .map(({ id: section, heading, text }) => ({
        topic: id,
        kind: 'section' as const,
        lang,
        section,
        text: [title, heading, withoutReferences(text)].filter(Boolean).join('\n'),
      })),
  ]);
}

/** Units of a topic that is not ours. */
export function unitsOfNotOurs({ id, questions }: NotOurs): Unit[] {
  return Object.entries(questions).flatMap(([lang, texts]) =>
    (texts ?? []).map((text, index) => ({
      topic: id,
      kind: 'question' as const,
      lang: lang as LanguageTag,
      text,
      place: index + 1,
    })),
  );
}

/** Names a question of the index, in one language or (without `lang`) in all. */
export type LeftOut = Pick<Unit, 'topic' | 'place'> & Partial<Pick<Unit, 'lang'>>;

/** True when the unit is that question. */
export function isLeftOut(unit: Unit, { topic, place, lang }: LeftOut): boolean {
  return unit.topic === topic && unit.place === place && (lang === undefined || lang === unit.lang);
}
