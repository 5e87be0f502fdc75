import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Activity } from '../../../bot/activity.ts';
import { DeliveryError } from '../../../bot/errors.ts';
import type { LineUser } from '../../fakes/line/line-user.ts';
import { type LineSubject, openLine } from './line-subject.ts';

let line: LineSubject;
let user: LineUser;
const never = () => new AbortController().signal;

beforeEach(async () => {
  line = await openLine();
  user = line.fake.user('linh');
});
afterEach(() => line.close());

const activityOf = async (fields: Readonly<Record<string, unknown>> = {}): Promise<Activity> => {
  const event = user.event({
    type: 'message',
    message: { type: 'text', id: '1', text: 'secret words' },
    ...fields,
  });
  const [activity] = await line.receive(event);
  if (!activity) throw new Error('nothing was accepted');
  return activity;
};

describe('typing', () => {
  it('L-29 shows the loading animation for a multiple of 5 s, in one-to-one chats only', async () => {
    await line.adapter.typing?.((await activityOf()).address, never());
    expect(user.chat.loading).toEqual([20]);
    const group = await activityOf({ source: { type: 'group', groupId: `C${'1'.repeat(32)}` } });
    await line.adapter.typing?.(group.address, never());
    expect(line.fake.calls('/loading/start')).toHaveLength(1);
  });
});

describe('read marks', () => {
  it('L-30 marks as read with the message’s own token, and only when asked', async () => {
    const message = { type: 'text', id: '1', text: 'hello', markAsReadToken: `read-${user.id}` };
    const { address } = await activityOf({ message });
    expect(user.chat.read).toBe(false);
    await line.adapter.markAsRead(address, never());
    expect(user.chat.read).toBe(true);
  });

  it('L-30 asks nothing when the message came without a token', async () => {
    await line.adapter.markAsRead((await activityOf()).address, never());
    expect(line.fake.requests).toHaveLength(0);
  });
});

describe('profile language', () => {
  const language = async () => line.adapter.profileLanguage?.((await activityOf()).address, never());

  it('L-31 is a first guess', async () => {
    user.profile({ language: 'vi' });
    expect(await language()).toBe('vi');
  });

  it('L-31 is unknown when the person has not accepted LINE’s policy', async () => {
    expect(await language()).toBeUndefined();
  });

  it('L-31 is unknown when there is no profile, LINE fails, or nobody is there', async () => {
    user.profile({ language: 'vi', profile: false });
    expect(await language()).toBeUndefined();
    user.profile({ profile: true });
    line.fake.faults.next('profile', 'server-error');
    expect(await language()).toBeUndefined();
    expect(await line.adapter.profileLanguage?.(null, never())).toBeUndefined();
    expect(await language()).toBe('vi');
  });
});

describe('files', () => {
  const photo = Buffer.from('not really a photo');
  const fetchOne = async (id: string) => line.adapter.fetch?.({ id, kind: 'image' }, never());
  const failure = async (fetched: Promise<unknown>): Promise<DeliveryError> => {
    const error = await fetched.catch((thrown: unknown) => thrown);
    if (error instanceof DeliveryError) return error;
    throw new Error('expected a DeliveryError');
  };

  it('come from the data API with their type', async () => {
    line.fake.content.put('7', photo, 'image/png');
    const content = await fetchOne('7');
    expect(Buffer.from(content?.bytes ?? []).equals(photo)).toBe(true);
    expect(content?.contentType).toBe('image/png');
    expect(line.fake.dataRequests).toHaveLength(1);
    expect(line.fake.requests).toHaveLength(0);
  });

  it('are asked for again while LINE prepares them (202)', async () => {
    line.fake.content.prepareNext(1);
    line.fake.content.put('7', photo, 'video/mp4');
    const error = await failure(fetchOne('7'));
    expect([error.code, error.retry, error.after]).toEqual(['line_content_preparing', true, 2_000]);
    expect((await fetchOne('7'))?.contentType).toBe('video/mp4');
  });

  it('are gone for good when LINE has deleted them', async () => {
    expect((await failure(fetchOne('7'))).retry).toBe(false);
  });

  it.each(['server-error', 'rate-limit', 'cut'] as const)('are asked for again after %s', async (fault) => {
    line.fake.content.put('7', photo, 'image/png');
    line.fake.faults.next('content', fault);
    expect((await failure(fetchOne('7'))).retry).toBe(true);
  });

  it('are refused when larger than the cap, said or not said in the head', async () => {
    line.fake.content.put('7', Buffer.alloc(10_000_001), 'image/png');
    const error = await failure(fetchOne('7'));
    expect([error.code, error.retry]).toEqual(['line_content_too_large', false]);
  });

  it('have ids of LINE’s form: nothing else is put into an address', async () => {
    expect((await failure(fetchOne('../../v2/bot/info'))).retry).toBe(false);
    expect(line.fake.dataRequests).toHaveLength(0);
  });
});

describe('quota', () => {
  it.each([
    [undefined, 900, false],
    [200, 159, false],
    [200, 160, true],
    [200, 200, true],
  ])('L-23 of limit %s with %d used is scarce: %s', async (limit, used, scarce) => {
    Object.assign(line.fake.quota, { limit, used });
    expect(await line.adapter.quota(never())).toEqual({ limit, used, scarce });
  });
});

describe('webhook check', () => {
  it('tells whether an address is set and LINE reaches it', async () => {
    expect(await line.adapter.checkWebhook(true, never())).toEqual({
      endpoint: undefined,
      active: false,
      reachable: undefined,
      reason: undefined,
    });
    line.fake.webhookUrl = 'http://127.0.0.1:9/webhooks/line';
    expect(await line.adapter.checkWebhook(false, never())).toMatchObject({
      active: true,
      reachable: undefined,
    });
    expect(await line.adapter.checkWebhook(true, never())).toMatchObject({
      reachable: false,
      reason: 'COULD_NOT_CONNECT',
    });
  });
});

describe('rich menus', () => {
  it('L-32 are not made, linked or deleted while people chat', async () => {
    const activity = await activityOf();
    await line.adapter.deliver(line.delivery(activity), never());
    await line.adapter.typing?.(activity.address, never());
    await line.adapter.profileLanguage?.(activity.address, never());
    expect(line.fake.requests.filter((request) => request.path.includes('richmenu'))).toEqual([]);
  });
});

describe('log', () => {
  it('L-35 has method, endpoint, status and request id of each call, and nothing else', async () => {
    const activity = await activityOf();
    await line.adapter.deliver(line.delivery(activity), never());
    line.fake.faults.next('push', 'bad-request');
    await line.clock.advance(30_000);
    await line.adapter.deliver(line.delivery(activity), never()).catch(() => {});
    await line.adapter.profileLanguage?.(activity.address, never());
    expect(line.log.lines.map(({ fields }) => [fields?.method, fields?.endpoint, fields?.status])).toEqual([
      ['POST', '/v2/bot/message/reply', 200],
      ['POST', '/v2/bot/message/push', 400],
      ['GET', '/v2/bot/profile/{userId}', 200],
    ]);
    for (const { fields } of line.log.lines) expect(fields?.request).toMatch(/^[0-9a-f-]{36}$/);
    const text = JSON.stringify(line.log.lines);
    for (const secret of [
      'secret words',
      'Hello.',
      user.id,
      'test-access-token',
      activity.replyHandle?.token ?? '',
    ]) {
      expect(text).not.toContain(secret);
    }
  });
});
