import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BusyError, MalformedError, SignatureError } from '../../../bot/errors.ts';
import type { SlackUser } from '../../fakes/slack/slack-user.ts';
import { openSlack, type SlackSubject } from './slack-subject.ts';

let slack: SlackSubject;
let user: SlackUser;
const TEAM = 'T0TEAM001';

beforeEach(async () => {
  slack = await openSlack();
  user = slack.fake.user('sato');
});
afterEach(() => slack.close());

const event = (fields: Readonly<Record<string, unknown>>) =>
  user.envelope({
    type: 'message',
    channel: user.direct.id,
    channel_type: 'im',
    user: user.id,
    ts: '1.000001',
    ...fields,
  });

describe('what people do in Slack', () => {
  it('S-12 write to the app: each message is a thread root, all are one conversation', async () => {
    const first = await slack.one(user.message('有給休暇は何日ですか'));
    expect(first).toMatchObject({
      type: 'message',
      text: '有給休暇は何日ですか',
      conversation: `slack:${TEAM}:${user.direct.id}:${user.id}`,
      from: { id: user.id, role: 'company' },
      address: { team: TEAM, channel: user.direct.id, user: user.id },
    });
    const second = await slack.one(user.message('ありがとう'));
    const threadOf = ({ address }: typeof first) => (address as { thread: string }).thread;
    expect(threadOf(first)).toBe(first.type === 'message' ? first.messageId : '');
    expect(threadOf(second)).not.toBe(threadOf(first));
    expect(second.conversation).toBe(first.conversation);
    const inThread = await slack.one(user.message('and?', { thread: threadOf(first) }));
    expect(threadOf(inThread)).toBe(threadOf(first));
  });

  it('mention it in a channel: the thread is the conversation, the mention is no word', async () => {
    const mention = { type: 'app_mention', channel: 'C1', channel_type: undefined };
    const root = await slack.one(event({ ...mention, text: '<@UBOT00001> hello <@U2>', ts: '5.000001' }));
    expect(root).toMatchObject({ type: 'message', text: 'hello', conversation: `slack:${TEAM}:C1:5.000001` });
    const more = await slack.one(
      event({ ...mention, text: 'x <@UBOT00001>', ts: '6.000001', thread_ts: '5.000001' }),
    );
    expect(more.conversation).toBe(root.conversation);
  });

  it('write with Slack’s own signs: they are read as plain words, identifiers masked', async () => {
    const text =
      '&lt;b&gt; &amp; <https://a.example/x|the page> <https://b.example> <#C1|general> <!here> 在留カード AB12345678CD';
    expect(await slack.one(user.message(text))).toMatchObject({
      text: '<b> & the page https://b.example #general  在留カード [***]',
    });
  });

  it('send a file: an attachment that can be fetched later', async () => {
    const url = slack.fake.file('F1', Buffer.from('bytes'), 'image/png');
    const files = [{ id: 'F1', name: 'a.png', mimetype: 'image/png', size: 5, url_private_download: url }];
    const activity = await slack.one(user.message('', { files }));
    expect(activity).toMatchObject({
      attachments: [
        {
          id: 'F1',
          kind: 'image',
          contentType: 'image/png',
          name: 'a.png',
          ref: { team: TEAM, url, size: 5 },
        },
      ],
    });
  });

  it('delete a message: its text must go, also when Slack leaves a tombstone in the thread', async () => {
    const previous = { type: 'message', user: user.id, ts: '7.000001', text: 'secret' };
    const gone = event({
      subtype: 'message_deleted',
      deleted_ts: '7.000001',
      previous_message: previous,
      user: undefined,
    });
    expect(await slack.one(gone)).toMatchObject({
      type: 'retracted',
      messageId: '7.000001',
      conversation: `slack:${TEAM}:${user.direct.id}:${user.id}`,
    });
    const tombstone = { type: 'message', subtype: 'tombstone', user: 'USLACKBOT', ts: '8.000001' };
    const buried = {
      subtype: 'message_changed',
      message: tombstone,
      previous_message: { ...previous, ts: '8.000001' },
    };
    expect(await slack.one(event({ ...buried, user: undefined }))).toMatchObject({
      type: 'retracted',
      messageId: '8.000001',
    });
  });

  it('open the chat: greeted once, however often they open it', async () => {
    const open = () =>
      user.envelope({ type: 'app_home_opened', user: user.id, channel: user.direct.id, tab: 'messages' });
    const [first, second] = [await slack.one(open()), await slack.one(open())];
    expect(first).toMatchObject({
      type: 'joined',
      conversation: `slack:${TEAM}:${user.direct.id}:${user.id}`,
    });
    expect(second.id).toBe(first.id);
    const home = user.envelope({
      type: 'app_home_opened',
      user: user.id,
      channel: user.direct.id,
      tab: 'home',
    });
    expect(await slack.one(home)).toMatchObject({ type: 'unknown' });
  });

  it('use the slash command: words that only they see answered, by the response address', async () => {
    const form = {
      command: '/soudan',
      text: 'overtime',
      team_id: TEAM,
      channel_id: 'C1',
      user_id: user.id,
      trigger_id: 'tr1',
      response_url: 'https://hooks.slack.com/commands/1',
    };
    const { response, accepted } = await slack.receive(slack.fake.webhook.form(form));
    expect(await response.text()).toBe('');
    expect(accepted).toMatchObject([
      {
        id: 'tr1',
        type: 'message',
        text: 'overtime',
        conversation: `slack:${TEAM}:C1:${user.id}`,
        address: { only: true },
        replyHandle: { token: 'https://hooks.slack.com/commands/1' },
      },
    ]);
    const bare = await slack.receive(slack.fake.webhook.form({ ...form, text: '', trigger_id: 'tr2' }));
    expect(bare.accepted).toMatchObject([{ type: 'joined', returning: true }]);
  });
});

