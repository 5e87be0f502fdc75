import { CHOICE, choiceId } from '../../bot/choice-values.ts';
import type { LanguageTag } from '../../bot/languages.ts';
import { coreTexts } from '../../bot/locales/core.ts';
import { foldedLight } from '../../bot/text/folded.ts';
import type { Topic } from '../index/topic.ts';
import { chooseVariant, shortTitle } from './choose-variant.ts';

/** Longest typed text that may still be a button's words. */
const LABEL_LENGTH = 80;

/**
 * The offered value that a typed text means: its number, its label or its title. Buttons vanish on some channels,
 * so typed words must do the same. Undefined when the text is something else.
 */
export function pickOffered(
  text: string,
  offered: readonly string[],
  topics: ReadonlyMap<string, Topic>,
  lang: LanguageTag,
): string | undefined {
  if (text.length > LABEL_LENGTH) return undefined;
  const typed = foldedLight(text).replace(/[.。)）\s]+$/u, '');
  const number = /^\d{1,2}$/.test(typed) ? Number(typed) : undefined;
  if (number !== undefined) return offered[number - 1];
  return offered.find((value) => namesOf(value, topics, lang).some((name) => foldedLight(name) === typed));
}

function namesOf(value: string, topics: ReadonlyMap<string, Topic>, lang: LanguageTag): string[] {
  const { buttons } = coreTexts(lang);
  if (value === CHOICE.other) return [buttons.other];
  if (choiceId('more', value) !== undefined) return [buttons.more];
  const topic = topics.get(choiceId('topic', value) ?? '');
  const variant = topic?.ours ? chooseVariant(topic.article, lang) : undefined;
  return variant ? [variant.title, shortTitle(variant)] : [];
}
