import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeServer, startHttpServer } from '../../fakes/http-server.ts';
import { createManualClock, type ManualClock } from '../../fakes/manual-clock.ts';
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/fake-slack.ts';
import { CHROMIUM_ARGS, findChromium } from '../../services/chromium.ts';

// The fake must be as strict as the service: what it lets through, no other test would notice.

let clock: ManualClock;
let fake: FakeSlack;
let bot: FakeServer;

beforeEach(async () => {
  clock = createManualClock();
  bot = await startHttpServer(() => ({ status: 200 }));
  fake = await startFakeSlack({
    eventsUrl: `${bot.url}/slack/events`,
    signingSecret: 's',
    botToken: 't',
    clock,
  });
  fake.user('sato');
});
afterEach(async () => {
  await fake.stop();
  await bot.stop();
});

const call = async (method: string, args: Readonly<Record<string, unknown>>, token = 't') => {
  const response = await fetch(`${fake.apiUrl}${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(args),
  });
  return {
    status: response.status,
    ...((await response.json()) as { ok: boolean; error?: string; ts?: string }),
  };
};
const plain = (text: string) => ({ type: 'plain_text', text });
const section = (text: object) => ({ type: 'section', text });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const button = (fields: object = {}) => ({
  type: 'button',
  action_id: 'a',
  text: plain('A'),
  value: 'v',
  ...fields,
});
const option = (fields: object = {}) => ({ text: plain('A'), value: 'v', ...fields });
const select = (count: number, fields?: object) => ({
  type: 'static_select',
  action_id: 'a',
  options: Array.from({ length: count }, () => option(fields)),
});
const post = (blocks: unknown, fields: object = {}) =>
  call('chat.postMessage', { channel: fake.user('sato').direct.id, text: 'x', blocks, ...fields });

describe('what the fake Slack refuses', () => {
  it.each([
    ['no block', []],
    ['51 blocks', Array.from({ length: 51 }, () => section(plain('a')))],
    ['an unknown block', [{ type: 'hologram' }]],
    ['an empty section', [section(plain(''))]],
    ['a section of 3,001', [section(plain('x'.repeat(3_001)))]],
    ['blocks of 13,300 in all', Array.from({ length: 5 }, () => section(plain('x'.repeat(2_700))))],
    ['an & that is no entity', [section({ type: 'mrkdwn', text: 'a & b' })]],
    ['a < that is no link', [section({ type: 'mrkdwn', text: 'a < b' })]],
    ['a mention', [section({ type: 'mrkdwn', text: '<!channel>' })]],
    ['26 buttons', [actions(...Array.from({ length: 26 }, (_, index) => button({ action_id: `${index}` })))]],
    ['the same action id twice', [actions(button(), button())]],
    ['a button without words', [actions(button({ text: plain('') }))]],
    ['a label of 76', [actions(button({ text: plain('x'.repeat(76)) }))]],
    ['a value of 2,001', [actions(button({ value: 'x'.repeat(2_001) }))]],
    ['101 options', [actions(select(101))]],
    ['no option', [actions(select(0))]],
    ['an option’s value of 76', [actions(select(1, { value: 'x'.repeat(76) }))]],
    [
      'eleven sources in one block',
      [{ type: 'context', elements: Array.from({ length: 11 }, () => plain('a')) }],
    ],
  ])('%s', async (_, blocks) => {
    const { ok, error } = await post(blocks);
    expect([ok, /blocks/.test(error ?? '')]).toEqual([false, true]);
    expect(fake.rejections).toHaveLength(1);
    expect(fake.user('sato').sees()).toEqual([]);
  });

  it('wrong tokens, methods, channels, threads, readers and metadata', async () => {
    const blocks = [section(plain('a'))];
    const channel = fake.user('sato').direct.id;
    fake.channel('C1', { bot: false });
    const error = async (made: ReturnType<typeof call>) => (await made).error;
    expect(await error(call('chat.postMessage', { channel, text: 'x' }, 'other'))).toBe('invalid_auth');
    expect(await error(call('chat.explode', {}))).toBe('unknown_method');
    expect(await error(post(blocks, { channel: 'C0' }))).toBe('channel_not_found');
    expect(await error(post(blocks, { channel: 'C1' }))).toBe('not_in_channel');
    expect(await error(post(blocks, { thread_ts: '1.000001' }))).toBe('thread_not_found');
    expect(await error(post(blocks, { metadata: { event_type: 'x' } }))).toBe('invalid_metadata_format');
    expect(await error(call('chat.postEphemeral', { channel, text: 'x', user: 'U0' }))).toBe(
      'user_not_in_channel',
    );
    expect(await error(call('views.open', { trigger_id: 'made-up', view: {} }))).toBe('expired_trigger_id');
  });

  it('a second message to one channel within a second', async () => {
    expect((await post([section(plain('a'))])).ok).toBe(true);
    await clock.advance(999);
    expect((await post([section(plain('b'))])).status).toBe(429);
    await clock.advance(1);
    expect((await post([section(plain('c'))])).ok).toBe(true);
  });

  it('triggers after 3 s and twice', async () => {
    const sato = fake.user('sato');
    await post([section(plain('a')), actions(button())]);
    const view = { type: 'modal', callback_id: 'c', title: plain('T'), blocks: [{ type: 'divider' }] };
    const open = (trigger_id: unknown) => call('views.open', { trigger_id, view });
    const first = sato.press('A').trigger_id;
    expect([(await open(first)).ok, (await open(first)).ok]).toEqual([true, false]);
    const second = sato.press('A').trigger_id;
    await clock.advance(3_001);
    expect((await open(second)).error).toBe('expired_trigger_id');
  });
});

describe('the page of the fake Slack', () => {
  it('is written in and pressed in real Chromium, shows texts as text, and has no barrier that axe finds', async () => {
    await post([section(plain('<b>Which?</b>')), actions(button({ text: plain('Leave') }))]);
    const browser = await chromium.launch({ executablePath: findChromium(), args: [...CHROMIUM_ARGS] });
    try {
      const page = await browser.newPage({ viewport: { width: 360, height: 700 } });
      await page.goto(`${fake.chatUrl}/sato`);
      await page.getByText('<b>Which?</b>').waitFor();
      await page.getByRole('button', { name: 'Leave' }).click();
      await page.getByLabel('Message', { exact: true }).focus();
      await page.keyboard.type('hello');
      await page.keyboard.press('Enter');
      await page.getByRole('log').getByText('hello').waitFor();
      const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
      await page.evaluate(axe);
      const { violations } = (await page.evaluate('axe.run()')) as { violations: { id: string }[] };
      expect(violations.map(({ id }) => id)).toEqual([]);
    } finally {
      await browser.close();
    }
    expect(bot.requests.map(({ headers }) => headers['content-type'])).toEqual([
      'application/x-www-form-urlencoded',
      'application/json',
    ]);
  });
});
