import { join } from 'node:path';
import { askHuman } from '../escalation/ask-human.ts';
import { greet } from '../escalation/greet.ts';
import { guard } from '../escalation/guard/guard-middleware.ts';
import { hearsDanger } from '../escalation/guard/hears-danger.ts';
import { offerHuman } from '../escalation/offer-human.ts';
import { otherLanguage } from '../escalation/other-language.ts';
import { privacyLine } from '../escalation/privacy-line.ts';
import { relay } from '../escalation/relay.ts';
import { startButtons } from '../escalation/start-buttons.ts';
import { openEmbedder } from '../knowledge/open-embedder.ts';
import { type Knowledge, openKnowledge } from '../knowledge/open-knowledge.ts';
import { openWriter } from '../knowledge/open-writer.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { chooseLanguage } from './language/choose-language.ts';
import type { Log } from './log.ts';
import { pacedEmbedder } from './main/paced-embedder.ts';
import type { Middleware } from './middleware.ts';
import { nobodyReachable, type ReachOf } from './ports/reach.ts';
import { loadTables, type Tables } from './tables/load.ts';
import { referenceText } from './tables/reference-text.ts';
import { initReadings } from './text/readings.ts';
import { createTurnstile } from './turnstile.ts';

/** What the product thinks with, the same for every channel and for `ask`. */
export interface Brain {
  /** The product's table of contents. */
  readonly middleware: readonly Middleware[];
  /** The word guard at the door. */
  readonly hearsDanger: (text: string) => boolean;
  readonly knowledge: Knowledge;
  readonly tables: Tables;
  readonly reachOf: ReachOf;
  /** Settles when the embedder's first start has succeeded (undefined) or failed (why). */
  readonly embedderStarted: Promise<string | undefined>;
  close(): Promise<void>;
}

/** What {@link openBrain} needs. */
export interface BrainOptions {
  readonly root: string;
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  readonly reachOf?: ReachOf;
  /** One line when something long begins, e.g. the embedder's installation. */
  readonly onProgress?: (line: string) => void;
  /** Milliseconds that a question waits for its vector; default 800. Commands that ask many at once give more. */
  readonly questionDeadline?: number;
}

/** The settings' remote embedder in the form that `openEmbedder` takes; empty when none is set. */
export function remoteEmbedder(config: Config) {
  const { EMBEDDINGS_BASE_URL: baseUrl, EMBEDDINGS_MODEL: model, EMBEDDINGS_API_KEY: apiKey } = config;
  return baseUrl && model ? { remote: { baseUrl, model, ...(apiKey ? { apiKey } : {}) } } : {};
}

/** Opens tables, articles, indexes and the embedder (which starts in the background), and lists what a turn does. */
export async function openBrain(options: BrainOptions): Promise<Brain> {
  const { root, config, clock, log, onProgress, questionDeadline } = options;
  const reachOf = options.reachOf ?? nobodyReachable;
  const tables = loadTables({ overlay: join(config.DATA_DIR, 'tables') });
  await initReadings().catch(() =>
    log.warn('The Japanese dictionary is missing; kana match kanji less well. Run npm install.', {
      code: 'no_readings',
    }),
  );
  const { embedder, started } = await openEmbedder({
    root,
    cacheDir: join(root, '.cache', 'embedder'),
    clock,
    log,
    ...(onProgress ? { onProgress } : {}),
    ...(questionDeadline ? { questionDeadline } : {}),
    ...remoteEmbedder(config),
  });
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl, OPENAI_MODEL: model } = config;
  const writer = openWriter({ apiKey, baseUrl, model });
  const knowledge = await openKnowledge({
    root,
    cacheDir: join(root, '.cache', 'vectors'),
    ...(embedder ? { embedder: pacedEmbedder(embedder, createTurnstile(clock)) } : {}),
    log,
    reachOf,
    ...(writer ? { model: { writer, clock, companyConsent: config.COMPANY_MODEL_CONSENT } } : {}),
    references: ({ kind, id }, lang, now) => referenceText(tables, `${kind} ${id}`, lang, now),
  });
  const people = { tables, reachOf };
  const address = config.PUBLIC_URL ? { publicUrl: config.PUBLIC_URL.replace(/\/$/, '') } : {};
  return {
    // The product's table of contents: each either answers or goes on to the next.
    middleware: [
      guard({ hearsDanger, ...people }),
      chooseLanguage,
      privacyLine(address),
      otherLanguage(people),
      knowledge.consent,
      relay,
      greet({ reachOf, ...address }),
      startButtons(people),
      askHuman(people),
      knowledge.middleware,
      offerHuman(people),
    ],
    hearsDanger: (text) => hearsDanger(text) !== undefined,
    knowledge,
    tables,
    reachOf,
    embedderStarted: started,
    close: async () => embedder?.close(),
  };
}
