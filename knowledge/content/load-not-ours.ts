import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { LANGUAGE_TAGS, type LanguageTag } from '../../bot/languages.ts';
import type { ContentFault } from './content-fault.ts';
import { parseYaml } from './parse-yaml.ts';

/** `topic.yaml` of a topic that is not ours: where questions about it lead. */
const topicFile = z.strictObject({ leads_to: z.enum(['unknown', 'smalltalk', 'handoff']) });

/** `questions.yaml`: language → ways in which people ask it. */
const questionsFile = z.partialRecord(
  z.enum(LANGUAGE_TAGS as [LanguageTag, ...LanguageTag[]]),
  z.array(z.string().min(1)).min(1),
);

/** Things people ask that we must not answer from articles: weather, sport, "is my visa approved?". */
export interface NotOurs {
  readonly id: string;
  readonly folder: string;
  readonly leadsTo: 'unknown' | 'smalltalk' | 'handoff';
  readonly questions: z.infer<typeof questionsFile>;
}

/** Reads every topic folder of `folder`. Never throws for bad content. */
export function loadNotOurs(
  folder: string,
  label = 'knowledge/not-ours',
): { topics: NotOurs[]; faults: ContentFault[] } {
  const topics: NotOurs[] = [];
  const faults: ContentFault[] = [];
  if (!existsSync(folder)) return { topics, faults };
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const id of names.map(({ name }) => name).sort()) {
    const read = <T>(name: string, schema: z.ZodType<T>) => {
      const file = join(folder, id, name);
      const shown = `${label}/${id}/${name}`;
      if (existsSync(file)) return parseYaml(shown, readFileSync(file, 'utf8'), schema);
      return { ok: false as const, faults: [{ file: shown, line: 1, message: 'is missing' }] };
    };
    const topic = read('topic.yaml', topicFile);
    const questions = read('questions.yaml', questionsFile);
    if (!topic.ok) faults.push(...topic.faults);
    if (!questions.ok) faults.push(...questions.faults);
    if (topic.ok && questions.ok)
      topics.push({
        id,
        folder: join(folder, id),
        leadsTo: topic.value.leads_to,
        questions: questions.value,
      });
  }
  return { topics, faults };
}
