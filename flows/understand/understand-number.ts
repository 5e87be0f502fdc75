import type { LanguageTag } from '../../bot/languages.ts';
import { foldedLight } from '../../bot/text/folded.ts';
import { hanDigits } from './han-digits.ts';
import { NUMBER_WORDS } from './number-words.ts';
import { forLanguage, valuesIn } from './words.ts';

const words = forLanguage(NUMBER_WORDS);

/**
 * The one whole number that a typed text names: digits of any script ("၃", "๑๒", "10,000"), 十五, or a number word from
 * zero to ten of any of our languages. Undefined when there is none or more than one ("2-3"). Pure.
 */
export function understandNumber(text: string, lang: LanguageTag): number | undefined {
  const folded = hanDigits(foldedLight(text.slice(0, 200)).replace(/(?<=\d)[.,](?=\d{3}(?!\d))/g, ''));
  const digits = folded.match(/\d+(?:[.,]\d+)?/g) ?? [];
  if (digits.length > 1 || (digits[0] && !/^\d{1,9}$/.test(digits[0]))) return undefined;
  if (digits[0]) return Number(digits[0]) * (/\d\s*万/.test(folded) ? 10_000 : 1);
  for (const table of words(lang)) {
    const found = new Set(valuesIn(folded, table));
    if (found.size > 0) return found.size === 1 ? [...found][0] : undefined;
  }
  return undefined;
}
