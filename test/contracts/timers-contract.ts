import { describe, expect, test } from 'vitest';
import type { TimerRow } from '../../bot/ports/timers.ts';
import { arrival } from './drafts.ts';
import type { Subject } from './store-contract.ts';

const timer = (conversation: string, id: string, dueAt: number): TimerRow => ({
  id,
  conversation: `line:${conversation}`,
  channel: 'line',
  dueAt,
  value: `check-in:${id}`,
});

/** Rules of the Timers port. */
export function timersContract(subject: Subject): void {
  describe('timers', () => {
    const stores = () => subject().stores;
    const set = (...timers: TimerRow[]) => stores().store.commit({ at: 1, timers });

    test('a due timer becomes an action of its conversation', async () => {
      const draft = arrival('a', 1, false, { locale: 'km' });
      await stores().inbox.accept([draft]);
      const lane = await stores().inbox.claim('w', 10, 1000);
      if (!lane) throw new Error('nothing claimed');
      await stores().store.commit({
        at: 10,
        lane,
        inboxDone: [lane.row.id],
        timers: [timer('a', 't1', 500)],
      });
      await stores().inbox.release(lane);
      expect(await stores().timers.fire(499, 10)).toBe(0);
      expect(await stores().timers.nextAt()).toBe(500);
      expect(await stores().timers.fire(600, 10)).toBe(1);
      const fired = await stores().inbox.claim('w', 600, 1000);
      expect(fired?.row).toMatchObject({ receivedAt: 600, urgent: false });
      expect(fired?.row.activity).toEqual({
        type: 'action',
        id: 't1',
        channel: 'line',
        conversation: 'line:a',
        value: 'check-in:t1',
        at: 500,
        address: draft.activity.address,
        from: draft.activity.from,
        locale: 'km',
      });
      expect(await stores().timers.nextAt()).toBeUndefined();
    });

    test('oldest first, no more than asked, each once', async () => {
      await set(timer('a', 't3', 30), timer('b', 't1', 10), timer('c', 't2', 20));
      expect(await stores().timers.fire(100, 2)).toBe(2);
      expect(await stores().timers.nextAt()).toBe(30);
      const { second = stores() } = subject();
      const fired = await Promise.all([stores(), second, stores()].map((view) => view.timers.fire(100, 5)));
      expect(fired.reduce((sum, count) => sum + count, 0)).toBe(1);
      expect((await stores().inbox.depth(100)).open).toBe(3);
    });

    test('are cancelled by conversation, or one by one in a commit', async () => {
      await set(timer('a', 't1', 10), timer('a', 't2', 20), timer('b', 't3', 30), timer('b', 't4', 40));
      expect(await stores().timers.cancel('line:a')).toBe(2);
      await stores().store.commit({ at: 1, timersDone: ['t3'] });
      expect(await stores().timers.nextAt()).toBe(40);
    });
  });
}
