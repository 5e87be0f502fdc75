// Runs a TypeScript file with its arguments: bundles it (packages stay outside) into .cache/run/ and imports it.
// usage: node test/run-ts.mjs FILE.ts [ARG…]   (--crash-points before FILE keeps the named crash points in)
import { mkdirSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(fileURLToPath(import.meta.url), '..', '..');
const args = process.argv.slice(2);
const crashPoints = args[0] === '--crash-points';
if (crashPoints) args.shift();
const [file, ...rest] = args;
if (!file) {
  console.error('usage: node test/run-ts.mjs FILE.ts [ARG…]');
  process.exit(2);
}
const folder = join(root, '.cache', 'run');
mkdirSync(folder, { recursive: true });
const name = relative(root, join(process.cwd(), file)).replaceAll(/[^\w.-]/g, '_');
const outfile = join(folder, `${name}.${process.pid}.mjs`);
await build({
  absWorkingDir: root,
  entryPoints: [join(process.cwd(), file)],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  sourcemap: 'inline',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  define: { __CRASH_POINTS__: String(crashPoints) },
  logLevel: 'warning',
});
process.argv = [process.argv[0] ?? 'node', basename(file), ...rest];
await import(pathToFileURL(outfile).href);
