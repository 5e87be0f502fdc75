import { runEvaluation } from '../../knowledge/evaluation/run-evaluation.ts';
import { today } from './fit.ts';
import { openForCommand } from './open.ts';
import { createProgress } from './progress.ts';

/** `soudan evaluate` (`npm run eval`): quality a language on the sealed questions, as a table. */
export async function evaluate(): Promise<void> {
  const { brain, root } = await openForCommand();
  const progress = createProgress('Asking');
  try {
    const { index, retriever } = brain.knowledge;
    await index.complete({ portion: 16 });
    const { questions, table } = await runEvaluation({
      root,
      index,
      retriever,
      day: today(),
      onProgress: progress.update,
    });
    progress.end();
    const columns = [
      'ours',
      'hit1',
      'hit3',
      'answered',
      'offered',
      'wrong',
      'unknown',
      'notOurs',
      'refused',
    ] as const;
    const lines = [
      `Questions: ${questions === 'sealed' ? 'the sealed half of our own set' : "the articles' own, each left out of the index"}`,
      `Search: ${brain.knowledge.stats().embedder}`,
      '',
      `| language | ${columns.join(' | ')} |`,
      `|---|${columns.map(() => '---').join('|')}|`,
      ...Object.entries(table).map(
        ([lang, row]) => `| ${lang} | ${columns.map((column) => row[column]).join(' | ')} |`,
      ),
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
  } finally {
    await brain.close();
  }
}
