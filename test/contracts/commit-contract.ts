import { describe, expect, test } from 'vitest';
import { ConflictError, LeaseLostError } from '../../bot/errors.ts';
import type { Commit } from '../../bot/ports/store.ts';
import { arrival, delivery, line } from './drafts.ts';
import type { Subject } from './store-contract.ts';

/** Rules of the Store port and of one commit that spans all tables. */
export function commitContract(subject: Subject): void {
  describe('commit', () => {
    const stores = () => subject().stores;
    const put = (key: string, value: unknown, expected: number | null) =>
      stores().store.commit({ at: 1, entries: [{ key, value: value as string, expected }] });
    const version = async (key: string) => (await stores().store.read([key])).get(key)?.version ?? null;

    /** Everything a turn could write; nothing of it may be seen when the commit is refused. */
    const everything: Omit<Commit, 'at'> = {
      transcript: [line('a', 'm1'), line('a', 'm2')],
      outbox: [delivery('a', 'o1')],
      timers: [{ id: 't1', conversation: 'line:a', channel: 'line', dueAt: 5, value: 'check-in' }],
      media: [
        {
          id: 'f1',
          channel: 'line',
          conversation: 'line:a',
          messageId: 'm1',
          attachment: { id: 'x', kind: 'image' },
          createdAt: 1,
        },
      ],
      cases: [
        { id: 'c1', conversation: 'line:a', kind: 'injury', urgency: 'high', language: 'vi', reasons: ['r'] },
      ],
      audit: [{ actor: 'bot', action: 'case.opened', subject: 'c1' }],
    };
    const seen = async () => ({
      entry: (await stores().store.read(['state/a'])).get('state/a')?.value,
      lines: await stores().transcript.head('line:a'),
      outbox: (await stores().outbox.depth(10)).pending,
      timer: await stores().timers.nextAt(),
      media: await stores().media.nextAt(0),
      audit: (await stores().audit.verify()).entries,
      open: (await stores().inbox.depth(10)).open,
    });

    test('reads what exists, with versions that grow', async () => {
      expect((await stores().store.read(['k', 'l'])).size).toBe(0);
      await put('k', { a: [1, 'ສະບາຍດີ', null, true] }, null);
      const first = await version('k');
      const read = await stores().store.read(['k', 'l']);
      expect(read.get('k')?.value).toEqual({ a: [1, 'ສະບາຍດີ', null, true] });
      expect([...read.keys()]).toEqual(['k']);
      await put('k', 'second', first);
      expect(await version('k')).toBeGreaterThan(first ?? 0);
    });

    test('refuses a wrong expected version', async () => {
      await put('k', 'one', null);
      const first = await version('k');
      await expect(put('k', 'again', null)).rejects.toThrow(ConflictError);
      await expect(put('k', 'later', (first ?? 0) + 1)).rejects.toThrow(ConflictError);
      await expect(put('absent', 'x', 1)).rejects.toThrow(ConflictError);
      await expect(put('k', null, null)).rejects.toThrow(ConflictError);
      expect((await stores().store.read(['k'])).get('k')?.value).toBe('one');
    });

    test('deletes with null; a version is never given twice', async () => {
      await put('k', 'one', null);
      const first = await version('k');
      await put('k', null, first);
      expect(await version('k')).toBeNull();
      await put('k', null, null);
      await put('k', 'two', null);
      await expect(put('k', 'stale', first)).rejects.toThrow(ConflictError);
      expect((await stores().store.read(['k'])).get('k')?.value).toBe('two');
    });

    test('one of many writers of the same version wins', async () => {
      await put('k', 0, null);
      const first = await version('k');
      const tries = Array.from({ length: 8 }, (_, index) => {
        const store = index % 2 ? (subject().second ?? stores()).store : stores().store;
        return store.commit({ at: 1, entries: [{ key: 'k', value: index, expected: first }] });
      });
      const results = await Promise.allSettled(tries);
      expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
      for (const result of results)
        if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(ConflictError);
    });

    test('writes everything at once', async () => {
      await stores().inbox.accept([arrival('a', 1)]);
      const lane = await stores().inbox.claim('w', 10, 1000);
      if (!lane) throw new Error('nothing claimed');
      await stores().store.commit({
        ...everything,
        at: 10,
        lane,
        inboxDone: [lane.row.id],
        entries: [{ key: 'state/a', value: 'new', expected: null }],
      });
      expect(await seen()).toEqual({
        entry: 'new',
        lines: 2,
        outbox: 1,
        timer: 5,
        media: 1,
        audit: 1,
        open: 0,
      });
    });

    test('gives the lane back when told to', async () => {
      await stores().inbox.accept([arrival('a', 1), arrival('a', 2), arrival('a', 3)]);
      const first = await stores().inbox.claim('w', 10, 1000);
      if (!first) throw new Error('nothing claimed');
      await stores().store.commit({ at: 10, lane: first, inboxDone: [first.row.id] });
      expect(await stores().inbox.claim('w', 10, 1000), 'kept').toBeUndefined();
      expect(await stores().inbox.renew(first, 5000)).toBe(true);
      await stores().store.commit({ at: 11, lane: { ...first, release: true } });
      const second = await stores().inbox.claim('w', 11, 1000);
      expect(second?.row.activity.id).toBe('a-2');
      expect(await stores().inbox.renew(first, 9000), 'the old lease is gone').toBe(false);
      const late = stores().store.commit({ at: 12, lane: first, transcript: [line('a', 'late')] });
      await expect(late).rejects.toThrow(LeaseLostError);
    });

    const nothing = {
      entry: 'old',
      lines: 0,
      outbox: 0,
      timer: undefined,
      media: undefined,
      audit: 0,
      open: 1,
    };

    test('an old fence writes nothing', async () => {
      await stores().inbox.accept([arrival('a', 1)]);
      await put('state/a', 'old', null);
      const stale = await stores().inbox.claim('w1', 10, 1000);
      const newer = await stores().inbox.claim('w2', 1010, 1000);
      if (!stale || !newer) throw new Error('nothing claimed');
      const commit = {
        ...everything,
        at: 1020,
        inboxDone: [stale.row.id],
        entries: [{ key: 'state/a', value: 'new', expected: await version('state/a') }],
      };
      await expect(stores().store.commit({ ...commit, lane: stale })).rejects.toThrow(LeaseLostError);
      expect(await seen()).toEqual(nothing);
      await stores().store.commit({ ...commit, lane: newer });
      expect(await seen()).toMatchObject({ entry: 'new', lines: 2, open: 0 });
    });

    test('a conflict anywhere writes nothing', async () => {
      await stores().inbox.accept([arrival('a', 1)]);
      await put('state/a', 'old', null);
      const lane = await stores().inbox.claim('w', 10, 1000);
      if (!lane) throw new Error('nothing claimed');
      const entries = [
        { key: 'state/a', value: 'new', expected: await version('state/a') },
        { key: 'state/b', value: 'new', expected: 77 },
      ];
      const commit = { ...everything, at: 10, lane, inboxDone: [lane.row.id], entries };
      await expect(stores().store.commit(commit)).rejects.toThrow(ConflictError);
      expect(await seen()).toEqual(nothing);
      await stores().inbox.release(lane);
      expect((await stores().inbox.claim('w', 10, 1000))?.row.activity.id).toBe('a-1');
    });

    test('a refused commit harms no other that arrives with it', async () => {
      await put('k', 'one', null);
      const results = await Promise.allSettled([
        stores().store.commit({ at: 1, transcript: [line('a', 'm1')] }),
        stores().store.commit({
          at: 1,
          transcript: [line('a', 'lost')],
          entries: [{ key: 'k', value: 'x', expected: null }],
        }),
        stores().store.commit({ at: 1, transcript: [line('a', 'm2')] }),
      ]);
      expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      const rows = await stores().transcript.since('line:a', 0, 10);
      expect(rows.map((row) => row.seq)).toEqual([1, 2]);
      expect(rows.map((row) => row.messageId).sort()).toEqual(['m1', 'm2']);
    });

    test('transcript numbers have no gap, whoever writes', async () => {
      const other = (subject().second ?? stores()).store;
      await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          (index % 2 ? other : stores().store).commit({
            at: 1,
            transcript: [line('a', `m${index}`), line('b', `n${index}`)],
          }),
        ),
      );
      for (const name of ['line:a', 'line:b']) {
        const rows = await stores().transcript.since(name, 0, 100);
        expect(rows.map((row) => row.seq)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
      }
    });

    test('the transcript is read from any point', async () => {
      await stores().store.commit({
        at: 1,
        transcript: ['m1', 'm2', 'm3', 'm4'].map((id) => line('a', id, `ข้อความ ${id}`)),
      });
      const { transcript } = stores();
      const ids = (rows: readonly { messageId: string }[]) => rows.map((row) => row.messageId);
      expect(ids(await transcript.since('line:a', 1, 2))).toEqual(['m2', 'm3']);
      expect(ids(await transcript.latest('line:a', 2))).toEqual(['m3', 'm4']);
      expect(await transcript.head('line:a')).toBe(4);
      expect(await transcript.head('line:b')).toBe(0);
      expect((await transcript.since('line:a', 3, 10))[0]).toEqual({
        conversation: 'line:a',
        author: 'user',
        at: 1000,
        messageId: 'm4',
        body: { text: 'ข้อความ m4' },
        seq: 4,
        erased: false,
      });
    });

    test('can tell that it can write', async () => {
      await stores().store.ping();
      await stores().store.ping();
    });
  });
}
