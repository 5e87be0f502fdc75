import { describe, expect, test } from 'vitest';
import { arrival, delivery, line } from './drafts.ts';
import type { Subject } from './store-contract.ts';

/** A message that was taken back is gone everywhere; other messages stay. */
export function eraseContract(subject: Subject): void {
  describe('erase', () => {
    const stores = () => subject().stores;
    const erase = (messageId: string, conversation = 'line:a') =>
      stores().store.commit({ at: 1, erase: [{ conversation, messageId }] });

    test('leaves a tombstone in the transcript', async () => {
      await stores().store.commit({ at: 1, transcript: [line('a', 'm1'), line('a', 'm2'), line('b', 'm1')] });
      await erase('m1');
      const rows = await stores().transcript.since('line:a', 0, 10);
      expect(rows.map(({ seq, messageId, body, erased }) => ({ seq, messageId, body, erased }))).toEqual([
        { seq: 1, messageId: 'm1', body: null, erased: true },
        { seq: 2, messageId: 'm2', body: { text: 'm2' }, erased: false },
      ]);
      const [other] = await stores().transcript.since('line:b', 0, 10);
      expect(other?.erased, 'the same id in another conversation').toBe(false);
      await erase('m1');
      await erase('unknown');
    });

    test('drops deliveries not yet sent and frees those behind them', async () => {
      await stores().store.commit({
        at: 1,
        outbox: [delivery('a', 'o1', { messageId: 'm1' }), delivery('a', 'o2', { messageId: 'm2' })],
      });
      const [flying] = await stores().outbox.claim('w', 2000, 1000, 5, ['line']);
      await erase('m1');
      const again = { state: 'retry', at: 1, code: 'x' } as const;
      expect(await stores().outbox.settle('o1', flying?.fence ?? 0, 2000, again)).toBe(false);
      const next = await stores().outbox.claim('w', 2000, 1000, 5, ['line']);
      expect(next.map((row) => row.delivery.id)).toEqual(['o2']);
    });

    test('ends an inbox row that nobody has answered yet', async () => {
      await stores().inbox.accept([arrival('a', 1, false, { messageId: 'm1' }), arrival('a', 2)]);
      await erase('m1');
      expect((await stores().inbox.claim('w', 10, 1000))?.row.activity.id).toBe('a-2');
      expect((await stores().inbox.depth(10)).open).toBe(1);
      const again = await stores().inbox.accept([arrival('a', 1, false, { messageId: 'm1' })]);
      expect(again.duplicates, 'a redelivery does not bring it back').toBe(1);
    });

    test('spares the row that says so, though it names the message', async () => {
      await stores().inbox.accept([arrival('a', 1, false, { messageId: 'm1' })]);
      const base = arrival('a', 2).activity;
      const { id, channel, conversation, address, from, at } = base;
      const retracted = {
        type: 'retracted' as const,
        id,
        channel,
        conversation,
        address,
        from,
        at,
        messageId: 'm1',
      };
      await stores().inbox.accept([{ activity: retracted, receivedAt: 3, urgent: false }]);
      await erase('m1');
      expect((await stores().inbox.claim('w', 10, 1000))?.row.activity.type).toBe('retracted');
    });

    test('forgets files, fetched or not', async () => {
      const job = (id: string) => ({
        id,
        channel: 'line',
        conversation: 'line:a',
        messageId: 'm1',
        attachment: { id, kind: 'image' as const },
        createdAt: 1,
      });
      await stores().store.commit({ at: 1, media: [job('f1'), job('f2')] });
      const [first] = await stores().media.claim('w', 10, 1000, 1);
      await stores().media.store(first?.id ?? '', first?.fence ?? 0, Buffer.from('jpeg'), 'image/jpeg');
      await erase('m1');
      expect(await stores().media.read('f1')).toBeUndefined();
      expect(await stores().media.read('f2')).toBeUndefined();
      expect(await stores().media.claim('w', 1e9, 1000, 5)).toEqual([]);
    });
  });
}
