import type { LanguageTag } from '../../bot/languages.ts';

const HAN_OR_KANA = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{2,}/gu;
/** Papers, cards and notices by their last sign. */
const PAPER = /\p{Script=Han}+(?:書|票|届|届出|証|手帳|カード|办法|书|证|卡)/gu;
const ACRONYM = /(?<!\p{L})[A-Z]{2,}[A-Z0-9-]*(?!\p{Ll})/gu;

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/\([\u3041-\u309f\u30a0-\u30ff\s]+\)/gu, '')
    .replace(/\s+/gu, '');

/**
 * A name in the sentence that does not stand in its passage: a Japanese term in another language's text, a paper's name
 * in Japanese or Chinese, an abbreviation in capitals. Undefined when there is none. Pure.
 */
export function foreignName(sentence: string, passage: string, lang: LanguageTag): string | undefined {
  const text = plain(sentence);
  const source = plain(passage);
  const han = lang === 'ja' || lang === 'ja-simple' || lang === 'zh' ? PAPER : HAN_OR_KANA;
  const acronyms = sentence.normalize('NFKC').match(ACRONYM) ?? [];
  return [...(text.match(han) ?? []), ...acronyms].find((name) => !source.includes(name));
}
