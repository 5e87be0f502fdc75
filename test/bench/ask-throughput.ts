import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parse } from 'yaml';
import { atLeast, type Figure, told } from './figures.ts';

/** Questions of the articles in all languages, in a fixed order: what people really ask, in every script. */
export function articleQuestions(count: number): { id: string; text: string; lang: string }[] {
  const folder = 'knowledge/articles';
  const found: { id: string; text: string; lang: string }[] = [];
  for (const topic of readdirSync(folder, { withFileTypes: true })) {
    if (!topic.isDirectory()) continue;
    for (const file of readdirSync(join(folder, topic.name))) {
      if (!file.endsWith('.md')) continue;
      const front = readFileSync(join(folder, topic.name, file), 'utf8').split(/^---$/m)[1] ?? '';
      const { questions = [] } = parse(front) as { questions?: string[] };
      for (const text of questions)
        found.push({ id: `${topic.name}/${file}/${found.length}`, text, lang: file.slice(0, -3) });
    }
  }
  // Every n-th, so that all topics and languages take part.
  const step = found.length / Math.min(count, found.length);
  return Array.from(
    { length: Math.min(count, found.length) },
    (_, index) => found[Math.floor(index * step)],
  ).filter((item) => item !== undefined);
}

/** `ask --jsonl` as a person would run it; the clock runs from the first answer (warm) to the last. */
export async function askThroughput(count: number): Promise<Figure[]> {
  const questions = articleQuestions(count);
  // One more in front: its answer says that everything is loaded.
  const warm = questions[0];
  if (!warm) throw new Error('There are no articles.');
  const child = spawn(process.execPath, ['bot/cli/soudan.mjs', 'ask', '--jsonl'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const began = performance.now();
  let loaded = 0;
  let answers = 0;
  const times: number[] = [];
  const kinds = new Map<string, number>();
  child.stdin.write(`${JSON.stringify({ ...warm, id: 'warm' })}\n`);
  child.stdin.end(questions.map((question) => `${JSON.stringify(question)}\n`).join(''));
  for await (const line of createInterface({ input: child.stdout })) {
    const { ms, kind } = JSON.parse(line) as { ms: number; kind: string };
    if (loaded === 0) {
      loaded = performance.now();
      continue;
    }
    answers += 1;
    times.push(ms);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  const seconds = (performance.now() - loaded) / 1000;
  times.sort((a, b) => a - b);
  return [
    told('questions', answers, `in ${seconds.toFixed(1)} s`),
    atLeast('questions a second, warm', answers / seconds, 40, '/s'),
    told('p50 of one question (32 in flight)', times[Math.floor(times.length / 2)] ?? 0, 'ms'),
    told('first answer after the command', (loaded - began) / 1000, 's'),
    told('kinds', [...kinds].map(([kind, number]) => `${kind} ${number}`).join(', ')),
  ];
}
