import { loadPageFiles } from '../../adapters/web/page-files.ts';
import { askThroughput } from './ask-throughput.ts';
import { dangerUnderLoad } from './danger-under-load.ts';
import { atMost, type Figure, table } from './figures.ts';
import { guardSpeed } from './guard-speed.ts';
import { pageWeight } from './page-weight.ts';
import { retrievalSpeed } from './retrieval-speed.ts';
import { startTime } from './start-time.ts';
import { turns } from './turns.ts';
import { webhookLoad } from './webhook-load.ts';

/** Sections by name; each gives its figures. `quick` runs are for development, the promises count on full runs. */
const SECTIONS: Readonly<Record<string, { title: string; run: (quick: boolean) => Promise<Figure[]> }>> = {
  start: { title: 'Start', run: () => startTime() },
  ask: { title: 'Questions through `ask --jsonl`', run: (quick) => askThroughput(quick ? 100 : 500) },
  retrieval: { title: 'Retrieval, side by side', run: (quick) => retrievalSpeed(quick ? 200 : 1000) },
  turns: {
    title: 'Turns a second (32 connections, median of 3 rounds)',
    run: (quick) => turns(quick ? 1000 : 5000),
  },
  danger: {
    title: 'Danger under full load, embedder and LINE hanging',
    run: (quick) => dangerUnderLoad(quick ? 8 : 20),
  },
  page: {
    title: 'Weight of the trainee page, first load',
    run: async () => {
      const { heaviest } = pageWeight(await loadPageFiles('dist/web'));
      return [atMost(`heaviest language (${heaviest.lang}), gzip`, heaviest.gzip / 1000, 60, 'kB')];
    },
  },
  guard: { title: 'Word guard', run: async (quick) => guardSpeed(quick ? 20 : 50) },
  webhook: {
    title: 'Webhooks under load (LINE, signed, one process)',
    run: (quick) => webhookLoad(quick ? 10 : 60),
  },
};

const args = process.argv.slice(2);
const quick = args.includes('--quick');
const names = args.filter((arg) => !arg.startsWith('--'));
const unknown = names.filter((name) => !(name in SECTIONS));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no section ${unknown.join(', ')}. Sections: ${Object.keys(SECTIONS).join(', ')}.\n`,
  );
  process.exit(2);
}

let missed = 0;
for (const [name, { title, run }] of Object.entries(SECTIONS)) {
  if (names.length > 0 && !names.includes(name)) continue;
  process.stderr.write(`${title} …\n`);
  const figures = await run(quick);
  missed += figures.filter(({ met }) => met === false).length;
  process.stdout.write(`${table(title, figures)}\n`);
}
if (missed > 0) {
  process.stderr.write(`${missed} promised figures were missed.\n`);
  process.exitCode = 1;
}
