// What `npm test` runs: sees to it that everything the tests need is there, runs Vitest with all arguments
// passed on, and closes with one line: "N passed, N failed".
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Runs a command with its output on ours; true when it succeeded. */
const run = (command, args, env = process.env) =>
  spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0;

const canRun = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};
const postgresFolders = existsSync('/usr/lib/postgresql')
  ? readdirSync('/usr/lib/postgresql').map((version) => join('/usr/lib/postgresql', version, 'bin'))
  : [];
const folders = [...(process.env.PATH ?? '').split(delimiter), ...postgresFolders, '/usr/sbin', '/sbin'];
const hasProgram = (...names) => names.some((name) => folders.some((folder) => canRun(join(folder, name))));
/** Names of all fonts below the usual folders; no font program is needed for it. */
const fonts = ['/usr/share/fonts', '/usr/local/share/fonts', join(process.env.HOME ?? '/root', '.fonts')]
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder, { recursive: true }).map((path) => String(path)));
const hasFont = (pattern) => fonts.some((path) => pattern.test(path));

const SCRIPTS = ['Myanmar', 'Khmer', 'Thai', 'Bengali', 'Sinhala', 'Lao', 'Devanagari'];
const needs = [
  { package: 'redis-server', name: 'Redis', there: hasProgram('redis-server', 'valkey-server') },
  { package: 'postgresql', name: 'PostgreSQL', there: hasProgram('initdb') && hasProgram('postgres') },
  {
    package: 'chromium',
    name: 'Chromium',
    there: hasProgram('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'),
  },
  {
    package: 'fonts-noto-core',
    name: `Noto fonts (${SCRIPTS.join(', ')})`,
    there: SCRIPTS.every((script) => hasFont(new RegExp(`Noto(Sans|Serif)${script}`))),
  },
  {
    package: 'fonts-noto-cjk',
    name: 'Noto fonts (Japanese, Chinese)',
    there: hasFont(/Noto(Sans|Serif)CJK/),
  },
];

/** Installs what is missing, or says in one sentence what to install. Gives false when something is still missing. */
function provide() {
  const missing = needs.filter((need) => !need.there);
  if (missing.length === 0) return true;
  const packages = missing.map((need) => need.package);
  const names = missing.map((need) => need.name).join(', ');
  if (process.getuid?.() === 0 && hasProgram('apt-get')) {
    console.log(`The tests need ${names}: installing ${packages.join(' ')}`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const install = ['install', '-y', '-q', '--no-install-recommends', ...packages];
    if (run('apt-get', ['update', '-q'], env) && run('apt-get', install, env)) return true;
  }
  console.log(
    `The tests need ${names}: install them (Debian or Ubuntu: sudo apt-get install ${packages.join(' ')}) and run npm test again.`,
  );
  return false;
}

/** Runs Vitest; gives its counts and whether all is well. */
function test(args) {
  const folder = mkdtempSync(join(tmpdir(), 'soudan-test-'));
  const report = join(folder, 'result.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
    const ended = run(process.execPath, [vitest, 'run', ...reporters, ...args]);
    const result = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined;
    const passed = result?.numPassedTests ?? 0;
    // A file that breaks before its first test has no failed test, but it did fail.
    const broken = (result?.testResults ?? []).filter(
      (file) => file.status === 'failed' && !file.assertionResults.some((one) => one.status === 'failed'),
    );
    let failed = (result?.numFailedTests ?? 0) + broken.length;
    // Anything else that Vitest refuses (an unhandled rejection, no tests at all) counts as one failure.
    if (!ended && failed === 0) failed = 1;
    return { passed, failed };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function main() {
  if (!provide()) return 1;
  if (!existsSync(join(root, 'node_modules', 'vitest')) && !run('npm', ['install'])) {
    console.log('npm install failed: see above, then run npm test again.');
    return 1;
  }
  const { passed, failed } = test(process.argv.slice(2));
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

process.exitCode = main();
