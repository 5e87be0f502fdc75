import { describe, expect, test } from 'vitest';
import type { OutboxDraft, OutboxRow, Settlement } from '../../bot/ports/outbox.ts';
import { delivery } from './drafts.ts';
import type { Subject } from './store-contract.ts';

const LEASE = 5000;

/** Rules of the Outbox port. */
export function outboxContract(subject: Subject): void {
  describe('outbox', () => {
    const outbox = () => subject().stores.outbox;
    const add = (...rows: OutboxDraft[]) => subject().stores.store.commit({ at: 1, outbox: rows });
    const claim = (now = 2000, limit = 10, channels = ['line', 'slack']) =>
      outbox().claim('w', now, LEASE, limit, channels);
    const ids = (rows: readonly OutboxRow[]) => rows.map((row) => row.delivery.id);
    const settle = (row: OutboxRow | undefined, settlement: Settlement) =>
      row ? outbox().settle(row.delivery.id, row.fence, 2000, settlement) : Promise.resolve(false);
    const sent: Settlement = { state: 'sent', receipt: { id: 'p1' } };

    test('gives back exactly what was stored', async () => {
      const replyHandle = { token: 'tok', expiresAt: 9000 };
      const draft = delivery('a', 'o1', { replyHandle, purpose: 'safety', body: { messages: ['ຊ່ວຍ'] } });
      await add(draft);
      expect(await claim()).toEqual([
        {
          channel: 'line',
          deadlineAt: 100_000,
          fence: 1,
          delivery: {
            id: 'o1',
            key: 'key-o1',
            conversation: 'line:a',
            address: { user: 'a' },
            body: { messages: ['ຊ່ວຍ'] },
            purpose: 'safety',
            replyHandle,
            tries: 0,
          },
        },
      ]);
    });

    test('only the head of a conversation, in the order of the commit', async () => {
      await add(delivery('a', 'a1'), delivery('a', 'a2'), delivery('b', 'b1'));
      await add(delivery('a', 'a3'));
      const order: string[] = [];
      for (let rows = await claim(); rows.length > 0; rows = await claim()) {
        expect(new Set(rows.map((row) => row.delivery.conversation)).size).toBe(rows.length);
        order.push(...ids(rows).filter((id) => id.startsWith('a')));
        for (const row of rows) expect(await settle(row, sent)).toBe(true);
      }
      expect(order).toEqual(['a1', 'a2', 'a3']);
      expect(await outbox().depth(2000)).toEqual({ pending: 0, waiting: 0, dead: 0, oldestAt: undefined });
    });

    test('urgent first, also past an ordinary delivery of the same conversation', async () => {
      await add(delivery('a', 'a1'), delivery('b', 'b1'));
      await claim(2000, 1);
      await add(delivery('a', 'danger', { urgent: true }), delivery('c', 'c1'));
      expect(ids(await claim(2000, 1))).toEqual(['danger']);
      expect(ids(await claim())).toEqual(['b1', 'c1']);
    });

    test('can look for danger only', async () => {
      await add(delivery('a', 'a1'), delivery('b', 'b1', { urgent: true }));
      const urgent = await outbox().claim('w', 2000, LEASE, 10, ['line', 'slack'], 'urgent');
      expect(ids(urgent)).toEqual(['b1']);
      expect(ids(await claim())).toEqual(['a1']);
    });

    test('only channels that are on, and no more than asked', async () => {
      await add(delivery('a', 'a1'), delivery('b', 'b1', { channel: 'slack' }), delivery('c', 'c1'));
      expect(ids(await claim(2000, 10, ['slack']))).toEqual(['b1']);
      expect(ids(await claim(2000, 1, ['line']))).toEqual(['a1']);
      expect(await claim(2000, 10, [])).toEqual([]);
    });

    test('nothing before its time', async () => {
      await add(delivery('a', 'a1', { createdAt: 1500 }));
      expect(await claim(1499)).toEqual([]);
      expect(await outbox().nextAt(0)).toBe(1500);
      expect(ids(await claim(1500))).toEqual(['a1']);
    });

    test('a retry holds its conversation back until it is due, and counts', async () => {
      await add(delivery('a', 'a1'), delivery('a', 'a2'));
      const [first] = await claim();
      expect(await settle(first, { state: 'retry', at: 3000, code: 'slow' })).toBe(true);
      expect(await claim(2999)).toEqual([]);
      expect(await outbox().nextAt(0)).toBe(3000);
      const [again] = await claim(3000);
      expect(again?.delivery).toMatchObject({ id: 'a1', key: 'key-a1', tries: 1 });
      await settle(again, sent);
      expect(ids(await claim(3000))).toEqual(['a2']);
    });

    test('an old fence settles nothing', async () => {
      await add(delivery('a', 'a1'));
      const [stale] = await claim(2000);
      expect(await claim(2000 + LEASE - 1)).toEqual([]);
      const [newer] = await claim(2000 + LEASE);
      expect(newer?.fence).toBeGreaterThan(stale?.fence ?? 0);
      expect(await settle(stale, sent)).toBe(false);
      expect((await outbox().depth(0)).pending).toBe(1);
      expect(await settle(newer, sent)).toBe(true);
      expect(await settle(newer, sent), 'settled once').toBe(false);
      expect(await outbox().settle('unknown', 1, 1, sent)).toBe(false);
    });

    test('a dead letter frees the next', async () => {
      await add(delivery('a', 'a1'), delivery('a', 'a2'));
      await settle((await claim())[0], { state: 'dead', code: 'gone' });
      expect(ids(await claim())).toEqual(['a2']);
      expect(await outbox().depth(0)).toMatchObject({ pending: 1, dead: 1 });
    });

    test('what quota refused waits for the next message and then goes first, with the new handle', async () => {
      await add(delivery('a', 'a1'), delivery('a', 'a2'), delivery('b', 'b1'));
      const rows = await claim();
      await settle(rows[0], { state: 'waiting', code: 'quota' });
      await settle(rows[1], sent);
      expect(await outbox().depth(0)).toMatchObject({ pending: 1, waiting: 1 });
      expect(await outbox().wake('line:b', 2500, undefined)).toBe(0);
      const handle = { token: 'fresh', expiresAt: 9000 };
      expect(await outbox().wake('line:a', 2500, handle)).toBe(1);
      const [woken] = await claim(2500);
      expect(woken?.delivery).toMatchObject({ id: 'a1', replyHandle: handle });
      expect(await claim(2500), 'a2 stands behind it').toEqual([]);
      await settle(woken, sent);
      expect(ids(await claim(2500))).toEqual(['a2']);
    });

    test('a woken row does not overtake a delivery on its way', async () => {
      await add(delivery('a', 'a1'), delivery('a', 'a2'));
      await settle((await claim())[0], { state: 'waiting', code: 'quota' });
      const [flying] = await claim();
      expect(await outbox().wake('line:a', 2500, undefined)).toBe(1);
      expect(await claim(2500)).toEqual([]);
      await settle(flying, sent);
      expect(ids(await claim(2500))).toEqual(['a1']);
    });

    test('drops what a person who left would have got', async () => {
      await add(delivery('a', 'a1'), delivery('a', 'a2'), delivery('b', 'b1'));
      const [flying] = await claim(2000, 1);
      expect(await outbox().drop('line:a')).toBe(2);
      expect(await settle(flying, { state: 'retry', at: 1, code: 'x' })).toBe(false);
      expect(ids(await claim())).toEqual(['b1']);
      expect(await outbox().depth(0)).toMatchObject({ pending: 1, dead: 2 });
    });

    test('two processes never hold one delivery, and nothing stays behind', async () => {
      const { stores, second = stores } = subject();
      const names = Array.from({ length: 12 }, (_, index) => `p${index}`);
      await add(...names.flatMap((name) => [delivery(name, `${name}-1`), delivery(name, `${name}-2`)]));
      const order: string[] = [];
      const work = async (view: typeof stores) => {
        for (let idle = 0; idle < 3; ) {
          const rows = await view.outbox.claim('w', 2000, LEASE, 3, ['line']);
          idle = rows.length === 0 ? idle + 1 : 0;
          for (const { delivery: row, fence } of rows) {
            order.push(row.id);
            if (row.id.endsWith('-1'))
              await view.store.commit({ at: 1, outbox: [delivery(row.conversation.slice(5), `${row.id}+`)] });
            await view.outbox.settle(row.id, fence, 2000, sent);
          }
        }
      };
      await Promise.all([work(stores), work(second), work(stores), work(second)]);
      await work(stores);
      expect(order).toHaveLength(36);
      for (const name of names)
        expect(order.filter((id) => id.startsWith(`${name}-`))).toEqual([
          `${name}-1`,
          `${name}-2`,
          `${name}-1+`,
        ]);
    });
  });
}
