import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../bot/clock.ts';
import type { Lane } from '../../../bot/ports/inbox.ts';
import { openStores } from '../../../bot/stores/open-stores.ts';
import { testKeys } from '../../contracts/keys.ts';
import { says } from '../../fakes/fake-channel.ts';
import { postgresUrl } from '../../services/urls.ts';

describe('a row that arrives while its conversation commits', () => {
  it('is never forgotten by the lane (PostgreSQL, two processes)', { timeout: 120_000 }, async () => {
    const databaseUrl = await postgresUrl();
    const open = () => openStores({ keys: testKeys(), clock: systemClock, databaseUrl });
    const [door, worker] = [await open(), await open()];
    const now = systemClock.now();
    const store = (who: string, n: number) =>
      door.inbox.accept([{ activity: says(who, String(n), n), receivedAt: n, urgent: false }]);
    const commit = ({ conversation, fence, row }: Lane) =>
      worker.store.commit({ lane: { conversation, fence, release: true }, at: now, inboxDone: [row.id] });

    const people = Array.from({ length: 400 }, (_, n) => `p${n}`);
    for (let from = 0; from < people.length; from += 8) {
      const some = people.slice(from, from + 8);
      await Promise.all(some.map((who) => store(who, 1)));
      const lanes: Lane[] = [];
      for (;;) {
        const lane = await worker.inbox.claim('w', now, 600_000);
        if (!lane) break;
        lanes.push(lane);
      }
      expect(lanes).toHaveLength(8);
      await Promise.all(
        lanes.flatMap((lane) => [store(lane.conversation.slice('test:'.length), 2), commit(lane)]),
      );
      const seconds = [];
      for (;;) {
        const lane = await worker.inbox.claim('w', now, 600_000);
        if (!lane) break;
        seconds.push(lane.conversation);
        await commit(lane);
      }
      expect(seconds.sort()).toEqual(some.map((who) => `test:${who}`).sort());
    }
    await door.close();
    await worker.close();
  });
});
