import { systemClock } from '../clock.ts';
import type { LanguageTag } from '../languages.ts';
import { ask, askLine, formatAnswer } from './ask.ts';
import { mapJsonLines } from './jsonl.ts';
import { openForCommand } from './open.ts';
import { WrongUse } from './wrong-use.ts';

/** Options of `soudan ask`. */
export interface RunAskOptions {
  readonly lang: LanguageTag | 'auto';
  readonly audience: 'trainee' | 'company';
  readonly json?: boolean;
  readonly jsonl?: boolean;
}

/** `soudan ask`: a question from the arguments, or many as JSON lines. Exit code 1 when a line was bad. */
export async function runAsk(question: string, options: RunAskOptions): Promise<void> {
  if (!options.jsonl && !question.trim())
    throw new WrongUse('Give a question, for example: soudan ask --lang vi "duoc nghi phep may ngay"');
  const { brain } = await openForCommand();
  const defaults = { lang: options.lang, audience: options.audience };
  try {
    if (options.jsonl) {
      const { errors } = await mapJsonLines(process.stdin, process.stdout, askLine, (line) =>
        ask(brain.middleware, systemClock, { ...defaults, ...line }),
      );
      if (errors > 0) process.exitCode = 1;
      return;
    }
    const result = await ask(brain.middleware, systemClock, { id: 'ask', text: question, ...defaults });
    process.stdout.write(`${options.json ? JSON.stringify(result) : formatAnswer(result)}\n`);
  } finally {
    await brain.close();
  }
}
