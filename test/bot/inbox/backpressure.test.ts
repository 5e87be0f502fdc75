import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { createBackpressure, DEFAULT_BOUNDS, diskRoom, refusalOf } from '../../../bot/inbox/backpressure.ts';
import type { Inbox, InboxDepth } from '../../../bot/ports/inbox.ts';
import { openStores } from '../../../bot/stores/open-stores.ts';
import { testKeys } from '../../contracts/keys.ts';
import { says } from '../../fakes/fake-channel.ts';
import { createManualClock } from '../../fakes/manual-clock.ts';

const GIB = 1024 ** 3;

describe('the bounds of the inbox', () => {
  const now = 1_000_000_000;
  const empty = { open: 0, oldestAt: undefined };

  it('rows, age and disk, each at its edge', () => {
    const of = (depth: Partial<InboxDepth>, disk?: { usedShare: number; free: number }) =>
      refusalOf({ ...empty, ...depth }, disk, now, DEFAULT_BOUNDS);
    expect(of({ open: 99_999 })).toBeUndefined();
    expect(of({ open: 100_000 })).toBe('rows');
    expect(of({ oldestAt: now - 600_000 })).toBeUndefined();
    expect(of({ oldestAt: now - 600_001 })).toBe('age');
    expect(of({}, { usedShare: 0.8, free: GIB })).toBe('disk');
    expect(of({}, { usedShare: 0.79, free: GIB })).toBeUndefined();
    expect(of({}, { usedShare: 0.95, free: 3 * GIB })).toBeUndefined();
  });

  it('is read at most once a second, and a failed reading refuses nothing', async () => {
    const clock = createManualClock();
    let reads = 0;
    let depth: () => Promise<InboxDepth> = async () => ({ open: 100_000, oldestAt: undefined, dead: 0 });
    const inbox = {
      depth: () => {
        reads += 1;
        return depth();
      },
    } as Partial<Inbox> as Inbox;
    const refusal = createBackpressure({ inbox, clock, bounds: DEFAULT_BOUNDS });
    expect([await refusal(), await refusal()]).toEqual(['rows', 'rows']);
    expect(reads).toBe(1);
    depth = () => Promise.reject(new Error('no database'));
    await clock.advance(1_000);
    expect(await refusal()).toBeUndefined();
    expect(reads).toBe(2);
  });

  it('turns that merely wait for their retry do not age the inbox', async () => {
    const clock = createManualClock();
    const stores = await openStores({ keys: testKeys(), clock, fileName: ':memory:' });
    const receivedAt = clock.now() - 3_600_000;
    await stores.inbox.accept([{ activity: says('ana', 'hi', receivedAt), receivedAt, urgent: false }]);
    const refusal = createBackpressure({ inbox: stores.inbox, clock, bounds: DEFAULT_BOUNDS });
    expect(await refusal()).toBe('age');
    const lane = await stores.inbox.claim('me', clock.now(), 10_000);
    await stores.inbox.fail(lane?.row.id ?? '', 'broken', clock.now() + 60_000);
    await clock.advance(1_000);
    expect(await refusal()).toBeUndefined();
    await stores.close();
  });

  it('reads a real disk', async () => {
    const room = await diskRoom(tmpdir());
    expect(room.usedShare).toBeGreaterThanOrEqual(0);
    expect(room.usedShare).toBeLessThanOrEqual(1);
    expect(room.free).toBeGreaterThan(0);
  });
});
