import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Clock } from '../../bot/clock.ts';
import type { DirectLineConversation, Said } from './direct-line-client.ts';

/** Milliseconds between two looks for news. */
const LOOK_MS = 250;

/** One message as plain words: text, sources, numbered choices. */
export function renderSaid(said: Said): string {
  const sources = (said.channelData?.soudan?.citations ?? []).map(
    ({ title, url, checked }) => `  ${title} — ${url} (${checked})`,
  );
  const choices = (said.suggestedActions?.actions ?? []).map(
    ({ title }, index) => `  ${index + 1}. ${title ?? ''}`,
  );
  return [said.text ?? '', sources.join('\n'), choices.join('\n')].filter(Boolean).join('\n');
}

/**
 * A conversation in the terminal: typed lines go out, what is said comes in, `/quit` or the end of input ends it.
 * A number picks the choice of that number.
 */
export async function terminalChat(options: {
  readonly conversation: DirectLineConversation;
  readonly input: Readable;
  readonly output: Writable;
  readonly clock: Clock;
  /** Milliseconds to wait for the last answer after the input has ended. */
  readonly linger: number;
}): Promise<void> {
  const { conversation, input, output, clock } = options;
  const ended = new AbortController();
  let offered: NonNullable<Said['suggestedActions']>['actions'] = [];
  const show = async () => {
    for (const said of await conversation.news()) {
      offered = said.suggestedActions?.actions ?? [];
      output.write(`\n${renderSaid(said)}\n\n`);
    }
  };
  const looking = (async () => {
    while (!ended.signal.aborted) {
      await show();
      await clock.sleep(LOOK_MS, ended.signal);
    }
  })();
  for await (const line of createInterface({ input })) {
    const text = line.trim();
    if (text === '/quit') break;
    if (!text) continue;
    const picked = /^\d{1,2}$/.test(text) ? offered[Number(text) - 1] : undefined;
    if (picked) await conversation.tap(picked.value, picked.title ?? text);
    else await conversation.say(text);
  }
  await clock.sleep(options.linger);
  ended.abort();
  await looking;
  await show();
}
