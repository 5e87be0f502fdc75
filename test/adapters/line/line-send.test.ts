import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LineFaultKind } from '../../fakes/line/line-faults.ts';
import { failureOf as failure, openSending, type Sending } from './line-sending.ts';

let sending: Sending;
beforeEach(async () => {
  sending = await openSending();
});
afterEach(() => sending.close());

const send: Sending['send'] = (fields) => sending.send(fields);
const stale = () => sending.stale();
const pushes = () => sending.line.fake.calls('/push');
const replies = () => sending.line.fake.calls('/reply');

describe('ordinary text', () => {
  it('L-20 goes by the reply token while it is fresh, and costs no quota', async () => {
    const receipt = await send();
    expect(receipt).toEqual({ road: 'reply', id: sending.user.sees()[0]?.id });
    expect(sending.user.reads()).toEqual(['Hello.']);
    expect(sending.line.fake.quota.used).toBe(0);
  });

  it('L-20 goes by push once 20 s have passed since receipt', async () => {
    await stale();
    expect(await send()).toEqual({ road: 'push', id: sending.user.sees()[0]?.id });
    expect(replies()).toHaveLength(0);
  });

  it('L-20 goes by push when the token was used already', async () => {
    await send();
    expect(await send({ id: 'delivery-2' })).toMatchObject({ road: 'push' });
    expect(sending.user.reads()).toHaveLength(2);
  });

  it.each<LineFaultKind>(['expired-token', 'rate-limit', 'monthly-limit', 'bad-request'])(
    'L-20 goes by push in the same try when LINE surely refused the reply: %s',
    async (fault) => {
      sending.line.fake.faults.next('reply', fault);
      expect(await send()).toMatchObject({ road: 'push' });
      expect(sending.user.reads()).toEqual(['Hello.']);
    },
  );

  it.each<LineFaultKind>(['server-error', 'server-error-accepted', 'cut', 'cut-accepted'])(
    'L-21 is said at most once when a reply has no clear answer: %s',
    async (fault) => {
      sending.line.fake.faults.next('reply', fault);
      const error = await failure(send());
      expect([error.code, error.retry]).toEqual(['line_reply_unknown', false]);
      expect(pushes()).toHaveLength(0);
    },
  );

  it('L-21 is said at most once when a reply hangs: given up after 5 s, the connection closed', async () => {
    sending.line.fake.faults.next('reply', 'hang-accepted');
    const error = await failure(sending.afterHang('/reply', 5_000, send()));
    expect([error.code, error.retry]).toEqual(['line_reply_unknown', false]);
    await sending.line.fake.hungUp();
    expect(sending.user.reads()).toHaveLength(1);
  });

  describe('after a try that never ended, because the process died', () => {
    const interrupted = (at: number) => ({ tries: 1, interruptedAt: at });

    it('L-21 is not said twice when the reply had gone out', async () => {
      const began = sending.line.clock.now();
      await send();
      await sending.line.clock.advance(31_000);
      const error = await failure(send(interrupted(began)));
      expect([error.code, error.retry]).toEqual(['line_reply_unknown', false]);
      expect(sending.user.reads()).toEqual(['Hello.']);
    });

    it('L-21 is said when the reply had not gone out', async () => {
      const began = sending.line.clock.now();
      await sending.line.clock.advance(31_000);
      expect(await send(interrupted(began))).toMatchObject({ road: 'reply' });
      expect(sending.user.reads()).toEqual(['Hello.']);
    });

    it('L-21 is not said when nobody can tell any more', async () => {
      const began = sending.line.clock.now();
      await sending.line.clock.advance(60_000);
      expect((await failure(send(interrupted(began)))).code).toBe('line_reply_unknown');
      expect(sending.line.fake.requests).toEqual([]);
    });

    it.each([true, false])(
      'L-22 is pushed under the same key when it was a push (arrived: %s)',
      async (arrived) => {
        await stale();
        const began = sending.line.clock.now();
        if (arrived) await send();
        await sending.line.clock.advance(31_000);
        expect(await send(interrupted(began))).toMatchObject({ road: 'push' });
        expect(sending.user.reads()).toEqual(['Hello.']);
      },
    );
  });

  it('L-22 asks the key first on a later try, although the token is fresh', async () => {
    sending.line.fake.faults.next('reply', 'rate-limit');
    sending.line.fake.faults.next('push', 'server-error-accepted');
    expect((await failure(send())).retry).toBe(true);
    expect(await send({ tries: 1 })).toMatchObject({ road: 'push' });
    expect(sending.user.reads()).toEqual(['Hello.']);
  });

  it('takes an unreadable answer with status 200 as accepted, because it is', async () => {
    sending.line.fake.faults.next('reply', 'garbage-accepted');
    expect(await send()).toEqual({ road: 'reply' });
    await stale();
    sending.line.fake.faults.next('push', 'garbage-accepted');
    expect(await send()).toEqual({ road: 'push' });
  });
});

