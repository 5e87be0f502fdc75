import { setImmediate } from 'node:timers';
import { describe, expect, it } from 'vitest';
import type { Clock } from '../../bot/clock.ts';
import { createTurnstile, ROUND_MS } from '../../bot/turnstile.ts';

/** Four turns that want to compute at once, each for `ms`; `door` runs once a round of the event loop. */
async function busyMoment(ms: number): Promise<string[]> {
  let now = 0;
  const clock: Clock = { now: () => now, uuid: () => '', sleep: async () => {} };
  const pass = createTurnstile(clock);
  const seen: string[] = [];
  let over = false;
  const door = () => {
    if (over) return;
    seen.push('door');
    setImmediate(door);
  };
  const turn = async (name: string) => {
    await pass();
    await Promise.resolve();
    now += ms;
    seen.push(name);
  };
  const turns = Promise.all(['a', 'b', 'c', 'd'].map(turn));
  setImmediate(door);
  await turns;
  over = true;
  return seen;
}

describe('the turnstile', () => {
  it('gives the door a round between turns that compute for long', async () => {
    expect((await busyMoment(ROUND_MS)).join(' ')).toBe('a door b door c door d');
  });

  it('lets short turns share a round', async () => {
    expect((await busyMoment(1)).join(' ')).toBe('a b c d');
  });

  it('ends the round as soon as its time is used, and opens again later', async () => {
    expect((await busyMoment(3)).join(' ')).toBe('a b door c d');
    expect((await busyMoment(3)).join(' ')).toBe('a b door c d');
  });
});
