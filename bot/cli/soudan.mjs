#!/usr/bin/env node
// Entry of every command: builds when the sources are newer, then runs dist/.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Soudan needs Node.js 20.19 or newer; this is ${process.versions.node}. Install a newer one from nodejs.org.`,
  );
  process.exit(1);
}
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
if (!existsSync(join(root, 'node_modules'))) {
  console.error('The packages are not installed yet. Run: npm install');
  process.exit(1);
}
const { build, isStale } = await import('./build.mjs');
if (isStale()) {
  console.error('Building (a few seconds, only when the sources changed) …');
  await build();
}
await import('../../dist/soudan.js');