describe('S-15 what is skipped on purpose', () => {
  it.each([
    ['an edit', { subtype: 'message_changed', message: { ts: '1.000001', user: 'U1' } }],
    ['a bot', { bot_id: 'B1' }],
    ['a bot message', { subtype: 'bot_message', bot_id: 'B1', user: undefined }],
    ['ourselves', { user: 'UBOT00001' }],
    ['Slackbot', { user: 'USLACKBOT' }],
    ['talk in a channel that does not mention us', { channel: 'C1', channel_type: 'channel' }],
    ['somebody joining', { subtype: 'channel_join' }],
    ['a message without an author', { user: undefined }],
    [
      'our own message, deleted',
      {
        subtype: 'message_deleted',
        deleted_ts: '1.000001',
        previous_message: { ts: '1.000001', user: 'UBOT00001', bot_id: 'B1' },
      },
    ],
  ])('%s', async (_, fields) => {
    const activity = await slack.one(event({ text: 'words', ...fields }));
    expect(activity).toMatchObject({ type: 'unknown', mayReply: false });
    expect(JSON.stringify(activity)).not.toContain('words');
  });
});

describe('S-3 S-5 the request itself', () => {
  it('answers the URL check with its challenge, and stores nothing', async () => {
    const { response, accepted } = await slack.receive(
      slack.fake.webhook.event({ type: 'url_verification', challenge: '3eZbrw1a' }),
    );
    expect([await response.text(), accepted]).toEqual(['3eZbrw1a', []]);
  });

  it('S-2 asks for a signature under ssl_check as well', async () => {
    const form = 'application/x-www-form-urlencoded';
    const bare = slack.fake.webhook.raw('ssl_check=1', form, {});
    await expect(slack.receive(bare)).rejects.toBeInstanceOf(SignatureError);
    const { response, accepted } = await slack.receive(slack.fake.webhook.form({ ssl_check: '1' }));
    expect([response.status, accepted]).toEqual([200, []]);
  });

  it('takes the event’s id, the same on a retry', async () => {
    const payload = user.message('once');
    const first = await slack.one(payload);
    const again = await slack.receive(slack.fake.webhook.event(payload, { 'x-slack-retry-num': '1' }));
    expect(first.id).toBe(payload.event_id);
    expect(again.accepted.map(({ id }) => id)).toEqual([first.id]);
  });

  it('does not answer 200 when the inbox fails in any way', async () => {
    for (const failure of [new BusyError('full'), new Error('disk')]) {
      const handled = slack.adapter.handle(slack.fake.webhook.event(user.message('x')), async () => {
        throw failure;
      });
      await expect(handled).rejects.toBeInstanceOf(BusyError);
    }
  });

  it.each(['{}', '[]', 'null', '"x"', '{"type":"url_verification"}'])('refuses %s', async (body) => {
    await expect(slack.receive(slack.fake.webhook.raw(body, 'application/json'))).rejects.toBeInstanceOf(
      MalformedError,
    );
  });

  it('answers other methods with 405', async () => {
    expect((await slack.receive(new Request('http://bot/slack/events'))).response.status).toBe(405);
  });

  it('S-4 raises the alarm when Slack drops events', async () => {
    const payload = {
      type: 'app_rate_limited',
      team_id: TEAM,
      minute_rate_limited: 1518467820,
      api_app_id: 'A1',
    };
    expect(await slack.one(payload)).toMatchObject({ type: 'unknown', what: 'app_rate_limited' });
    expect(slack.log.lines).toContainEqual(expect.objectContaining({ level: 'error' }));
  });
});
