import { z } from 'zod';
import { detectLanguage } from '../text/detect-language.ts';
import { mapJsonLines } from './jsonl.ts';
import { WrongUse } from './wrong-use.ts';

const detectLine = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

function round(confidence: number): number {
  return Math.round(confidence * 1000) / 1000;
}

/** `soudan detect`: the language of a text, or of many as JSON lines (contract §2). */
export async function detect(text: string, options: { readonly jsonl?: boolean }): Promise<void> {
  if (!options.jsonl) {
    if (!text.trim()) throw new WrongUse('Give a text, for example: soudan detect "toi bi dau bung"');
    const { lang, confidence } = detectLanguage(text);
    process.stdout.write(`${lang} ${round(confidence)}\n`);
    return;
  }
  const { errors } = await mapJsonLines(process.stdin, process.stdout, detectLine, async (line) => {
    const { lang, confidence } = detectLanguage(line.text);
    return { id: line.id, lang, confidence: round(confidence) };
  });
  if (errors > 0) process.exitCode = 1;
}
