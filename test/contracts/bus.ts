import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Json } from '../../bot/json.ts';
import type { Bus } from '../../bot/ports/bus.ts';

/** What every bus must do. `open` gives a working bus; `now` is the time its clock shows and may be set. */
export function busContract(name: string, open: (time: { now: number }) => Promise<Bus>): void {
  describe(`bus contract: ${name}`, () => {
    const time = { now: 1_000_000 };
    let bus: Bus;
    beforeEach(async () => {
      time.now += 10_000_000;
      bus = await open(time);
    });
    afterEach(() => bus.close());

    it('brings a publication to every listener of its topic, and to no other', async () => {
      const heard: Json[] = [];
      bus.subscribe('a', (payload) => heard.push(['first', payload]));
      bus.subscribe('a', (payload) => heard.push(['second', payload]));
      bus.subscribe('b', (payload) => heard.push(['other', payload]));
      bus.publish('a', { n: 1 });
      await vi.waitFor(() => expect(heard).toHaveLength(2));
      expect(heard).toEqual([
        ['first', { n: 1 }],
        ['second', { n: 1 }],
      ]);
    });

    it('never calls a listener inside publish, and keeps the order of publications', async () => {
      const heard: Json[] = [];
      bus.subscribe('a', (payload) => heard.push(payload));
      bus.publish('a', 1);
      expect(heard).toEqual([]);
      bus.publish('a', 2);
      bus.publish('a', 3);
      await vi.waitFor(() => expect(heard).toEqual([1, 2, 3]));
    });

    it('an ended subscription hears nothing; the same function twice can be ended once', async () => {
      const heard: Json[] = [];
      const listener = (payload: Json) => void heard.push(payload);
      const end = bus.subscribe('a', listener);
      bus.subscribe('a', listener);
      end();
      end();
      bus.publish('a', 'once');
      await vi.waitFor(() => expect(heard).toEqual(['once']));
    });

    it('a listener that throws harms neither the publisher nor the others', async () => {
      const heard: Json[] = [];
      bus.subscribe('a', () => {
        throw new Error('broken listener');
      });
      bus.subscribe('a', (payload) => heard.push(payload));
      expect(() => bus.publish('a', 1)).not.toThrow();
      await vi.waitFor(() => expect(heard).toEqual([1]));
    });

    it('counts within a window and starts again in the next', async () => {
      time.now = Math.ceil(time.now / 60_000) * 60_000;
      expect([await bus.count('k', 60_000), await bus.count('k', 60_000)]).toEqual([1, 2]);
      expect(await bus.count('other', 60_000)).toBe(1);
      time.now += 59_999;
      expect(await bus.count('k', 60_000)).toBe(3);
      time.now += 1;
      expect(await bus.count('k', 60_000)).toBe(1);
    });

    it('knows who is present until the time is over', async () => {
      await bus.present('desk', 'ana', 1_000);
      await bus.present('desk', 'ben', 5_000);
      expect([...(await bus.members('desk'))].sort()).toEqual(['ana', 'ben']);
      time.now += 1_000;
      expect(await bus.members('desk')).toEqual(['ben']);
      await bus.present('desk', 'ana', 1_000);
      expect([...(await bus.members('desk'))].sort()).toEqual(['ana', 'ben']);
      expect(await bus.members('nobody')).toEqual([]);
    });

    it('is healthy, and nothing rejects after it was closed', async () => {
      expect(bus.healthy()).toBe(true);
      await bus.close();
      expect(() => bus.publish('a', 1)).not.toThrow();
      await expect(bus.count('k', 1_000)).resolves.toBeTypeOf('number');
      await expect(bus.present('g', 'm', 1)).resolves.toBeUndefined();
      await expect(bus.members('g')).resolves.toBeInstanceOf(Array);
    });
  });
}
