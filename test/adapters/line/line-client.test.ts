import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLineAdapter, type LineAdapter } from '../../../adapters/line/line-adapter.ts';
import type { Delivery } from '../../../bot/adapter.ts';
import { DeliveryError } from '../../../bot/errors.ts';
import { createManualClock } from '../../fakes/manual-clock.ts';
import { type KeptLog, keptLog } from './line-subject.ts';

let adapter: LineAdapter;
let log: KeptLog;
const signal = new AbortController().signal;

beforeEach(() => {
  nock.disableNetConnect();
  log = keptLog();
  adapter = createLineAdapter({
    channelSecret: 'secret',
    channelAccessToken: 'token-1',
    clock: createManualClock(),
    log,
  });
});
afterEach(() => {
  expect(nock.pendingMocks()).toEqual([]);
  nock.cleanAll();
  nock.enableNetConnect();
});

const delivery: Delivery = {
  id: 'd1',
  key: '5f0c7d1e-93a2-4c64-8a5e-0e6f5a3c1b2d',
  conversation: 'line:U1',
  address: { to: 'U1', kind: 'user' },
  body: { messages: [{ type: 'text', text: 'my private words' }] },
  purpose: 'ordinary',
  tries: 0,
  now: 0,
};

const pushed = async (status: number, body: nock.Body, headers: Record<string, string> = {}) => {
  nock('https://api.line.me', {
    reqheaders: { authorization: 'Bearer token-1', 'x-line-retry-key': delivery.key },
  })
    .post('/v2/bot/message/push', { to: 'U1', messages: [{ type: 'text', text: 'my private words' }] })
    .reply(status, body, headers);
  return adapter.deliver(delivery, signal).catch((error: unknown) => error);
};

/** The error and everything it was caused by, as text. */
const everything = (error: unknown): string =>
  error instanceof Error
    ? `${error.stack} ${JSON.stringify(error)} ${JSON.stringify(Object.getOwnPropertyDescriptors(error))} ${everything(error.cause)}`
    : '';

describe('calls to api.line.me', () => {
  it('gives the id that LINE gives', async () => {
    expect(await pushed(200, { sentMessages: [{ id: '461230966842064897', quoteToken: 'q' }] })).toEqual({
      road: 'push',
      id: '461230966842064897',
    });
  });

  it.each([
    [400, { message: 'The request body has 1 error(s)' }, 'line_refused', false, false],
    [400, { message: 'Invalid reply token' }, 'line_reply_token', false, false],
    [401, { message: 'Authentication failed' }, 'line_token', true, false],
    [403, { message: 'Not authorized' }, 'line_refused', false, false],
    [404, { message: 'Not found' }, 'line_not_found', false, false],
    [413, { message: 'Too large' }, 'line_refused', false, false],
    [429, { message: 'The API rate limit has been exceeded. Try again later.' }, 'line_rate', true, false],
    [429, { message: 'You have reached your monthly limit.' }, 'line_quota', false, true],
    [429, '<html>slow down</html>', 'line_rate', true, false],
    [500, { message: 'Internal Server Error' }, 'line_server', true, false],
    [502, '<html>Bad gateway</html>', 'line_server', true, false],
    [503, '', 'line_server', true, false],
  ])('maps %d %j to %s, again: %s, quota: %s', async (status, body, code, retry, quota) => {
    const error = await pushed(status, body);
    expect(error).toBeInstanceOf(DeliveryError);
    expect(error).toMatchObject({ code, retry, quota });
  });

  it('waits as long as Retry-After says', async () => {
    const error = await pushed(
      429,
      { message: 'The API rate limit has been exceeded.' },
      { 'retry-after': '7' },
    );
    expect(error).toMatchObject({ retry: true, after: 7_000 });
  });

  it('takes 409 as sent, also without ids', async () => {
    expect(await pushed(409, { message: 'The retry key is already accepted' })).toEqual({ road: 'push' });
  });

  it('maps a refused connection to a retry', async () => {
    nock('https://api.line.me').post('/v2/bot/message/push').replyWithError({ code: 'ECONNREFUSED' });
    await expect(adapter.deliver(delivery, signal)).rejects.toMatchObject({
      code: 'line_network',
      retry: true,
    });
    nock('https://api.line.me')
      .post('/v2/bot/message/push')
      .reply(302, '', { location: 'https://evil.example/' });
    await expect(adapter.deliver(delivery, signal)).rejects.toMatchObject({
      code: 'line_network',
      retry: true,
    });
  });

  it('L-35 carries no words into errors, their causes or the log, even when LINE quotes them', async () => {
    const error = await pushed(400, {
      message: 'May not be my private words',
      details: [{ message: 'my private words', property: 'messages[0].text' }],
    });
    expect(everything(error)).not.toContain('private words');
    expect(everything(error)).not.toContain('token-1');
    expect(JSON.stringify(log.lines)).not.toContain('private words');
  });

  it('asks the data API at its own host', async () => {
    nock('https://api-data.line.me')
      .get('/v2/bot/message/5/content')
      .reply(200, 'bytes', { 'content-type': 'audio/x-m4a' });
    const content = await adapter.fetch?.({ id: '5', kind: 'audio' }, signal);
    expect(content?.contentType).toBe('audio/x-m4a');
  });
});
