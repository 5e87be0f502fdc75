import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { ChildOptions } from './crash-child.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** The child program, built like the product but with its crash points. */
export interface CrashProgram {
  start(options: ChildOptions): Promise<CrashChild>;
  remove(): Promise<void>;
}

/** A running child. */
export interface CrashChild {
  readonly port: number;
  readonly process: ChildProcess;
  /** Resolves with the signal or code that ended it. */
  readonly ended: Promise<NodeJS.Signals | number | null>;
}

/** Builds `crash-child.ts` with `__CRASH_POINTS__` true, outside of the repository. */
export async function buildCrashProgram(): Promise<CrashProgram> {
  const folder = await mkdtemp(join(tmpdir(), 'soudan-crash-program-'));
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const file = join(folder, 'child.mjs');
  await build({
    entryPoints: [join(import.meta.dirname, 'crash-child.ts')],
    outfile: file,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    define: { __CRASH_POINTS__: 'true' },
    logLevel: 'error',
  });
  return {
    async start(options) {
      const child = spawn(process.execPath, [file, JSON.stringify(options)], {
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let noise = '';
      child.stderr.on('data', (chunk: Buffer) => {
        noise += chunk;
      });
      const ended = once(child, 'exit').then(([code, signal]) => (signal ?? code) as NodeJS.Signals | number);
      const port = await new Promise<number>((resolve, reject) => {
        let text = '';
        child.stdout.on('data', (chunk: Buffer) => {
          text += chunk;
          const found = /listening (\d+)/.exec(text);
          if (found) resolve(Number(found[1]));
        });
        void ended.then((end) => reject(new Error(`The child ended (${end}) before it listened: ${noise}`)));
      });
      return { port, process: child, ended };
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
