import {
  createSlackAdapter,
  type SlackAdapter,
  type SlackAdapterOptions,
} from '../../../adapters/slack/slack-adapter.ts';
import type { Activity } from '../../../bot/activity.ts';
import type { Delivery } from '../../../bot/adapter.ts';
import { createManualClock, type ManualClock } from '../../fakes/manual-clock.ts';
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/fake-slack.ts';
import { type KeptLog, keptLog } from '../line/line-subject.ts';

/** Secrets of the tests' app. */
export const SIGNING_SECRET = 'c0ffee00c0ffee00c0ffee00c0ffee00';
export const BOT_TOKEN = 'xoxb-test-token';

/** The adapter against the fake Slack, on a clock that tests move. */
export interface SlackSubject {
  readonly adapter: SlackAdapter;
  readonly fake: FakeSlack;
  readonly clock: ManualClock;
  readonly log: KeptLog;
  /** Activities of a request, and the answer. */
  receive(request: Request): Promise<{ response: Response; accepted: readonly Activity[] }>;
  /** The one activity of an event; throws when there is another number. */
  one(payload: Readonly<Record<string, unknown>>): Promise<Activity>;
  /** A first try for this activity. */
  delivery(activity: Activity, fields?: Partial<Delivery>): Delivery;
  close(): Promise<void>;
}

/** Starts both. */
export async function openSlack(more: Partial<SlackAdapterOptions> = {}): Promise<SlackSubject> {
  const clock = createManualClock();
  const log = keptLog();
  const fake = await startFakeSlack({ signingSecret: SIGNING_SECRET, botToken: BOT_TOKEN, clock });
  const adapter = createSlackAdapter({
    signingSecret: SIGNING_SECRET,
    botToken: BOT_TOKEN,
    apiUrl: fake.apiUrl,
    publicUrl: 'https://soudan.example.jp',
    clock,
    log,
    ...more,
  });
  const receive: SlackSubject['receive'] = async (request) => {
    const accepted: Activity[] = [];
    const response = await adapter.handle(request, async (activities) => {
      accepted.push(...activities);
    });
    return { response, accepted };
  };
  return {
    adapter,
    fake,
    clock,
    log,
    receive,
    async one(payload) {
      const { accepted } = await receive(fake.webhook.event(payload));
      const [activity] = accepted;
      if (!activity || accepted.length !== 1)
        throw new Error(`expected one activity, got ${accepted.length}`);
      return activity;
    },
    delivery: (activity, fields = {}) => ({
      id: 'delivery-1',
      key: '5f0c7d1e-93a2-4c64-8a5e-0e6f5a3c1b2d',
      conversation: activity.conversation,
      address: activity.address,
      body: { text: 'Hello.', blocks: [{ type: 'section', text: { type: 'plain_text', text: 'Hello.' } }] },
      purpose: 'ordinary',
      tries: 0,
      now: clock.now(),
      ...(activity.replyHandle ? { replyHandle: activity.replyHandle } : {}),
      ...fields,
    }),
    close: () => fake.stop(),
  };
}
