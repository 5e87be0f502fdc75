import { createBotFrameworkAdapter } from '../../../adapters/botframework/bot-framework-adapter.ts';
import type { Activity } from '../../../bot/activity.ts';
import type { Adapter, Delivery } from '../../../bot/adapter.ts';
import { createManualClock, type ManualClock } from '../../fakes/manual-clock.ts';
import { type KeptLog, keptLog } from '../line/line-subject.ts';
import { APP_ID, type FakeConnector, startFakeConnector } from './fake-connector.ts';

type Json = Readonly<Record<string, unknown>>;

/** The adapter against the fake connector, on a clock that tests move. */
export interface BotFrameworkSubject {
  readonly adapter: Adapter;
  readonly fake: FakeConnector;
  readonly clock: ManualClock;
  readonly log: KeptLog;
  /** A protocol activity of a person, by a test's short name. */
  activity(person: string, fields?: Json): Json;
  /** A request with it; `token` undefined: a genuine one, empty: none. */
  request(body: Json | string, token?: string): Request;
  receive(body: Json): Promise<readonly Activity[]>;
  one(body: Json): Promise<Activity>;
  delivery(activity: Activity, fields?: Partial<Delivery>): Delivery;
  close(): Promise<void>;
}

/** Starts both. */
export async function openBotFramework(): Promise<BotFrameworkSubject> {
  const clock = createManualClock();
  const log = keptLog();
  const fake = await startFakeConnector();
  const { endpoints, credentials } = fake;
  const adapter = createBotFrameworkAdapter({
    appId: APP_ID,
    appPassword: 'password',
    endpoints,
    credentials,
    clock,
    log,
  });
  let count = 0;
  const subject: BotFrameworkSubject = {
    adapter,
    fake,
    clock,
    log,
    activity(person, fields = {}) {
      count += 1;
      return {
        type: 'message',
        id: `m${count}`,
        timestamp: new Date(clock.now()).toISOString(),
        serviceUrl: fake.url,
        channelId: 'msteams',
        conversation: { id: `c-${person}`, tenantId: 'tenant' },
        from: { id: person, name: person },
        recipient: { id: 'bot', name: 'Soudan' },
        ...fields,
      };
    },
    request(body, token = fake.token()) {
      return new Request('http://bot/api/messages', {
        method: 'POST',
        headers: token === '' ? {} : { authorization: `Bearer ${token}` },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
    },
    async receive(body) {
      const accepted: Activity[] = [];
      const response = await adapter.handle(subject.request(body), async (activities) => {
        accepted.push(...activities);
      });
      if (response.status !== 200) throw new Error(`The adapter answered ${response.status}.`);
      return accepted;
    },
    async one(body) {
      const [activity, ...others] = await subject.receive(body);
      if (!activity || others.length > 0) throw new Error('expected one activity');
      return activity;
    },
    delivery: (activity, fields = {}) => ({
      id: 'd1',
      key: '5f0c7d1e-93a2-4c64-8a5e-0e6f5a3c1b2d',
      conversation: activity.conversation,
      address: activity.address,
      body: { activity: { type: 'message', text: 'Hello.' } },
      purpose: 'ordinary',
      tries: 0,
      now: clock.now(),
      ...fields,
    }),
    close: () => fake.stop(),
  };
  return subject;
}
