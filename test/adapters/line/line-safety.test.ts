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
const replies = () => sending.line.fake.calls('/reply');

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
    sending.line.fake.faults.next('push', fault);
    expect(await send(safety)).toMatchObject({ road: 'reply' });
    expect(sending.user.reads()).toEqual(['Hello.']);
  });

  it('L-21 goes by the reply token when the push says nothing for 2 s', async () => {
    sending.line.fake.faults.next('push', 'hang');
    expect(await sending.afterHang('/push', 2_000, send(safety))).toMatchObject({ road: 'reply' });
    expect(sending.user.reads()).toEqual(['Hello.']);
  });

  it('L-21 may be seen twice, and is never missing', async () => {
    sending.line.fake.faults.next('push', 'server-error-accepted');
    expect(await send(safety)).toMatchObject({ road: 'reply' });
    expect(sending.user.reads()).toEqual(['Hello.', 'Hello.']);
  });

  it('L-21 is retried by push when no road took it', async () => {
    sending.line.fake.faults.next('push', 'server-error');
    sending.line.fake.faults.next('reply', 'server-error');
    const error = await failure(send(safety));
    expect([error.code, error.retry]).toEqual(['line_server', true]);
  });

  it('L-21 has only the push once the token is stale', async () => {
    await stale();
    sending.line.fake.faults.next('push', 'forbidden');
    expect((await failure(send(safety))).retry).toBe(false);
    expect(replies()).toHaveLength(0);
  });
});
