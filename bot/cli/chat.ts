import { openConversation } from '../../adapters/terminal/direct-line-client.ts';
import { terminalChat } from '../../adapters/terminal/terminal-chat.ts';
import { systemClock } from '../clock.ts';
import { type Config, readConfig } from '../config.ts';
import { conversationState, freshConversation } from '../conversation.ts';
import { ConflictError } from '../errors.ts';
import type { LanguageTag } from '../languages.ts';
import { createLog } from '../log.ts';
import { openKeys } from '../main/keys.ts';
import { startService } from '../main/service.ts';
import { findRoot } from '../root.ts';
import { openStores } from '../stores/open-stores.ts';

/** Options of `soudan chat`. */
export interface ChatOptions {
  readonly lang: LanguageTag | 'auto';
  readonly audience: 'trainee' | 'company';
}

/** Milliseconds for the last answer when the input was a file. */
const LINGER_MS = 1500;

async function isRunning(base: string): Promise<boolean> {
  try {
    return (await fetch(`${base}/healthz`)).ok;
  } catch {
    return false;
  }
}

/** Uses the running service when there is one, else starts one for the length of the conversation. */
async function findService(
  root: string,
  config: Config,
): Promise<{ base: string; stop: () => Promise<void> }> {
  const base = `http://127.0.0.1:${config.PORT}`;
  if (config.PORT !== 0 && (await isRunning(base))) return { base, stop: async () => {} };
  const service = await startService({
    root,
    config: { ...config, PORT: 0, HOST: '127.0.0.1' },
    clock: systemClock,
    log: createLog('error'),
    onProgress: (line) => process.stderr.write(`${line}\n`),
  });
  await service.brain.embedderStarted;
  return { base: `http://127.0.0.1:${service.port}`, stop: service.stop };
}

/** Sets what a terminal may choose and a web page may not: who asks; and the language. */
async function prepare(config: Config, conversation: string, { lang, audience }: ChatOptions): Promise<void> {
  const { keyring } = await openKeys(config);
  const stores = await openStores({
    keys: keyring,
    clock: systemClock,
    databaseUrl: config.DATABASE_URL,
    dataDir: config.DATA_DIR,
  });
  const key = `conversation/web:${conversation}`;
  const chosen = lang === 'auto' ? {} : { language: { tag: lang, source: 'chosen' as const } };
  try {
    // The service may be computing the first turn just now: then its state is taken over and ours put on top.
    for (let tries = 0; tries < 10; tries += 1) {
      const before = (await stores.store.read([key])).get(key);
      const known = conversationState.safeParse(before?.value);
      const value = { ...(known.success ? known.data : freshConversation(audience)), audience, ...chosen };
      const entries = [{ key, value, expected: before?.version ?? null }];
      try {
        return await stores.store.commit({ at: systemClock.now(), entries });
      } catch (error) {
        if (!(error instanceof ConflictError)) throw error;
      }
    }
  } finally {
    await stores.close();
  }
}

/** `soudan chat`: a conversation in the terminal. */
export async function chat(options: ChatOptions): Promise<void> {
  const root = findRoot();
  const config = readConfig(root);
  const { base, stop } = await findService(root, config);
  try {
    const conversation = await openConversation(base, systemClock.uuid);
    await prepare(config, conversation.id, options);
    if (process.stdin.isTTY)
      process.stdout.write('Write your question. A number picks a choice, /quit ends.\n');
    const linger = process.stdin.isTTY ? 0 : LINGER_MS;
    const { stdin: input, stdout: output } = process;
    await terminalChat({ conversation, input, output, clock: systemClock, linger });
  } finally {
    await stop();
  }
}
