import { describe, expect, test } from 'vitest';
import type { MediaDraft } from '../../bot/ports/media.ts';
import type { Subject } from './store-contract.ts';

const job = (id: string, createdAt = 100): MediaDraft => ({
  id,
  channel: 'line',
  conversation: 'line:a',
  messageId: `m-${id}`,
  attachment: { id: `content-${id}`, kind: 'image', name: 'ảnh.jpg', ref: { size: 7 } },
  createdAt,
});

/** Rules of the Media port. */
export function mediaContract(subject: Subject): void {
  describe('media', () => {
    const media = () => subject().stores.media;
    const add = (...rows: MediaDraft[]) => subject().stores.store.commit({ at: 1, media: rows });

    test('a job is claimed by one, and its bytes come back', async () => {
      await add(job('f1'), job('f2', 200));
      expect(await media().nextAt(0)).toBe(100);
      const claimed = await media().claim('w', 150, 1000, 5);
      expect(claimed).toEqual([{ ...job('f1'), fence: 1, tries: 0 }]);
      expect(await media().claim('w', 150, 1000, 5)).toEqual([]);
      expect(await media().read('f1')).toBeUndefined();
      const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 251);
      expect(await media().store('f1', 1, bytes, 'image/jpeg')).toBe(true);
      const read = await media().read('f1');
      expect(read?.contentType).toBe('image/jpeg');
      expect(Buffer.from(read?.bytes ?? []).equals(bytes)).toBe(true);
      expect(await media().store('f1', 1, bytes, 'image/jpeg')).toBe(false);
    });

    test('an old fence stores nothing', async () => {
      await add(job('f1'));
      await media().claim('w1', 100, 1000, 1);
      const [newer] = await media().claim('w2', 1100, 1000, 1);
      expect(newer).toMatchObject({ fence: 2, tries: 1 });
      expect(await media().store('f1', 1, Buffer.from('x'), 'text/plain')).toBe(false);
      expect(await media().fail('f1', 1, 'late', undefined)).toBe(false);
      expect(await media().store('f1', 2, Buffer.from('y'), 'text/plain')).toBe(true);
    });

    test('a failed job comes again at its time, or never', async () => {
      await add(job('f1'));
      const [first] = await media().claim('w', 100, 1000, 1);
      expect(await media().fail('f1', first?.fence ?? 0, 'timeout', 500)).toBe(true);
      expect(await media().claim('w', 499, 1000, 1)).toEqual([]);
      const [again] = await media().claim('w', 500, 1000, 1);
      expect(again).toMatchObject({ id: 'f1', tries: 1 });
      expect(await media().fail('f1', again?.fence ?? 0, 'gone', undefined)).toBe(true);
      expect(await media().claim('w', 1e9, 1000, 1)).toEqual([]);
      expect(await media().nextAt(0)).toBeUndefined();
    });
  });
}
