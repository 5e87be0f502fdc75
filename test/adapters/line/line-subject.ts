import { createLineAdapter, type LineAdapter } from '../../../adapters/line/line-adapter.ts';
import type { Activity } from '../../../bot/activity.ts';
import type { Delivery } from '../../../bot/adapter.ts';
import type { Log, LogFields } from '../../../bot/log.ts';
import { type FakeLine, startFakeLine } from '../../fakes/line/fake-line.ts';
import { createManualClock, type ManualClock } from '../../fakes/manual-clock.ts';

/** Secrets of the tests' account. */
export const CHANNEL_SECRET = 'c0ffee00c0ffee00c0ffee00c0ffee00';
const ACCESS_TOKEN = 'test-access-token';

/** A log that keeps its lines. */
export interface KeptLog extends Log {
  readonly lines: { level: string; message: string; fields: LogFields | undefined }[];
}

/** See {@link KeptLog}. */
export function keptLog(): KeptLog {
  const lines: KeptLog['lines'] = [];
  const keep = (level: string) => (message: string, fields?: LogFields) =>
    void lines.push({ level, message, fields });
  return { lines, info: keep('info'), warn: keep('warn'), error: keep('error') };
}

/** The adapter against the fake LINE, on a clock that tests move. */
export interface LineSubject {
  readonly adapter: LineAdapter;
  readonly fake: FakeLine;
  readonly clock: ManualClock;
  readonly log: KeptLog;
  /** A genuine request with these events. */
  request(...events: Readonly<Record<string, unknown>>[]): Request;
  /** Activities of these events; throws when the answer is not 200. */
  receive(...events: Readonly<Record<string, unknown>>[]): Promise<readonly Activity[]>;
  /** A first try for this activity, with its reply handle. */
  delivery(activity: Activity, fields?: Partial<Delivery>): Delivery;
  close(): Promise<void>;
}

/** Starts both. */
export async function openLine(): Promise<LineSubject> {
  const clock = createManualClock();
  const log = keptLog();
  const fake = await startFakeLine({ channelSecret: CHANNEL_SECRET, accessToken: ACCESS_TOKEN, clock });
  const adapter = createLineAdapter({
    channelSecret: CHANNEL_SECRET,
    channelAccessToken: ACCESS_TOKEN,
    apiBaseUrl: fake.url,
    dataApiBaseUrl: fake.dataUrl,
    clock,
    log,
  });
  const request = (...events: Readonly<Record<string, unknown>>[]) => {
    const body = JSON.stringify({ destination: `U${'0'.repeat(32)}`, events });
    return new Request('http://bot/webhooks/line', {
      method: 'POST',
      headers: { 'X-Line-Signature': fake.webhook.sign(body) },
      body,
    });
  };
  return {
    adapter,
    fake,
    clock,
    log,
    request,
    async receive(...events) {
      const accepted: Activity[] = [];
      const response = await adapter.handle(request(...events), async (activities) => {
        accepted.push(...activities);
      });
      if (response.status !== 200) throw new Error(`The adapter answered ${response.status}.`);
      return accepted;
    },
    delivery: (activity, fields = {}) => ({
      id: 'delivery-1',
      key: '5f0c7d1e-93a2-4c64-8a5e-0e6f5a3c1b2d',
      conversation: activity.conversation,
      address: activity.address,
      body: { messages: [{ type: 'text', text: 'Hello.' }] },
      purpose: 'ordinary',
      tries: 0,
      now: clock.now(),
      ...(activity.replyHandle ? { replyHandle: activity.replyHandle } : {}),
      ...fields,
    }),
    close: () => fake.stop(),
  };
}
