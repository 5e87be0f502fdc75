import { describe, expect, it } from 'vitest';
import { BotError } from '../../../bot/errors.ts';
import type { Middleware } from '../../../bot/middleware.ts';
import { turnRetryDelay } from '../../../bot/worker/retry-delay.ts';
import { answer, says, textOf } from '../../fakes/fake-channel.ts';
import { harness } from '../../fakes/runtime-harness.ts';

/** Breaks on messages that begin with `poison`. */
function breaking(tries: string[]): Middleware {
  return async (turn) => {
    const text = textOf(turn.activity);
    tries.push(text);
    if (text.startsWith('poison')) throw new BotError('broken_part', `secret ${text}`);
    turn.reply(answer(`you said ${text}`));
  };
}

describe('a turn that fails', () => {
  it('is tried five times, then is a dead letter that alerts; others go on meanwhile', async () => {
    const tries: string[] = [];
    const { runtime, channel, clock, stores, alarms, until } = await harness([breaking(tries)]);
    await runtime.accept([says('ana', 'poison', clock.now())]);
    await until(() => expect(tries).toHaveLength(1));
    await runtime.accept([says('ana', 'next', clock.now() + 1), says('ben', 'other', clock.now() + 1)]);
    await until(() => expect(channel.shown).toHaveLength(2));
    await clock.advance(200_000);
    await until(async () => expect((await stores.inbox.depth(0)).dead).toBe(1));
    expect(tries.filter((text) => text === 'poison')).toHaveLength(5);
    expect((await stores.inbox.depth(0)).open).toBe(0);
    const loud = alarms.filter(({ level }) => level === 'error');
    expect(loud.map(({ fields }) => [fields.code, fields.tries])).toEqual([['broken_part', 5]]);
    expect(JSON.stringify(alarms)).not.toContain('secret');
    expect(runtime.metrics.text()).toContain('soudan_dead_letters_total{box="inbox"} 1');
  });

  it('the person hears the last words once', async () => {
    const { runtime, channel, clock, stores, until } = await harness([breaking([])], {
      onDead: (row) => answer(`sorry, ${row.activity.from.id}`, { kind: 'unknown' }),
    });
    await runtime.accept([says('ana', 'poison', clock.now())]);
    await clock.advance(200_000);
    await until(() => expect(channel.shown.map(({ text }) => text)).toEqual(['sorry, ana']));
    expect((await stores.transcript.since('test:ana', 0, 9)).map(({ author }) => author)).toEqual(['bot']);
  });

  it('danger has had its five tries within two seconds', async () => {
    const tries: string[] = [];
    const { runtime, clock, until } = await harness([breaking(tries)]);
    await runtime.accept([says('ana', 'poison danger', clock.now())]);
    await clock.advance(2_000);
    await until(() => expect(tries).toHaveLength(5));
    expect([0, 1, 2, 3].reduce((sum, n) => sum + turnRetryDelay(n, true, () => 0.999), 0)).toBeLessThan(
      2_000,
    );
  });

  it('a channel that is off leaves its events in the dead letters, not in the way', async () => {
    const { runtime, channel, clock, stores, until } = await harness([breaking([])]);
    await runtime.accept([says('ana', 'hi', clock.now(), { channel: 'gone', conversation: 'gone:ana' })]);
    await runtime.accept([says('ben', 'hi', clock.now())]);
    await until(() => expect(channel.shown).toHaveLength(1));
    await clock.advance(200_000);
    await until(async () => expect((await stores.inbox.depth(0)).dead).toBe(1));
  });

  it('waits longer each time, by chance between a half and the whole', () => {
    const low = [0, 1, 2, 3].map((tries) => turnRetryDelay(tries, false, () => 0));
    const high = [0, 1, 2, 3].map((tries) => turnRetryDelay(tries, false, () => 0.9999999));
    expect(low).toEqual([500, 2_500, 10_000, 30_000]);
    expect(high).toEqual([1_000, 5_000, 20_000, 60_000]);
  });
});