describe('push', () => {
  beforeEach(stale);

  it('L-22 carries the delivery key, and the same body on each try', async () => {
    sending.line.fake.faults.next('push', 'server-error');
    expect((await failure(send())).retry).toBe(true);
    await send({ tries: 1 });
    const [first, second] = pushes();
    expect(first?.headers['x-line-retry-key']).toBe('5f0c7d1e-93a2-4c64-8a5e-0e6f5a3c1b2d');
    expect(second?.headers['x-line-retry-key']).toBe(first?.headers['x-line-retry-key']);
    expect(second?.text).toBe(first?.text);
  });

  it.each<LineFaultKind>(['server-error-accepted', 'cut-accepted'])(
    'L-22 takes 409 as success after %s: seen once, with its id',
    async (fault) => {
      sending.line.fake.faults.next('push', fault);
      expect((await failure(send())).retry).toBe(true);
      expect(await send({ tries: 1 })).toEqual({ road: 'push', id: sending.user.sees()[0]?.id });
      expect(sending.user.reads()).toHaveLength(1);
    },
  );

  it('L-22 tries again after a hanging call, given up after 5 s', async () => {
    sending.line.fake.faults.next('push', 'hang-accepted');
    const error = await failure(sending.afterHang('/push', 5_000, send()));
    expect([error.code, error.retry]).toEqual(['line_timeout', true]);
    expect(await send({ tries: 1 })).toMatchObject({ road: 'push' });
    expect(sending.user.reads()).toHaveLength(1);
  });

  it('L-33 backs off when the rate of an endpoint is exceeded', async () => {
    sending.line.fake.faults.next('push', 'rate-limit');
    expect(await failure(send())).toMatchObject({ retry: true, quota: false });
    expect(await send({ tries: 1 })).toMatchObject({ road: 'push' });
  });

  it.each<[LineFaultKind, string, boolean]>([
    ['server-error', 'line_server', true],
    ['cut', 'line_network', true],
    ['rate-limit', 'line_rate', true],
    ['unauthorized', 'line_token', true],
    ['bad-request', 'line_refused', false],
    ['forbidden', 'line_refused', false],
  ])('L-22 after %s: %s, again: %s', async (fault, code, retry) => {
    sending.line.fake.faults.next('push', fault);
    const error = await failure(send());
    expect([error.code, error.retry, error.quota]).toEqual([code, retry, false]);
    expect(sending.user.reads()).toEqual([]);
  });

  it('L-24 never retries the monthly limit, and says that it is the quota', async () => {
    sending.line.fake.quota.limit = 0;
    const error = await failure(send());
    expect([error.code, error.retry, error.quota]).toEqual(['line_quota', false, true]);
  });

  it('L-24 delivers what the quota held back by the reply token of the next message', async () => {
    sending.line.fake.quota.limit = 0;
    await failure(send());
    const [next] = await sending.line.receive(
      sending.user.event({ type: 'message', message: { type: 'text', id: '2', text: 'hm' } }),
    );
    const handle = next?.replyHandle;
    expect(await send({ tries: 1, ...(handle ? { replyHandle: handle } : {}) })).toMatchObject({
      road: 'reply',
    });
  });

  it('L-22 reports as accepted what a person who blocked us does not see', async () => {
    sending.user.chat.blocked = true;
    expect(await send()).toMatchObject({ road: 'push' });
    expect(sending.user.reads()).toEqual([]);
  });

  it('L-34 cannot send to people who do not exist', async () => {
    const error = await failure(send({ address: { to: `U${'9'.repeat(32)}`, kind: 'user' } }));
    expect(error.retry).toBe(false);
  });

  it.each([
    ['no address', { address: null }],
    ['an address of another form', { address: { to: '../reply', kind: 'user' } }],
    ['no messages', { body: 'hello' }],
  ])('gives up a delivery with %s without a call', async (_, fields) => {
    const error = await failure(send(fields));
    expect([error.code, error.retry]).toEqual(['line_address', false]);
    expect(sending.line.fake.requests).toHaveLength(0);
  });

  it('stops at once when the caller aborts', async () => {
    sending.line.fake.faults.next('push', 'hang');
    const controller = new AbortController();
    const sent = sending.line.adapter.deliver(sending.line.delivery(sending.activity), controller.signal);
    setTimeout(() => controller.abort(), 10);
    const error = await failure(sent);
    expect(error.retry).toBe(true);
  });
});
