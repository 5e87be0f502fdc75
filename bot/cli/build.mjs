// Builds dist/ from the sources when they are newer. Plain JavaScript, because Node 20 strips no types.
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const SOURCES = ['bot', 'adapters', 'knowledge', 'flows', 'escalation', 'package.json', 'package-lock.json'];
const CODE = /\.(ts|tsx|mjs|css|json)$/;
/** Data that is read at start, not bundled: walking a thousand folders here would cost more than the build. */
const DATA = new Set(['articles', 'not-ours', 'exemplars']);

function newest(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return CODE.test(path) ? stat.mtimeMs : 0;
  let time = 0;
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (DATA.has(entry.name)) continue;
    time = Math.max(time, newest(join(path, entry.name)));
  }
  return time;
}

/** True when dist/ is missing or older than a source. */
export function isStale() {
  const built = join(root, 'dist', 'soudan.js');
  if (!existsSync(built)) return true;
  const time = statSync(built).mtimeMs;
  return SOURCES.some((source) => newest(join(root, source)) > time);
}

/** Builds the command line and the pages: into a folder of its own and swaps, so that a command started meanwhile never sees half a build. */
export async function build() {
  const { build: esbuild } = await import('esbuild');
  const fresh = join(root, `dist.${process.pid}`);
  await esbuild({
    absWorkingDir: root,
    entryPoints: { soudan: 'bot/cli/soudan.ts', 'build-page': 'adapters/web/build-page.ts' },
    outdir: fresh,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: 'linked',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    // Crash points exist for the crash runner only: here each call becomes nothing.
    define: { __CRASH_POINTS__: 'false' },
    minifySyntax: true,
    logLevel: 'warning',
  });
  const { buildPage } = await import(pathToFileURL(join(fresh, 'build-page.js')).href);
  await buildPage({ root, outDir: join(fresh, 'web') });
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  renameSync(fresh, join(root, 'dist'));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await build();
