import { z } from 'zod';
import { LANGUAGE_TAGS, type LanguageTag } from '../../bot/languages.ts';

/** Language → ways in which people ask something: `questions.yaml` of a topic that is not ours, `asked.yaml` of an article. */
export const byLanguage = z.partialRecord(
  z.enum(LANGUAGE_TAGS as [LanguageTag, ...LanguageTag[]]),
  z.array(z.string().min(1)).min(1),
);

/** See {@link byLanguage}. */
export type ByLanguage = z.infer<typeof byLanguage>;
