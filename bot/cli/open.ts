import { join } from 'node:path';
import { openEmbedder } from '../../knowledge/open-embedder.ts';
import { systemClock } from '../clock.ts';
import { type Config, readConfig } from '../config.ts';
import { createLog, type Log } from '../log.ts';
import { type Brain, openBrain, remoteEmbedder } from '../main.ts';
import type { Embedder } from '../ports/embedder.ts';
import { findRoot } from '../root.ts';

/** Nobody waits for a single line of a batch: its answer must not depend on how busy the machine is. */
const questionDeadline = 20_000;

/** What every command begins with. Warnings go to standard error, ordinary notes would only be in the way. */
function prepare(): { root: string; config: Config; log: Log; onProgress: (line: string) => void } {
  const root = findRoot();
  const config = readConfig(root);
  return {
    root,
    config,
    log: createLog(config.LOG_LEVEL === 'info' ? 'warn' : config.LOG_LEVEL),
    onProgress: (line) => process.stderr.write(`${line}\n`),
  };
}

/** A brain for a command that runs and ends: settings read, embedder ready (or words only, said once). */
export async function openForCommand(): Promise<{ brain: Brain; config: Config; root: string }> {
  const { root, config, log, onProgress } = prepare();
  const brain = await openBrain({ root, config, clock: systemClock, log, onProgress, questionDeadline });
  await brain.embedderStarted;
  return { brain, config, root };
}

/** The embedder alone, started; undefined when there is none here. */
export async function openEmbedderForCommand(): Promise<Embedder | undefined> {
  const { root, config, log, onProgress } = prepare();
  const cacheDir = join(root, '.cache', 'embedder');
  const { embedder, started } = await openEmbedder({
    root,
    cacheDir,
    clock: systemClock,
    log,
    onProgress,
    questionDeadline,
    ...remoteEmbedder(config),
  });
  const problem = await started;
  if (problem === undefined) return embedder;
  await embedder?.close();
  return undefined;
}
