import type { LanguageTag } from '../../bot/languages.ts';
import type { DraftSentence, Passage } from '../../bot/ports/writer.ts';
import { detectLanguage } from '../../bot/text/detect-language.ts';
import { isValidOn } from '../index/topic.ts';
import { type Facts, factsOf } from './facts.ts';
import { FORBIDDEN_WORDS } from './forbidden-words.ts';
import { foreignName } from './foreign-name.ts';
import { turnsAround } from './negation.ts';
import { unsupportedFact } from './unsupported-fact.ts';
import { wordSupport } from './word-support.ts';

/** Why a sentence was dropped. */
export type DropReason =
  | 'passage'
  | 'not-valid'
  | 'length'
  | 'markup'
  | 'link'
  | 'phone'
  | 'date'
  | 'number'
  | 'name'
  | 'promise'
  | 'verdict'
  | 'language'
  | 'unsupported'
  | 'turned'
  | 'repeated';

/** What a draft is held against. */
export interface DraftRules {
  readonly passages: readonly Passage[];
  /** ISO date in Japan. */
  readonly day: string;
  readonly lang: LanguageTag;
  /** Addresses of the sources: the only links that may stand in an answer. */
  readonly sources: readonly string[];
}

/** What is left of a draft. `useful` is false when the article's own text must answer. */
export interface CheckedDraft {
  readonly kept: readonly DraftSentence[];
  readonly dropped: readonly DropReason[];
  readonly useful: boolean;
}

/** Characters of one sentence. */
const LONGEST = 500;
/** Share of a sentence's words that must stand in its passage. */
const SUPPORT = 0.5;
/** Below this confidence the language of so little text says nothing. */
const CERTAIN = 0.9;

const SHOWN =
  /[「『][^」』]*[」』]|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー、。・]+|(?:\p{Lu}[\p{Script=Latin}]+ (?:& )?){2,}\p{Lu}[\p{Script=Latin}]+/gu;
const SHOWN_IN_CHINESE =
  /[（(“][^）)”]*[\p{Script=Hiragana}\p{Script=Katakana}組験][^）)”]*[）)”]|\p{Script=Latin}[\p{Script=Latin} &]*/gu;
const MARKUP = /\]\(|!\[|[<>`{}|]|\*\*|__|^\s*#|\p{Cc}/u;
const LINK =
  /(?:https?:|www\.|tel:|mailto:)\S*|\S+@\S+|[a-z0-9-]+\.(?:com|net|org|jp|info|io|me|ly|gl|co|app|xyz|vn|id|ph|th)\b\S*/giu;

/**
 * Holds a model's draft against its passages (P-1: model output is untrusted). A sentence stays when its passage exists
 * and holds on the day, and every number, date, telephone number, name of a form or article, link and most of its words
 * stand in that passage, and it neither promises nor judges nor says yes for no. Less than half left: not useful. Pure.
 */
export function checkDraft(draft: readonly DraftSentence[], rules: DraftRules): CheckedDraft {
  const facts = new Map<string, Facts>();
  const kept: DraftSentence[] = [];
  const dropped: DropReason[] = [];
  for (const sentence of draft) {
    const text = sentence.text.replace(/\s+/gu, ' ').trim();
    const reason = kept.some((other) => other.text === text)
      ? 'repeated'
      : fault({ ...sentence, text }, rules, facts);
    if (reason) dropped.push(reason);
    else kept.push({ text, passage: sentence.passage });
  }
  const faulty = dropped.filter((reason) => reason !== 'repeated').length;
  return { kept, dropped, useful: kept.length > 0 && kept.length >= faulty };
}

function fault(
  sentence: DraftSentence,
  rules: DraftRules,
  known: Map<string, Facts>,
): DropReason | undefined {
  const { text } = sentence;
  const { lang } = rules;
  const passage = rules.passages.find(({ id }) => id === sentence.passage);
  if (!passage) return 'passage';
  if (!isValidOn(rules.day, passage.from, passage.until)) return 'not-valid';
  if (text.length === 0 || text.length > LONGEST) return 'length';
  if (MARKUP.test(text)) return 'markup';
  if (hasStrangeLink(text, passage.text, rules.sources)) return 'link';
  const source = known.get(passage.id) ?? factsOf(passage.text, lang);
  known.set(passage.id, source);
  const words = text.replace(LINK, ' ');
  const fact = unsupportedFact(factsOf(words, lang), source);
  if (fact) return fact;
  if (foreignName(words, passage.text, lang)) return 'name';
  const close = text.toLowerCase().normalize('NFC').replace(/\s+/gu, '');
  const holds = (list: readonly string[]) =>
    list.some((word) => close.includes(word.normalize('NFC').replace(/\s+/gu, '')));
  if (holds(FORBIDDEN_WORDS[lang].promise)) return 'promise';
  if (holds(FORBIDDEN_WORDS[lang].verdict)) return 'verdict';
  if (isOtherLanguage(words, lang)) return 'language';
  if (wordSupport(words, passage.text, lang) < SUPPORT) return 'unsupported';
  return turnsAround(words, passage.text, lang) ? 'turned' : undefined;
}

function hasStrangeLink(text: string, passage: string, sources: readonly string[]): boolean {
  return [...text.matchAll(LINK)].some(([found]) => {
    const link = found.replace(/[.,;:!?)）。、」]+$/u, '');
    return !sources.includes(link) && !passage.includes(link);
  });
}

function isOtherLanguage(text: string, lang: LanguageTag): boolean {
  // Japanese phrases to be shown or said, and names of papers, stand in answers of every language.
  const own = lang.startsWith('ja') ? text : text.replace(lang === 'zh' ? SHOWN_IN_CHINESE : SHOWN, ' ');
  const found = detectLanguage(own, lang);
  if (found.confidence < CERTAIN || found.lang === lang) return false;
  return !(lang.startsWith('ja') && found.lang.startsWith('ja'));
}
