import { runFit } from '../../knowledge/evaluation/run-fit.ts';
import { systemClock } from '../clock.ts';
import { openForCommand } from './open.ts';
import { createProgress } from './progress.ts';

/** Today in Japan as an ISO date: rules and evaluations belong to a Japanese day. */
export function today(): string {
  return new Date(systemClock.now() + 9 * 3_600_000).toISOString().slice(0, 10);
}

/** `soudan fit`: list weights, ranker and thresholds from our own questions; writes knowledge/ranking/weights.json. */
export async function fit(): Promise<void> {
  const { brain, root } = await openForCommand();
  const progress = createProgress('Fitting');
  try {
    const { index, embedder } = brain.knowledge;
    await index.complete({ portion: 16 });
    await runFit({
      root,
      index,
      day: today(),
      onProgress: (_what, done, total) => progress.update(done, total),
      ...(embedder && !embedder.problem() ? { embedder } : {}),
    });
    progress.end();
    process.stdout.write('Written: knowledge/ranking/weights.json. Measure it: npm run eval\n');
  } finally {
    await brain.close();
  }
}
