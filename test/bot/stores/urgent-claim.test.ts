import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Activity } from '../../../bot/activity.ts';
import { systemClock } from '../../../bot/clock.ts';
import { type OpenStores, openStores } from '../../../bot/stores/open-stores.ts';
import { testKeys } from '../../contracts/keys.ts';

const message = (conversation: string, id: string, at: number): Activity => ({
  type: 'message',
  id,
  channel: 'test',
  conversation,
  address: id,
  from: { id: conversation, role: 'trainee' },
  at,
  text: id,
});

describe('lanes for danger and lanes given back with the commit', () => {
  let stores: OpenStores;
  beforeEach(async () => {
    stores = await openStores({ keys: testKeys(), clock: systemClock, fileName: ':memory:' });
  });
  afterEach(() => stores.close());

  it("claim 'urgent' gives nothing but urgent rows", async () => {
    const { inbox } = stores;
    await inbox.accept([{ activity: message('test:a', 'calm', 1), receivedAt: 1, urgent: false }]);
    expect(await inbox.claim('me', 10, 1_000, 'urgent')).toBeUndefined();
    await inbox.accept([{ activity: message('test:b', 'danger', 2), receivedAt: 2, urgent: true }]);
    expect((await inbox.claim('me', 10, 1_000, 'urgent'))?.row.activity.id).toBe('danger');
    expect(await inbox.claim('me', 10, 1_000, 'urgent')).toBeUndefined();
    expect((await inbox.claim('me', 10, 1_000))?.row.activity.id).toBe('calm');
  });

  it('a commit that releases gives the lane back at once; one that does not keeps it', async () => {
    const { inbox, store } = stores;
    const rows = ['1', '2', '3'].map((id, at) => ({
      activity: message('test:a', id, at),
      receivedAt: at,
      urgent: false,
    }));
    await inbox.accept(rows);
    const finish = async (release: boolean) => {
      const lane = await inbox.claim('me', 10, 1_000);
      if (!lane) return undefined;
      const { conversation, fence, row } = lane;
      await store.commit({ lane: { conversation, fence, release }, at: 10, inboxDone: [row.id] });
      return row.activity.id;
    };
    expect(await finish(true)).toBe('1');
    expect(await finish(false)).toBe('2');
    expect(await finish(true)).toBeUndefined();
    expect((await inbox.claim('me', 1_010, 1_000))?.row.activity.id).toBe('3');
  });

  it('a released lane refuses a late commit of the same fence to take rows of a newer one', async () => {
    const { inbox, store } = stores;
    await inbox.accept([{ activity: message('test:a', '1', 1), receivedAt: 1, urgent: false }]);
    const old = await inbox.claim('old', 10, 1_000);
    const young = await inbox.claim('young', 1_010, 1_000);
    expect([old?.fence, young?.fence]).toEqual([1, 2]);
    const commit = store.commit({ lane: { conversation: 'test:a', fence: 1, release: true }, at: 10 });
    await expect(commit).rejects.toMatchObject({ code: 'lease_lost' });
    expect(await inbox.claim('third', 1_020, 1_000)).toBeUndefined();
  });

  it("outbox claim 'urgent' gives nothing but urgent heads", async () => {
    const { outbox, store } = stores;
    const draft = (id: string, urgent: boolean) => ({
      id,
      key: id,
      channel: 'test',
      conversation: 'test:a',
      address: null,
      body: id,
      purpose: urgent ? ('safety' as const) : ('ordinary' as const),
      urgent,
      createdAt: 1,
      deadlineAt: 1_000,
    });
    await store.commit({ at: 1, outbox: [draft('calm', false), draft('danger', true)] });
    const claim = async (only?: 'urgent') =>
      (await outbox.claim('me', 10, 1_000, 10, ['test'], only)).map((row) => row.delivery.id);
    expect(await claim('urgent')).toEqual(['danger']);
    expect(await claim('urgent')).toEqual([]);
    expect(await claim()).toEqual(['calm']);
  });
});

describe('a closed store', () => {
  it('rejects every call instead of ending the process, and may be closed twice', async () => {
    const stores = await openStores({ keys: testKeys(), clock: systemClock, fileName: ':memory:' });
    const pending = stores.store.ping();
    await stores.close();
    await stores.close();
    await expect(pending).resolves.toBeUndefined();
    await expect(stores.store.ping()).rejects.toMatchObject({ code: 'store_closed' });
    await expect(stores.store.read(['a'])).rejects.toMatchObject({ code: 'store_closed' });
    await expect(stores.inbox.claim('me', 1, 1)).rejects.toMatchObject({ code: 'store_closed' });
  });
});
