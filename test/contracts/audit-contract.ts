import { describe, expect, test } from 'vitest';
import type { Subject } from './store-contract.ts';

/** The audit only grows, and its chain can be checked. */
export function auditContract(subject: Subject): void {
  describe('audit', () => {
    const stores = () => subject().stores;

    test('keeps every entry in order', async () => {
      await stores().store.commit({
        at: 5,
        audit: [
          { actor: 'bot', action: 'case.opened', subject: 'c1', data: { reasons: ['lexicon:crisis:vi'] } },
          { actor: 'advisor:7', action: 'case.read', subject: 'c1' },
        ],
      });
      expect(await stores().audit.since(0, 10)).toEqual([
        {
          seq: 1,
          at: 5,
          actor: 'bot',
          action: 'case.opened',
          subject: 'c1',
          data: { reasons: ['lexicon:crisis:vi'] },
        },
        { seq: 2, at: 5, actor: 'advisor:7', action: 'case.read', subject: 'c1', data: null },
      ]);
    });

    test('one chain, however many write', async () => {
      expect(await stores().audit.verify()).toMatchObject({ entries: 0, brokenAt: undefined });
      const { second = stores() } = subject();
      await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          (index % 2 ? second : stores()).store.commit({
            at: index,
            audit: [{ actor: 'bot', action: 'test', subject: String(index) }],
          }),
        ),
      );
      const check = await stores().audit.verify();
      expect(check).toMatchObject({ entries: 20, brokenAt: undefined });
      expect(check.head).toMatch(/^[0-9a-f]{64}$/);
      const subjects = (await second.audit.since(0, 100)).map((row) => Number(row.subject));
      expect(subjects.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index));
    });
  });
}
