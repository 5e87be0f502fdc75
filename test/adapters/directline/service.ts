import { createDirectLineAdapter } from '../../../adapters/botframework/directline/direct-line-adapter.ts';
import type { DirectLineOptions } from '../../../adapters/botframework/directline/options.ts';
import type { Activity } from '../../../bot/activity.ts';
import type { Adapter } from '../../../bot/adapter.ts';
import { createLocalBus } from '../../../bot/bus/local-bus.ts';
import { transcriptTopic } from '../../../bot/bus/topics.ts';
import type { Json } from '../../../bot/json.ts';
import { createLog } from '../../../bot/log.ts';
import type { Message } from '../../../bot/message.ts';
import { createMetrics } from '../../../bot/metrics.ts';
import type { Bus } from '../../../bot/ports/bus.ts';
import type { TranscriptDraft } from '../../../bot/ports/transcript.ts';
import { createApp } from '../../../bot/server/create-app.ts';
import { peerOf } from '../../../bot/server/peer.ts';
import { startServer } from '../../../bot/server/start-server.ts';
import { openStores } from '../../../bot/stores/open-stores.ts';
import { testKeys } from '../../contracts/keys.ts';
import { createManualClock, type ManualClock } from '../../fakes/manual-clock.ts';

/** What a bot says to one activity; nothing by default. */
export type Answer = (activity: Activity) => readonly Message[];

/** A plain answer. */
export function message(text: string, extra: Partial<Message> = {}): Message {
  return { kind: 'answer', lang: 'en', text, urgency: 'none', purpose: 'ordinary', ...extra };
}

/** How a test changes the service. */
export interface ServiceOptions extends Partial<DirectLineOptions> {
  readonly answer?: Answer;
  readonly extra?: readonly Adapter[];
  readonly clock?: ManualClock;
  /** Wraps the bus, e.g. to lose messages. */
  readonly wrapBus?: (bus: Bus) => Bus;
}

/** The web channel on a real port and a real SQLite store, with a bot that answers in the same commit. */
export async function startService(options: ServiceOptions = {}) {
  const clock = options.clock ?? createManualClock();
  const log = createLog('silent');
  const local = createLocalBus({ clock, log });
  const bus = options.wrapBus?.(local) ?? local;
  const stores = await openStores({ keys: testKeys(), clock, fileName: ':memory:' });
  const accepted: Activity[] = [];
  const seen = new Set<string>();

  const say = async (conversation: string, ...messages: readonly Message[]) => {
    const rows = messages.map((body) => row(conversation, 'bot', clock.uuid(), body));
    await stores.store.commit({ at: clock.now(), transcript: rows });
    bus.publish(transcriptTopic(conversation), {});
  };
  const row = (
    conversation: string,
    author: TranscriptDraft['author'],
    messageId: string,
    body: unknown,
  ): TranscriptDraft => ({ conversation, author, messageId, at: clock.now(), body: body as Json });
  const accept = async (activities: readonly Activity[]) => {
    for (const activity of activities) {
      if (seen.has(activity.id)) continue;
      seen.add(activity.id);
      accepted.push(activity);
      const { conversation } = activity;
      const spoken = activity.type === 'message' || activity.type === 'action';
      const replies = spoken ? (options.answer?.(activity) ?? []) : [];
      const rows = [
        ...(spoken ? [row(conversation, 'user', activity.id, activity)] : []),
        ...replies.map((body) => row(conversation, 'bot', clock.uuid(), body)),
      ];
      if (rows.length === 0) continue;
      await stores.store.commit({ at: clock.now(), transcript: rows });
      bus.publish(transcriptTopic(conversation), {});
    }
  };

  const adapter = createDirectLineAdapter({
    store: stores.store,
    transcript: stores.transcript,
    bus,
    clock,
    log,
    tokenKey: Buffer.alloc(32, 7),
    peerOf,
    ...options,
  });
  const adapters = [adapter, ...(options.extra ?? [])];
  const metrics = createMetrics();
  const app = createApp({ adapters, accept, probes: [], stopping: () => false, metrics, clock, log });
  const server = await startServer({ host: '127.0.0.1', port: 0, app, upgrades: adapters });
  const origin = `http://127.0.0.1:${server.port}`;
  return {
    adapter,
    stores,
    bus,
    clock,
    accepted,
    accept,
    say,
    origin,
    base: `${origin}/v3/directline`,
    async close() {
      adapter.streams.close();
      await server.close(500);
      await stores.close();
    },
  };
}

/** A running service. */
export type Service = Awaited<ReturnType<typeof startService>>;
