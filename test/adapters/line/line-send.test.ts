import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Activity } from '../../../bot/activity.ts';
import type { Delivery, Receipt } from '../../../bot/adapter.ts';
import { DeliveryError } from '../../../bot/errors.ts';
import type { LineFaultKind } from '../../fakes/line/line-faults.ts';
import type { LineUser } from '../../fakes/line/line-user.ts';
import { type LineSubject, openLine } from './line-subject.ts';

let line: LineSubject;
let user: LineUser;
let activity: Activity;

beforeEach(async () => {
  line = await openLine();
  user = line.fake.user('linh');
  const [first] = await line.receive(
    user.event({ type: 'message', message: { type: 'text', id: '1', text: 'hi' } }),
  );
  if (!first) throw new Error('nothing was accepted');
  activity = first;
});
afterEach(async () => {
  expect(line.fake.rejections).toEqual([]);
  await line.close();
});

const never = () => new AbortController().signal;
const send = (fields: Partial<Delivery> = {}) =>
  line.adapter.deliver(line.delivery(activity, fields), never());
const failure = async (sent: Promise<Receipt>): Promise<DeliveryError> => {
  const error = await sent.then(
    (receipt) => receipt,
    (thrown: unknown) => thrown,
  );
  if (error instanceof DeliveryError) return error;
  throw new Error(`expected a DeliveryError, got ${JSON.stringify(error)}`);
};
const pushes = () => line.fake.calls('/push');
const replies = () => line.fake.calls('/reply');
const stale = () => line.clock.advance(20_000);

/** Lets `ms` milliseconds pass once the hanging call has reached LINE. */
async function afterHang<T>(pathEnd: string, ms: number, sent: Promise<T>): Promise<T> {
  sent.catch(() => {});
  while (line.fake.calls(pathEnd).length === 0) await new Promise((resolve) => setImmediate(resolve));
  await line.clock.advance(ms - 1);
  const pending = Symbol('pending');
  expect(await Promise.race([sent, Promise.resolve(pending)]), 'given up too early').toBe(pending);
  await line.clock.advance(1);
  return sent;
}

describe('ordinary text', () => {
  it('L-20 goes by the reply token while it is fresh, and costs no quota', async () => {
    const receipt = await send();
    expect(receipt).toEqual({ road: 'reply', id: user.sees()[0]?.id });
    expect(user.reads()).toEqual(['Hello.']);
    expect(line.fake.quota.used).toBe(0);
  });

  it('L-20 goes by push once 20 s have passed since receipt', async () => {
    await stale();
    expect(await send()).toEqual({ road: 'push', id: user.sees()[0]?.id });
    expect(replies()).toHaveLength(0);
  });

  it('L-20 goes by push when the token was used already', async () => {
    await send();
    expect(await send({ id: 'delivery-2' })).toMatchObject({ road: 'push' });
    expect(user.reads()).toHaveLength(2);
  });

  it.each<LineFaultKind>(['expired-token', 'rate-limit', 'monthly-limit', 'bad-request'])(
    'L-20 goes by push in the same try when LINE surely refused the reply: %s',
    async (fault) => {
      line.fake.faults.next('reply', fault);
      expect(await send()).toMatchObject({ road: 'push' });
      expect(user.reads()).toEqual(['Hello.']);
    },
  );

  it.each<LineFaultKind>(['server-error', 'server-error-accepted', 'cut', 'cut-accepted'])(
    'L-21 is said at most once when a reply has no clear answer: %s',
    async (fault) => {
      line.fake.faults.next('reply', fault);
      const error = await failure(send());
      expect([error.code, error.retry]).toEqual(['line_reply_unknown', false]);
      expect(pushes()).toHaveLength(0);
    },
  );

  it('L-21 is said at most once when a reply hangs: given up after 5 s, the connection closed', async () => {
    line.fake.faults.next('reply', 'hang-accepted');
    const error = await failure(afterHang('/reply', 5_000, send()));
    expect([error.code, error.retry]).toEqual(['line_reply_unknown', false]);
    await line.fake.hungUp();
    expect(user.reads()).toHaveLength(1);
  });

  describe('after a try that never ended, because the process died', () => {
    const interrupted = (at: number) => ({ tries: 1, interruptedAt: at });

    it('L-21 is not said twice when the reply had gone out', async () => {
      const began = line.clock.now();
      await send();
      await line.clock.advance(31_000);
      const error = await failure(send(interrupted(began)));
      expect([error.code, error.retry]).toEqual(['line_reply_unknown', false]);
      expect(user.reads()).toEqual(['Hello.']);
    });

    it('L-21 is said when the reply had not gone out', async () => {
      const began = line.clock.now();
      await line.clock.advance(31_000);
      expect(await send(interrupted(began))).toMatchObject({ road: 'reply' });
      expect(user.reads()).toEqual(['Hello.']);
    });

    it('L-21 is not said when nobody can tell any more', async () => {
      const began = line.clock.now();
      await line.clock.advance(60_000);
      expect((await failure(send(interrupted(began)))).code).toBe('line_reply_unknown');
      expect(line.fake.requests).toEqual([]);
    });

    it.each([true, false])(
      'L-22 is pushed under the same key when it was a push (arrived: %s)',
      async (arrived) => {
        await stale();
        const began = line.clock.now();
        if (arrived) await send();
        await line.clock.advance(31_000);
        expect(await send(interrupted(began))).toMatchObject({ road: 'push' });
        expect(user.reads()).toEqual(['Hello.']);
      },
    );
  });

  it('L-22 asks the key first on a later try, although the token is fresh', async () => {
    line.fake.faults.next('reply', 'rate-limit');
    line.fake.faults.next('push', 'server-error-accepted');
    expect((await failure(send())).retry).toBe(true);
    expect(await send({ tries: 1 })).toMatchObject({ road: 'push' });
    expect(user.reads()).toEqual(['Hello.']);
  });

  it('takes an unreadable answer with status 200 as accepted, because it is', async () => {
    line.fake.faults.next('reply', 'garbage-accepted');
    expect(await send()).toEqual({ road: 'reply' });
    await stale();
    line.fake.faults.next('push', 'garbage-accepted');
    expect(await send()).toEqual({ road: 'push' });
  });
});

