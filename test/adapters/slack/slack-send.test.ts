import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Activity } from '../../../bot/activity.ts';
import type { Delivery, Receipt } from '../../../bot/adapter.ts';
import { DeliveryError } from '../../../bot/errors.ts';
import type { SlackUser } from '../../fakes/slack/slack-user.ts';
import { openSlack, type SlackSubject } from './slack-subject.ts';

let slack: SlackSubject;
let user: SlackUser;
let activity: Activity;
const never = () => new AbortController().signal;

beforeEach(async () => {
  slack = await openSlack();
  user = slack.fake.user('sato');
  activity = await slack.one(user.message('hello'));
});
afterEach(async () => {
  expect(slack.fake.rejections).toEqual([]);
  await slack.close();
});

const send = (fields?: Partial<Delivery>, signal = never()) =>
  slack.adapter.deliver(slack.delivery(activity, fields), signal);
const failure = async (sent: Promise<Receipt>): Promise<DeliveryError> => {
  const outcome = await sent.catch((error: unknown) => error);
  if (outcome instanceof DeliveryError) return outcome;
  throw new Error(`expected a DeliveryError, got ${JSON.stringify(outcome)}`);
};
const calls = (method: string) => slack.fake.calls(method).length;
const section = (text: string) => ({ type: 'section', text: { type: 'plain_text', text } });
const second = () => slack.clock.advance(1_000);

describe('one try', () => {
  it('posts into the thread of the message, with our id as metadata and no previews', async () => {
    const receipt = await send();
    const [post] = user.sees();
    expect(receipt).toEqual({ road: 'post', id: post?.ts });
    expect(post?.thread).toBe((activity.address as { thread: string }).thread);
    expect(post?.metadata).toEqual({
      event_type: 'soudan_message',
      event_payload: { outbox_id: '5f0c7d1e-93a2-4c64-8a5e-0e6f5a3c1b2d' },
    });
    expect(slack.fake.calls('chat.postMessage')[0]?.text).toContain('unfurl_links=false');
  });

  it('S-7 leaves a second between messages to one channel, and does not sleep over it', async () => {
    await send();
    await slack.clock.advance(400);
    expect(await failure(send({ id: 'd2', key: 'k2' }))).toMatchObject({
      code: 'slack_spacing',
      retry: true,
      after: 600,
    });
    expect(slack.clock.sleeping()).toBe(0);
    const other = await slack.one(slack.fake.user('mori').message('hi'));
    await slack.adapter.deliver({ ...slack.delivery(other), id: 'd3' }, never());
    await slack.clock.advance(600);
    await send({ id: 'd2', key: 'k2', tries: 1 });
    expect(user.reads()).toEqual(['Hello.', 'Hello.']);
    // What was only spaced out was never sent: nothing is looked up for it.
    expect(calls('conversations.replies')).toBe(0);
  });

  it('S-7 honours Retry-After, for all of the channel', async () => {
    slack.fake.faults.next('chat.postMessage', 'rate-limit');
    expect(await failure(send())).toMatchObject({ code: 'slack_rate', retry: true, after: 7_000 });
    await second();
    expect(await failure(send({ id: 'd2' }))).toMatchObject({ code: 'slack_spacing', after: 6_000 });
    await slack.clock.advance(6_000);
    await send({ tries: 1 });
    expect(calls('conversations.replies')).toBe(0);
    slack.fake.faults.next('chat.postMessage', 'rate-limit-without-time');
    await second();
    expect(await failure(send({ id: 'd3' }))).toMatchObject({ code: 'slack_rate', retry: true });
  });

  it.each(['server-error-accepted', 'cut-accepted', 'ok:fatal_error', 'garbage-accepted'] as const)(
    'S-9 after %s looks before it posts again',
    async (fault) => {
      slack.fake.faults.next('chat.postMessage', fault);
      const first = await failure(send());
      expect(first.retry).toBe(true);
      await second();
      const receipt = await send({ tries: 1 });
      const accepted = fault.endsWith('accepted');
      expect(receipt.road).toBe(accepted ? 'found' : 'post');
      expect(user.reads()).toEqual(['Hello.']);
      expect(calls('conversations.replies')).toBe(1);
      expect(receipt.id).toBe(user.sees()[0]?.ts);
    },
  );

  it('S-9 posts again when nothing of the earlier try is there, and when the process died in mid-try', async () => {
    slack.fake.faults.next('chat.postMessage', 'cut');
    await failure(send());
    await second();
    expect(await send({ tries: 1 })).toMatchObject({ road: 'post' });
    await second();
    expect(await send({ interruptedAt: slack.clock.now() })).toMatchObject({ road: 'found' });
    expect(user.reads()).toEqual(['Hello.']);
  });

  it('S-9 finds it on a later page, and posts nothing while it cannot look', async () => {
    slack.fake.faults.next('chat.postMessage', 'cut-accepted');
    await failure(send());
    const thread = (activity.address as { thread: string }).thread;
    for (let count = 0; count < 150; count += 1) user.message('more', { thread });
    slack.fake.faults.next('conversations.replies', 'server-error');
    await second();
    expect(await failure(send({ tries: 1 }))).toMatchObject({ retry: true });
    await second();
    expect(await send({ tries: 2 })).toMatchObject({ road: 'found' });
    slack.fake.faults.next('conversations.replies', 'ok:missing_scope');
    await second();
    expect(await send({ tries: 2 }), 'twice is better than never').toMatchObject({ road: 'post' });
  });

  it('S-8 gives up after 5 s, and at once when told to', async () => {
    slack.fake.faults.next('chat.postMessage', 'hang');
    const slow = failure(send());
    while (calls('chat.postMessage') === 0) await new Promise((resolve) => setImmediate(resolve));
    await slack.clock.advance(5_000);
    expect(await slow).toMatchObject({ code: 'slack_timeout', retry: true });
    slack.fake.faults.next('chat.postMessage', 'hang');
    const aborting = new AbortController();
    const cut = failure(send({ id: 'd2' }, aborting.signal));
    while (calls('chat.postMessage') === 1) await new Promise((resolve) => setImmediate(resolve));
    aborting.abort();
    expect(await cut).toMatchObject({ retry: true });
    expect(calls('chat.postMessage'), 'the SDK itself never tries again').toBe(2);
  });

  it.each([
    'account_inactive',
    'channel_not_found',
    'is_archived',
    'not_in_channel',
    'msg_blocks_too_long',
    'invalid_blocks',
    'token_revoked',
  ])('%s is final', async (word) => {
    slack.fake.faults.next('chat.postMessage', `ok:${word}`);
    expect(await failure(send())).toMatchObject({ code: `slack_${word}`, retry: false });
  });

  it('a wrong token is tried again later: an operator can mend it', async () => {
    slack.fake.tokens.clear();
    expect(await failure(send())).toMatchObject({ code: 'slack_invalid_auth', retry: true, after: 60_000 });
  });

  it.each([
    ['address', { address: null }],
    ['address', { address: { team: '../x', channel: 'D1' } }],
    ['body', { body: { blocks: 'none', text: 'x' } }],
  ])('a delivery without %s is final', async (_, fields) => {
    expect(await failure(send(fields))).toMatchObject({ code: 'slack_address', retry: false });
  });

  it('S-10 no address in a method’s name or a body leads elsewhere, and no text gets into logs or errors', async () => {
    slack.fake.faults.next('chat.postMessage', 'garbage-accepted');
    const error = await failure(
      send({ body: { text: 'my private words', blocks: [section('my private words')] } }),
    );
    expect(`${error.stack}${JSON.stringify(error)}${String(error.cause)}`).not.toContain('private');
    expect(JSON.stringify(slack.log.lines)).not.toContain('private');
    const replyHandle = { token: 'https://evil.example/hook', expiresAt: slack.clock.now() + 1_000 };
    const address = { ...(activity.address as object), only: true };
    expect(await send({ address, replyHandle })).toMatchObject({ road: 'ephemeral' });
  });
});

