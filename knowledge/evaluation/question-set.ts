import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isLanguageTag, type LanguageTag } from '../../bot/languages.ts';
import type { ContentFault } from '../content/content-fault.ts';

/** One line of `questions/*.jsonl`. `topic` null: not ours, and `expect` says where it must lead. */
const questionLine = z.strictObject({
  id: z.string(),
  lang: z.custom<LanguageTag>(isLanguageTag, 'is not one of our languages'),
  text: z.string().min(1),
  topic: z.string().nullable(),
  expect: z.enum(['unknown', 'smalltalk', 'handoff']).optional(),
  style: z.enum(['clean', 'messy']),
  /** `tune` may be used by the fit; `sealed` is for measuring only. */
  set: z.enum(['tune', 'sealed']),
  audience: z.enum(['trainee', 'company']).optional(),
});

/** See `questionLine`. */
export type EvaluationQuestion = z.infer<typeof questionLine>;

/** Reads all question files of a folder. Bad lines become faults. */
export function loadQuestionSet(folder: string): { questions: EvaluationQuestion[]; faults: ContentFault[] } {
  const questions: EvaluationQuestion[] = [];
  const faults: ContentFault[] = [];
  if (!existsSync(folder)) return { questions, faults };
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()) {
    const file = `knowledge/evaluation/questions/${name}`;
    for (const [index, line] of readFileSync(join(folder, name), 'utf8').split('\n').entries()) {
      if (!line.trim()) continue;
      const fault = (message: string) => faults.push({ file, line: index + 1, message });
      try {
        const parsed = questionLine.safeParse(JSON.parse(line));
        if (parsed.success) questions.push(parsed.data);
        else
          fault(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
      } catch {
        fault('is not JSON');
      }
    }
  }
  return { questions, faults };
}
