import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPage } from '../../adapters/web/build-page.ts';
import { systemClock } from '../../bot/clock.ts';
import { readConfig } from '../../bot/config.ts';
import { silentLog } from '../../bot/log.ts';
import { type Service, startService } from '../../bot/main/service.ts';
import { findRoot } from '../../bot/root.ts';
import { type FakeLine, startFakeLine } from '../fakes/line/fake-line.ts';

/** The whole product with LINE switched on against the fake: what `npm start` would run. */
export interface OpenedService {
  readonly service: Service;
  readonly line: FakeLine;
  readonly url: string;
  stop(): Promise<void>;
}

const SECRET = 'journey-channel-secret-0123456789';
const TOKEN = 'journey-access-token-0123456789';
/** Nothing listens there: search goes by words, which every machine can do. */
const NO_EMBEDDER = { EMBEDDINGS_BASE_URL: 'http://127.0.0.1:9', EMBEDDINGS_MODEL: 'none' };

/** Starts it in a folder of its own. `settings` are environment variables. */
export async function openService(settings: Readonly<Record<string, string>> = {}): Promise<OpenedService> {
  const root = findRoot();
  const folder = await mkdtemp(join(tmpdir(), 'soudan-journey-'));
  const pagesDir = join(folder, 'web');
  await buildPage({ root, outDir: pagesDir });
  const line = await startFakeLine({ channelSecret: SECRET, accessToken: TOKEN });
  const config = readConfig(root, {
    DATA_DIR: join(folder, 'data'),
    PORT: '0',
    LINE_CHANNEL_SECRET: SECRET,
    LINE_CHANNEL_ACCESS_TOKEN: TOKEN,
    LINE_API_BASE_URL: line.url,
    LINE_DATA_API_BASE_URL: line.dataUrl,
    ...NO_EMBEDDER,
    ...settings,
  });
  const service = await startService({ root, config, clock: systemClock, log: silentLog, pagesDir });
  const url = `http://127.0.0.1:${service.port}`;
  line.webhookUrl = `${url}/webhooks/line`;
  return {
    service,
    line,
    url,
    stop: async () => {
      await service.stop();
      await line.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