describe('push', () => {
  beforeEach(stale);

  it('L-22 carries the delivery key, and the same body on each try', async () => {
    line.fake.faults.next('push', 'server-error');
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
      line.fake.faults.next('push', fault);
      expect((await failure(send())).retry).toBe(true);
      expect(await send({ tries: 1 })).toEqual({ road: 'push', id: user.sees()[0]?.id });
      expect(user.reads()).toHaveLength(1);
    },
  );

  it('L-22 tries again after a hanging call, given up after 5 s', async () => {
    line.fake.faults.next('push', 'hang-accepted');
    const error = await failure(afterHang('/push', 5_000, send()));
    expect([error.code, error.retry]).toEqual(['line_timeout', true]);
    expect(await send({ tries: 1 })).toMatchObject({ road: 'push' });
    expect(user.reads()).toHaveLength(1);
  });

  it('L-33 backs off when the rate of an endpoint is exceeded', async () => {
    line.fake.faults.next('push', 'rate-limit');
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
    line.fake.faults.next('push', fault);
    const error = await failure(send());
    expect([error.code, error.retry, error.quota]).toEqual([code, retry, false]);
    expect(user.reads()).toEqual([]);
  });

  it('L-24 never retries the monthly limit, and says that it is the quota', async () => {
    line.fake.quota.limit = 0;
    const error = await failure(send());
    expect([error.code, error.retry, error.quota]).toEqual(['line_quota', false, true]);
  });

  it('L-24 delivers what the quota held back by the reply token of the next message', async () => {
    line.fake.quota.limit = 0;
    await failure(send());
    const [next] = await line.receive(
      user.event({ type: 'message', message: { type: 'text', id: '2', text: 'hm' } }),
    );
    const handle = next?.replyHandle;
    expect(await send({ tries: 1, ...(handle ? { replyHandle: handle } : {}) })).toMatchObject({
      road: 'reply',
    });
  });

  it('L-22 reports as accepted what a person who blocked us does not see', async () => {
    user.chat.blocked = true;
    expect(await send()).toMatchObject({ road: 'push' });
    expect(user.reads()).toEqual([]);
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
    expect(line.fake.requests).toHaveLength(0);
  });

  it('stops at once when the caller aborts', async () => {
    line.fake.faults.next('push', 'hang');
    const controller = new AbortController();
    const sent = line.adapter.deliver(line.delivery(activity), controller.signal);
    setTimeout(() => controller.abort(), 10);
    const error = await failure(sent);
    expect(error.retry).toBe(true);
  });
});

describe('safety text', () => {
  const safety = { purpose: 'safety' as const };

  it('L-21 goes by push with its key although the token is fresh', async () => {
    expect(await send(safety)).toMatchObject({ road: 'push' });
    expect(replies()).toHaveLength(0);
  });

  it.each<LineFaultKind>([
    'rate-limit',
    'monthly-limit',
    'bad-request',
    'forbidden',
    'unauthorized',
    'server-error',
    'cut',
  ])('L-21 goes by the reply token when the push fails: %s', async (fault) => {
    line.fake.faults.next('push', fault);
    expect(await send(safety)).toMatchObject({ road: 'reply' });
    expect(user.reads()).toEqual(['Hello.']);
  });

  it('L-21 goes by the reply token when the push says nothing for 2 s', async () => {
    line.fake.faults.next('push', 'hang');
    expect(await afterHang('/push', 2_000, send(safety))).toMatchObject({ road: 'reply' });
    expect(user.reads()).toEqual(['Hello.']);
  });

  it('L-21 may be seen twice, and is never missing', async () => {
    line.fake.faults.next('push', 'server-error-accepted');
    expect(await send(safety)).toMatchObject({ road: 'reply' });
    expect(user.reads()).toEqual(['Hello.', 'Hello.']);
  });

  it('L-21 is retried by push when no road took it', async () => {
    line.fake.faults.next('push', 'server-error');
    line.fake.faults.next('reply', 'server-error');
    const error = await failure(send(safety));
    expect([error.code, error.retry]).toEqual(['line_server', true]);
  });

  it('L-21 has only the push once the token is stale', async () => {
    await stale();
    line.fake.faults.next('push', 'forbidden');
    expect((await failure(send(safety))).retry).toBe(false);
    expect(replies()).toHaveLength(0);
  });
});
