import { CHOICE } from '../../bot/choice-values.ts';
import { LANGUAGE_TAGS, type LanguageTag } from '../../bot/languages.ts';
import { foldedLight } from '../../bot/text/folded.ts';
import { yesNo } from '../../bot/text/yes-no.ts';
import { textsOf } from './texts/texts-of.ts';

const bare = (text: string) =>
  foldedLight(text)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

const LABELS: ReadonlyMap<string, string> = new Map(
  LANGUAGE_TAGS.flatMap((tag) => {
    const { yes, no } = textsOf(tag).safe;
    return [
      [bare(yes), CHOICE.safeYes],
      [bare(no), CHOICE.safeNo],
    ] as const;
  }),
);

/** Longest typed answer (characters) that is read as a plain yes or no. */
const LONGEST = 40;

/**
 * What a typed answer to "Are you safe?" means: the words of a button, or a plain yes or no. Nothing else is
 * guessed: "I do not think that I am safe" holds the words of a button and means its opposite.
 */
export function saysSafe(text: string, lang: LanguageTag): string | undefined {
  if (text.length > LONGEST) return undefined;
  const label = LABELS.get(bare(text));
  if (label !== undefined) return label;
  const answer = yesNo(text, lang);
  return answer === 'yes' ? CHOICE.safeYes : answer === 'no' ? CHOICE.safeNo : undefined;
}
