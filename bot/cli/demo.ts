import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { systemClock } from '../clock.ts';
import { readConfig } from '../config.ts';
import { BotError } from '../errors.ts';
import { createLog } from '../log.ts';
import { startService } from '../main/service.ts';
import { findRoot } from '../root.ts';

const platforms = z.object({ lineUrl: z.url(), lineDataUrl: z.url(), slackUrl: z.url(), page: z.url() });

/** `soudan demo`: the whole product without any account, in one browser window; its data is thrown away at the end. */
export async function demo(): Promise<void> {
  const root = findRoot();
  const dataDir = await mkdtemp(join(tmpdir(), 'soudan-demo-'));
  const secret = randomBytes(24).toString('hex');
  const token = randomBytes(24).toString('hex');
  const signingSecret = randomBytes(16).toString('hex');
  const botToken = `xoxb-demo-${randomBytes(12).toString('hex')}`;
  const secrets = [secret, token, signingSecret, botToken];
  const child = spawn(process.execPath, ['test/run-ts.mjs', 'test/fakes/demo/platforms.ts', ...secrets], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  try {
    const first = await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next();
    if (first.done)
      throw new BotError('demo', 'The demo needs the folder test/ of the repository: clone it whole.');
    const { lineUrl, lineDataUrl, slackUrl, page } = platforms.parse(JSON.parse(first.value));
    const config = {
      ...readConfig(root, { DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'error' }),
      LINE_CHANNEL_SECRET: secret,
      LINE_CHANNEL_ACCESS_TOKEN: token,
      LINE_API_BASE_URL: lineUrl,
      LINE_DATA_API_BASE_URL: lineDataUrl,
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_BOT_TOKEN: botToken,
      SLACK_API_URL: slackUrl,
      WIDGET_ORIGINS: [page],
    };
    const say = (line: string) => process.stdout.write(`${line}\n`);
    const service = await startService({
      root,
      config,
      clock: systemClock,
      log: createLog('error'),
      onProgress: say,
    });
    child.stdin.write(`${JSON.stringify({ service: `http://127.0.0.1:${service.port}` })}\n`);
    say(`\nOpen this page:  ${page}/\nStop with Ctrl+C; everything is thrown away.`);
    await Promise.race([
      ended,
      new Promise((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve)),
    ]);
    await service.stop();
  } finally {
    child.stdin.end();
    child.kill();
    await rm(dataDir, { recursive: true, force: true });
  }
}
