import { loadHnsw } from '../../knowledge/index/hnsw-index.ts';
import { systemClock } from '../clock.ts';
import { readConfig } from '../config.ts';
import { LANGUAGE_TAGS } from '../languages.ts';
import { createLog } from '../log.ts';
import { type Service, startService } from '../main/service.ts';
import { findRoot } from '../root.ts';

const say = (line = '') => process.stdout.write(`${line}\n`);

function welcome(service: Service, address: string, graph: boolean): void {
  const { articles, coverage, embedder } = service.brain.knowledge.stats();
  say();
  say(`Trainee page:    ${address}/`);
  say(`Privacy page:    ${address}/privacy/en`);
  say(`Health:          ${address}/readyz`);
  for (const { name, off } of service.channels) say(`${`${name}:`.padEnd(17)}${off ? `off (${off})` : 'on'}`);
  say('Advisors:        nobody is connected to this installation; answers say so and give telephone lines');
  if (!graph)
    say('Vector graph:    hnswlib-node could not be compiled here; all vectors are compared instead');
  say(`Search:          ${embedder === 'ready' ? 'by meaning and by words' : embedder}`);
  say(
    `Articles:        ${articles}; ${LANGUAGE_TAGS.map((tag) => `${tag} ${coverage[tag] ?? 0}`).join(', ')}`,
  );
  if (service.createdKeyFile) {
    say();
    say(`A new encryption key was made: ${service.createdKeyFile}`);
    say('Keep a copy in a safe place, away from the data: without it nothing stored can be read again.');
  }
  say();
  say('Stop with Ctrl+C.');
}

/** `soudan serve`: runs until SIGINT or SIGTERM, then ends gracefully. A second signal ends at once. */
export async function serve(): Promise<void> {
  const root = findRoot();
  const config = readConfig(root);
  const log = createLog(config.LOG_LEVEL);
  say('Starting Soudan …');
  const service = await startService({ root, config, clock: systemClock, log, onProgress: say });
  const shown = config.HOST === '0.0.0.0' || config.HOST === '::' ? 'localhost' : config.HOST;
  welcome(service, config.PUBLIC_URL ?? `http://${shown}:${service.port}`, (await loadHnsw()) !== undefined);
  await new Promise<void>((resolve) => {
    const end = () => {
      for (const name of ['SIGINT', 'SIGTERM'] as const) process.off(name, end);
      resolve();
    };
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, end);
  });
  say('Stopping …');
  await service.stop();
}
