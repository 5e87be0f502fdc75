import { join } from 'node:path';
import { formatFault } from '../../knowledge/content/content-fault.ts';
import { writeFingerprints } from '../../knowledge/content/write-fingerprints.ts';
import { findRoot } from '../root.ts';
import { openForCommand } from './open.ts';
import { createProgress } from './progress.ts';

/** Texts in one call: nobody asks meanwhile, so the fastest. */
const PORTION = 16;

/**
 * `soudan index`: embeds what is new in the articles into the cache. With `ship`, also writes each topic's
 * `vectors.bin`, to be committed with the text, so that a first start embeds nothing.
 */
export async function buildIndex(options: {
  readonly ship?: boolean;
  readonly fingerprints?: boolean;
}): Promise<void> {
  if (options.fingerprints) {
    const changed = writeFingerprints(join(findRoot(), 'knowledge', 'articles'));
    process.stdout.write(`${changed.length} translations got their fingerprint\n`);
  }
  const { brain } = await openForCommand();
  const progress = createProgress('Embedding');
  try {
    const { index } = brain.knowledge;
    const made = await index.complete({ onProgress: progress.update, portion: PORTION });
    progress.end();
    if (options.ship) await index.ship();
    const { articles, texts, vectors, embedder, faults } = brain.knowledge.stats();
    process.stdout.write(
      `${articles} articles, ${texts} texts, ${vectors} vectors (${made} new), embedder: ${embedder}\n`,
    );
    for (const fault of faults) process.stdout.write(`${formatFault(fault)}\n`);
    if (faults.length > 0) process.exitCode = 1;
  } finally {
    progress.end();
    await brain.close();
  }
}
