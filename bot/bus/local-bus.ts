import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Bus } from '../ports/bus.ts';
import { createDispatcher } from './dispatcher.ts';

/** Expired counters and members are swept when a map has grown by this many entries. */
const SWEEP_EVERY = 1_000;

/** The bus of a single process: nothing leaves it, nothing survives it. */
export function createLocalBus(options: { readonly clock: Clock; readonly log: Log }): Bus {
  const { clock, log } = options;
  const dispatcher = createDispatcher(() =>
    log.error('A bus listener threw; mend the listener, the others still ran.', { component: 'bus' }),
  );
  const counters = new Map<string, { count: number; until: number }>();
  const groups = new Map<string, Map<string, number>>();
  let sinceSweep = 0;

  const sweep = (now: number) => {
    sinceSweep += 1;
    if (sinceSweep < SWEEP_EVERY) return;
    sinceSweep = 0;
    for (const [key, counter] of counters) if (counter.until <= now) counters.delete(key);
    for (const [name, members] of groups) {
      for (const [member, until] of members) if (until <= now) members.delete(member);
      if (members.size === 0) groups.delete(name);
    }
  };

  return {
    publish: (topic, payload) => dispatcher.dispatch(topic, payload),
    subscribe: dispatcher.subscribe,
    async count(key, windowMs) {
      const now = clock.now();
      sweep(now);
      const window = Math.floor(now / windowMs);
      const name = `${key}:${windowMs}`;
      const until = (window + 1) * windowMs;
      const found = counters.get(name);
      const count = found?.until === until ? found.count + 1 : 1;
      counters.set(name, { count, until });
      return count;
    },
    async present(group, member, ttlMs) {
      const now = clock.now();
      sweep(now);
      const members = groups.get(group) ?? new Map<string, number>();
      members.set(member, now + ttlMs);
      groups.set(group, members);
    },
    async members(group) {
      const now = clock.now();
      return [...(groups.get(group) ?? [])].filter(([, until]) => until > now).map(([member]) => member);
    },
    healthy: () => true,
    close: async () => {},
  };
}
