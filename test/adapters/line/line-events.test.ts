import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLineAdapter } from '../../../adapters/line/line-adapter.ts';
import type { Activity } from '../../../bot/activity.ts';
import { CHANNEL_SECRET, keptLog, type LineSubject, openLine } from './line-subject.ts';

let line: LineSubject;
beforeEach(async () => {
  line = await openLine();
});
afterEach(() => line.close());

const message = (fields: Readonly<Record<string, unknown>>) => ({
  type: 'message',
  message: { id: '444573844083572737', ...fields },
});

describe('what people do in LINE', () => {
  const one = async (fields: Readonly<Record<string, unknown>>): Promise<Activity> => {
    const [activity] = await line.receive(line.fake.user('linh').event(fields));
    if (!activity) throw new Error('nothing was accepted');
    return activity;
  };

  it('writes: text, ids, address with the token for "read", role trainee', async () => {
    const { id } = line.fake.user('linh');
    const activity = await one(message({ type: 'text', text: 'Tôi mệt (moon)', markAsReadToken: 'r1' }));
    expect(activity).toMatchObject({
      type: 'message',
      text: 'Tôi mệt (moon)',
      messageId: '444573844083572737',
      conversation: `line:${id}`,
      address: { to: id, kind: 'user', read: 'r1' },
      from: { id, role: 'trainee' },
    });
  });

  it.each(['image', 'video', 'audio'] as const)('sends %s: an attachment without words', async (type) => {
    const activity = await one(message({ type, contentProvider: { type: 'line' } }));
    expect(activity).toMatchObject({
      type: 'message',
      text: '',
      attachments: [{ id: '444573844083572737', kind: type }],
    });
  });

  it('sends a file: its name and size', async () => {
    const activity = await one(message({ type: 'file', fileName: '契約書.pdf', fileSize: 2138 }));
    expect(activity).toMatchObject({
      attachments: [{ kind: 'file', name: '契約書.pdf', ref: { size: 2138 } }],
    });
  });

  it('sends a place: its name in words, and where it is', async () => {
    const place = { title: 'Factory', address: '東京都千代田区', latitude: 35.6, longitude: 139.7 };
    expect(await one(message({ type: 'location', ...place }))).toMatchObject({
      text: 'Factory, 東京都千代田区',
      location: { latitude: 35.6, longitude: 139.7, label: 'Factory, 東京都千代田区' },
    });
  });

  it.each([
    ['what is written on it', { text: ' お疲れ様 ', keywords: ['tired'] }, 'お疲れ様'],
    ['LINE’s keywords', { keywords: ['cry', 'sad', 'tears', 'rain'] }, 'cry, sad, tears'],
    ['a neutral word', {}, 'sticker'],
  ])('sends a sticker: %s', async (_, fields, text) => {
    expect(await one(message({ type: 'sticker', packageId: '1', stickerId: '2', ...fields }))).toMatchObject({
      text,
      sticker: true,
    });
  });

  it('adds the account, comes back, and blocks it', async () => {
    expect(await one({ type: 'follow', follow: { isUnblocked: false } })).toMatchObject({ type: 'joined' });
    expect(await one({ type: 'follow', follow: { isUnblocked: true } })).toMatchObject({
      type: 'joined',
      returning: true,
    });
    expect(await one({ type: 'follow' })).toMatchObject({ type: 'joined' });
    expect(await one({ type: 'unfollow', replyToken: undefined })).toMatchObject({ type: 'left' });
  });

  it('taps a button of ours: its value comes back', async () => {
    expect(await one({ type: 'postback', postback: { data: line.adapter.sealed('lang:vi') } })).toMatchObject(
      {
        type: 'action',
        value: 'lang:vi',
      },
    );
  });

  it.each([
    ['another value under our seal', (data: string) => data.replace('lang:vi', 'timer:x')],
    ['no seal', () => 'lang:vi'],
    ['a seal and no value', (data: string) => data.slice(0, 15)],
    ['one digit changed', (data: string) => (data.startsWith('A') ? 'B' : 'A') + data.slice(1)],
    ['more than LINE carries', (data: string) => data + 'x'.repeat(300)],
    ['nothing', () => ''],
  ])('L-27 does not believe postback data with %s', async (_, forge) => {
    const data = forge(line.adapter.sealed('lang:vi') ?? '');
    expect(await one({ type: 'postback', postback: { data } })).toMatchObject({
      type: 'unknown',
      what: 'postback.unsealed',
    });
  });

  it('L-27 does not believe a seal of another account', async () => {
    const other = createLineAdapter({
      channelSecret: `${CHANNEL_SECRET}2`,
      channelAccessToken: 'x',
      clock: line.clock,
      log: keptLog(),
    });
    expect(await one({ type: 'postback', postback: { data: other.sealed('lang:vi') } })).toMatchObject({
      type: 'unknown',
    });
  });
});

describe('masking', () => {
  it('masks words, file names, places and stickers before anything is stored', async () => {
    const masked = createLineAdapter({
      channelSecret: CHANNEL_SECRET,
      channelAccessToken: 'x',
      clock: line.clock,
      log: keptLog(),
    });
    const user = line.fake.user('linh');
    const events = [
      { type: 'text', text: 'my number 123456789018' },
      { type: 'file', fileName: '123456789018.pdf', fileSize: 1 },
      { type: 'location', title: '123456789018', latitude: 1, longitude: 1 },
      { type: 'sticker', packageId: '1', stickerId: '2', text: '123456789018' },
    ].map((fields) => user.event(message(fields)));
    const accepted: Activity[] = [];
    await masked.handle(line.request(...events), async (activities) => {
      accepted.push(...activities);
    });
    expect(accepted).toHaveLength(4);
    expect(JSON.stringify(accepted)).not.toContain('123456789018');
  });
});