describe('S-16 what only the writer may see', () => {
  const hidden = (fields: Partial<Delivery> = {}) =>
    send({ body: { text: 'Soudan', blocks: [section('119')], private: true }, purpose: 'safety', ...fields });

  it('goes as an ephemeral message, in a channel too, and waits for nobody', async () => {
    await send();
    expect(await hidden({ id: 'd2' })).toMatchObject({ road: 'ephemeral' });
    const channel = slack.fake.channel('C1');
    channel.members.add(user.id).add(slack.fake.user('mori').id);
    const event = {
      type: 'app_mention',
      channel: 'C1',
      user: user.id,
      text: '<@UBOT00001> help',
      ts: '5.000001',
    };
    activity = await slack.one(user.envelope(event));
    await hidden({ id: 'd3' });
    expect(user.sees(channel)).toHaveLength(1);
    expect(slack.fake.user('mori').sees(channel)).toEqual([]);
    expect(calls('chat.postMessage')).toBe(1);
  });

  it('is said again when nobody knows whether it arrived', async () => {
    slack.fake.faults.next('chat.postEphemeral', 'cut-accepted');
    expect(await failure(hidden())).toMatchObject({ retry: true });
    await hidden({ tries: 1 });
    expect(user.sees()).toHaveLength(2);
  });

  it('never becomes an open message when Slack refuses', async () => {
    slack.fake.faults.next('chat.postEphemeral', 'ok:user_not_in_channel');
    expect(await failure(hidden())).toMatchObject({ retry: false });
    expect(calls('chat.postMessage')).toBe(0);
  });
});

describe('typing and files', () => {
  it('S-13 shows that an answer is being written', async () => {
    await slack.adapter.typing?.(activity.address, never());
    expect(slack.fake.statuses).toEqual([
      { channel: user.direct.id, thread: (activity.address as { thread: string }).thread, status: '…' },
    ]);
  });

  it('fetches a file with the team’s token, and nothing from elsewhere', async () => {
    const url = slack.fake.file('F1', Buffer.from('bytes'), 'image/png');
    const file = (fields: object) => ({
      id: 'F1',
      kind: 'image' as const,
      ref: { team: 'T0TEAM001', url, ...fields },
    });
    const got = await slack.adapter.fetch?.(file({}), never());
    expect([Buffer.from(got?.bytes ?? []).toString(), got?.contentType]).toEqual(['bytes', 'image/png']);
    for (const [fields, code] of [
      [{ url: 'https://evil.example/x' }, 'slack_foreign_address'],
      [{ url: 'https://slack.com.evil.example/x' }, 'slack_foreign_address'],
      [{ size: 11_000_000 }, 'slack_file_too_large'],
      [{ url: undefined }, 'slack_file'],
    ] as const)
      await expect(slack.adapter.fetch?.(file(fields), never())).rejects.toMatchObject({
        code,
        retry: false,
      });
    slack.fake.tokens.clear();
    await expect(slack.adapter.fetch?.(file({}), never())).rejects.toMatchObject({
      code: 'slack_file_scope',
    });
  });
});
