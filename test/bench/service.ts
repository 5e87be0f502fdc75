import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The product as its users start it, in a child process with a data folder of its own. */
export interface BenchService {
  readonly url: string;
  /** Milliseconds from the command to the first answer of `/readyz`. */
  readonly startedAfter: number;
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

async function ready(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`)).ok;
  } catch {
    return false;
  }
}

/** Starts `soudan serve` with these settings; resolves when it is ready. Rejects with its output when it ends early. */
export async function startBenchService(settings: Readonly<Record<string, string>>): Promise<BenchService> {
  const dataDir = await mkdtemp(join(tmpdir(), 'soudan-bench-'));
  const began = performance.now();
  const child = spawn(process.execPath, ['bot/cli/soudan.mjs', 'serve'], {
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error(`The service ended early:\n${said.join('\n')}`)));
    createInterface({ input: child.stderr }).on('line', (line) => said.push(line));
    createInterface({ input: child.stdout }).on('line', (line) => {
      said.push(line);
      const found = /(http:\/\/[\d.]+:\d+)\/$/.exec(line)?.[1];
      if (found) resolve(found);
    });
  });
  while (!(await ready(url))) await new Promise((resolve) => setTimeout(resolve, 20));
  return {
    url,
    startedAfter: performance.now() - began,
    process: child,
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Waits until the embedder is in use (or `seconds` have passed). Gives the last state. */
export async function embedderState(url: string, seconds: number): Promise<string> {
  const end = performance.now() + seconds * 1000;
  let state = 'unknown';
  while (performance.now() < end) {
    const body = (await (await fetch(`${url}/readyz`)).json()) as { embedder?: string };
    state = body.embedder ?? 'unknown';
    if (state === 'ready') break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return state;
}
