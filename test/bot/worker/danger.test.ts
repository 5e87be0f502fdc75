import { describe, expect, it } from 'vitest';
import type { Middleware } from '../../../bot/middleware.ts';
import { answer, says, textOf } from '../../fakes/fake-channel.ts';
import { harness } from '../../fakes/runtime-harness.ts';

/** Says the fixed text at once on danger; hangs on `slow` without ever listening to the signal. */
function guarded(started: string[]): Middleware {
  let slowOnes = 0;
  return async (turn) => {
    const text = textOf(turn.activity);
    started.push(text);
    if (text.includes('danger'))
      return turn.reply(answer(`help ${text}`, { kind: 'crisis', purpose: 'safety', urgency: 'critical' }));
    if (text.startsWith('slow')) {
      slowOnes += 1;
      if (slowOnes === 1 || text.includes('for ever')) await new Promise(() => {});
    }
    turn.reply(answer(`you said ${text}`));
  };
}

describe('danger', () => {
  it('stops the running turn of its conversation, is answered first, and the turn runs again', async () => {
    const started: string[] = [];
    const { runtime, channel, clock, until } = await harness([guarded(started)]);
    await runtime.accept([says('ana', 'slow', clock.now())]);
    await until(() => expect(started).toEqual(['slow']));
    await runtime.accept([says('ana', 'danger', clock.now() + 1)]);
    await until(() =>
      expect(channel.shown.map(({ text }) => text)).toEqual(['help danger', 'you said slow']),
    );
    expect(started).toEqual(['slow', 'danger', 'slow']);
  });

  it('finds its way when the bus told nothing', async () => {
    const started: string[] = [];
    const { runtime, channel, clock, stores, until } = await harness([guarded(started)]);
    await runtime.accept([says('ana', 'slow', clock.now())]);
    await until(() => expect(started).toEqual(['slow']));
    const activity = says('ana', 'danger', clock.now() + 1);
    await stores.inbox.accept([{ activity, receivedAt: clock.now(), urgent: true }]);
    await clock.advance(2_000);
    await until(() => expect(channel.shown[0]?.text).toBe('help danger'));
  });

  it('is claimed while every ordinary lane hangs, and before all that waits', async () => {
    const started: string[] = [];
    const { runtime, channel, clock, until } = await harness([guarded(started)], {
      lanes: 2,
      urgentLanes: 1,
    });
    const at = clock.now();
    await runtime.accept([says('a', 'slow for ever', at), says('b', 'slow for ever', at)]);
    await until(() => expect(started).toHaveLength(2));
    await runtime.accept([says('c', 'hello', at + 1), says('d', 'hello', at + 2)]);
    await runtime.accept([says('e', 'danger 1', at + 3), says('f', 'danger 2', at + 4)]);
    await until(() =>
      expect(channel.shown.map(({ text }) => text)).toEqual(['help danger 1', 'help danger 2']),
    );
    expect(started).not.toContain('hello');
  });

  it('is found behind full lanes when the bus told nothing', async () => {
    const started: string[] = [];
    const { runtime, channel, clock, stores, until } = await harness([guarded(started)], { lanes: 1 });
    await runtime.accept([says('a', 'slow for ever', clock.now())]);
    await until(() => expect(started).toHaveLength(1));
    const activity = says('b', 'danger', clock.now());
    await stores.inbox.accept([{ activity, receivedAt: clock.now(), urgent: true }]);
    await clock.advance(1_000);
    await until(() => expect(channel.shown.map(({ text }) => text)).toEqual(['help danger']));
  });

  it('a second danger message does not stop the first', async () => {
    const started: string[] = [];
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const { runtime, channel, clock, until } = await harness([
      async (turn) => {
        started.push(textOf(turn.activity));
        if (started.length === 1) await gate;
        turn.reply(answer(textOf(turn.activity), { purpose: 'safety' }));
      },
    ]);
    await runtime.accept([says('ana', 'danger 1', clock.now())]);
    await until(() => expect(started).toHaveLength(1));
    await runtime.accept([says('ana', 'danger 2', clock.now() + 1)]);
    await clock.advance(2_000);
    open();
    await until(() => expect(channel.shown.map(({ text }) => text)).toEqual(['danger 1', 'danger 2']));
    expect(started).toEqual(['danger 1', 'danger 2']);
  });

  it('overtakes an ordinary delivery of its own conversation that hangs', async () => {
    const { runtime, channel, clock, until } = await harness([guarded([])]);
    channel.before = async ({ purpose }) => {
      if (purpose === 'ordinary') await new Promise(() => {});
    };
    await runtime.accept([says('ana', 'hello', clock.now())]);
    await until(() => expect(channel.tries).toHaveLength(1));
    await runtime.accept([says('ana', 'danger', clock.now() + 1)]);
    await until(() => expect(channel.shown.map(({ text }) => text)).toEqual(['help danger']));
  });
});
