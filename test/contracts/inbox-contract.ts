import { describe, expect, test } from 'vitest';
import type { Inbox } from '../../bot/ports/inbox.ts';
import { arrival } from './drafts.ts';
import type { Subject } from './store-contract.ts';

const LEASE = 10_000;

/** Claims, finishes and releases until nothing is left; gives event times in the order of their turns. */
async function drain(inbox: Inbox, commit: (id: string) => Promise<void>, now: number) {
  const order: string[] = [];
  for (;;) {
    const lane = await inbox.claim('w', now, LEASE);
    if (!lane) return order;
    order.push(lane.row.activity.id);
    await commit(lane.row.id);
    await inbox.release(lane);
  }
}

/** Rules of the Inbox port. */
export function inboxContract(subject: Subject): void {
  describe('inbox', () => {
    const inbox = () => subject().stores.inbox;
    const done = (id: string) => subject().stores.store.commit({ at: 1, inboxDone: [id] });

    test('stores each event once, also within one call', async () => {
      const rows = [arrival('a', 1), arrival('a', 2)];
      expect(await inbox().accept(rows)).toEqual({ stored: 2, duplicates: 0 });
      expect(await inbox().accept([...rows, arrival('a', 3), arrival('a', 3)])).toEqual({
        stored: 1,
        duplicates: 3,
      });
      expect((await inbox().depth(10)).open).toBe(3);
    });

    test('the same event id on another channel is another event', async () => {
      await inbox().accept([arrival('a', 1)]);
      const other = arrival('a', 1, false, { channel: 'slack' });
      expect(await inbox().accept([other])).toEqual({ stored: 1, duplicates: 0 });
    });

    test('stores all or none', async () => {
      const bad = arrival('b', 2, false, { at: Number.NaN });
      await expect(inbox().accept([arrival('a', 1), bad, arrival('c', 3)])).rejects.toThrow();
      expect((await inbox().depth(10)).open).toBe(0);
      expect(await inbox().claim('w', 10, LEASE)).toBeUndefined();
    });

    test('calls that arrive together do not share a fault', async () => {
      const bad = arrival('b', 2, false, { at: Number.NaN });
      const results = await Promise.allSettled([
        inbox().accept([arrival('a', 1)]),
        inbox().accept([arrival('d', 4), bad]),
        inbox().accept([arrival('a', 1), arrival('c', 3)]),
      ]);
      expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect((await inbox().depth(10)).open).toBe(2);
    });

    test('gives back the activity as it came', async () => {
      const draft = arrival('a', 5, true, { text: 'မင်္ဂလာပါ 🌸 "quoted"\n', locale: 'my' });
      await inbox().accept([draft]);
      const lane = await inbox().claim('w', 10, LEASE);
      expect(lane).toMatchObject({ conversation: 'line:a', row: { receivedAt: 6, urgent: true, tries: 0 } });
      expect(lane?.row.activity).toEqual(draft.activity);
    });

    test('urgent first, then by event time, whatever the order of arrival', async () => {
      await inbox().accept([arrival('a', 30), arrival('b', 20)]);
      await inbox().accept([arrival('a', 10), arrival('c', 40, true), arrival('b', 50, true)]);
      expect(await drain(inbox(), done, 100)).toEqual(['c-40', 'b-50', 'a-10', 'b-20', 'a-30']);
    });

    test('can look for danger only', async () => {
      await inbox().accept([arrival('a', 1), arrival('b', 2)]);
      expect(await inbox().claim('w', 100, LEASE, 'urgent')).toBeUndefined();
      await inbox().accept([arrival('b', 3, true)]);
      const lane = await inbox().claim('w', 100, LEASE, 'urgent');
      expect(lane?.row).toMatchObject({ urgent: true, activity: { id: 'b-3' } });
      expect(await inbox().claim('w', 100, LEASE, 'urgent')).toBeUndefined();
      expect((await inbox().claim('w', 100, LEASE))?.conversation).toBe('line:a');
    });

    test('one lane a conversation', async () => {
      await inbox().accept([arrival('a', 1), arrival('a', 2), arrival('b', 3)]);
      const first = await inbox().claim('w1', 10, LEASE);
      const second = await inbox().claim('w2', 10, LEASE);
      expect([first?.conversation, second?.conversation]).toEqual(['line:a', 'line:b']);
      expect(await inbox().claim('w3', 10, LEASE)).toBeUndefined();
    });

    test('a released lane is claimable at once, with a higher fence', async () => {
      await inbox().accept([arrival('a', 1)]);
      const first = await inbox().claim('w1', 10, LEASE);
      if (!first) throw new Error('nothing claimed');
      await inbox().release(first);
      await inbox().release(first);
      const second = await inbox().claim('w2', 10, LEASE);
      expect(second?.fence).toBeGreaterThan(first.fence);
      expect(await inbox().renew(first, 99_999)).toBe(false);
      await inbox().release(first);
      expect(await inbox().claim('w3', 10, LEASE), 'an old release must not free it').toBeUndefined();
    });

    test('a lease ends by itself unless it is renewed', async () => {
      await inbox().accept([arrival('a', 1)]);
      const first = await inbox().claim('w1', 0, LEASE);
      if (!first) throw new Error('nothing claimed');
      expect(await inbox().claim('w2', LEASE - 1, LEASE)).toBeUndefined();
      expect(await inbox().renew(first, 2 * LEASE)).toBe(true);
      expect(await inbox().claim('w2', LEASE, LEASE)).toBeUndefined();
      const second = await inbox().claim('w2', 2 * LEASE, LEASE);
      expect(second?.fence).toBeGreaterThan(first.fence);
      expect(await inbox().renew(first, 9 * LEASE)).toBe(false);
    });

    test('a failed row waits, lets others pass, and is dead after five tries', async () => {
      await inbox().accept([arrival('a', 1), arrival('a', 2)]);
      for (let tries = 1; tries <= 5; tries += 1) {
        const lane = await inbox().claim('w', tries * 100, LEASE);
        expect(lane?.row).toMatchObject({ activity: { at: 1 }, tries: tries - 1 });
        if (!lane) throw new Error('nothing claimed');
        const failed = await inbox().fail(lane.row.id, 'broken', tries * 100 + 50);
        expect(failed).toEqual({ tries, dead: tries === 5 });
        await inbox().release(lane);
        if (tries === 1) {
          const next = await inbox().claim('w', 149, LEASE);
          expect(next?.row.activity.at).toBe(2);
          if (next) await done(next.row.id);
          if (next) await inbox().release(next);
        }
        expect(await inbox().claim('w', tries * 100 + 49, LEASE)).toBeUndefined();
      }
      expect(await inbox().claim('w', 1e9, LEASE)).toBeUndefined();
      expect(await inbox().depth(1e9)).toEqual({ open: 0, oldestAt: undefined, dead: 1 });
    });

    test('says when a running turn must stop for an urgent row', async () => {
      await inbox().accept([arrival('a', 1)]);
      expect(await inbox().hasUrgent('line:a')).toBe(false);
      const ordinary = await inbox().claim('w', 10, LEASE);
      await inbox().accept([arrival('a', 2, true), arrival('b', 3, true)]);
      expect(await inbox().hasUrgent('line:a')).toBe(true);
      if (ordinary) await inbox().release(ordinary);
      const urgent = (await inbox().claim('w', 10, LEASE))?.row;
      expect(urgent?.activity.id).toBe('a-2');
      expect(await inbox().hasUrgent('line:a'), 'an urgent turn is not stopped by itself').toBe(false);
      await inbox().accept([arrival('a', 4, true)]);
      expect(await inbox().hasUrgent('line:a'), 'nor by another').toBe(false);
      expect(await inbox().hasUrgent('line:nobody')).toBe(false);
    });

    test('knows how much waits and since when', async () => {
      await inbox().accept([arrival('a', 50), arrival('b', 40)]);
      expect(await inbox().depth(100)).toEqual({ open: 2, oldestAt: 41, dead: 0 });
    });

    test('prunes finished rows only; until then they stay known', async () => {
      await inbox().accept([arrival('a', 1), arrival('b', 2), arrival('c', 90)]);
      for (let i = 0; i < 3; i += 1) {
        const lane = await inbox().claim('w', 100, LEASE);
        if (lane && lane.conversation !== 'line:b') await done(lane.row.id);
      }
      expect(await inbox().accept([arrival('a', 1)])).toEqual({ stored: 0, duplicates: 1 });
      expect(await inbox().prune(50)).toBe(1);
      expect((await inbox().depth(100)).open).toBe(1);
      expect(await inbox().accept([arrival('c', 90)])).toEqual({ stored: 0, duplicates: 1 });
    });

    test('two processes never hold one lane', async () => {
      const { stores, second } = subject();
      if (!second) return;
      const names = Array.from({ length: 40 }, (_, index) => `p${index}`);
      await stores.inbox.accept(names.map((name, index) => arrival(name, index)));
      const claims = await Promise.all(
        names.map((_, index) => (index % 2 ? stores : second).inbox.claim(`w${index}`, 100, LEASE)),
      );
      const held = claims.flatMap((lane) => (lane ? [lane.conversation] : []));
      expect(new Set(held).size).toBe(held.length);
      // A claim may lose a race and find nothing; what is left must still be claimable.
      for (
        let lane = await second.inbox.claim('x', 100, LEASE);
        lane;
        lane = await stores.inbox.claim('x', 100, LEASE)
      )
        held.push(lane.conversation);
      expect(held.sort()).toEqual(names.map((name) => `line:${name}`).sort());
    });

    test('two processes store an event once', async () => {
      const { stores, second } = subject();
      if (!second) return;
      const batches = Array.from({ length: 10 }, (_, index) => [
        arrival('x', 1),
        arrival('y', 2),
        arrival('z', index),
      ]);
      const results = await Promise.all(
        batches.map((rows, index) => (index % 2 ? stores : second).inbox.accept(rows.reverse())),
      );
      expect(results.reduce((sum, { stored }) => sum + stored, 0)).toBe(12);
    });
  });
}
