import { describe, expect, it } from 'vitest';
import type { Middleware } from '../../../bot/middleware.ts';
import { answer, says, textOf } from '../../fakes/fake-channel.ts';
import { harness } from '../../fakes/runtime-harness.ts';

const echo: Middleware = async (turn) => turn.reply(answer(`you said ${textOf(turn.activity)}`));

describe('a turn', () => {
  it('turns a message into a delivered answer, a transcript and a stored state', async () => {
    const { runtime, channel, clock, stores, until } = await harness([
      async (turn, next) => {
        turn.state.lastTopic = 'leave';
        await next();
      },
      echo,
    ]);
    await runtime.accept([says('ana', 'hello', clock.now())]);
    await until(() => expect(channel.shown).toEqual([{ conversation: 'test:ana', text: 'you said hello' }]));
    const lines = await stores.transcript.since('test:ana', 0, 10);
    expect(lines.map(({ seq, author }) => [seq, author])).toEqual([
      [1, 'user'],
      [2, 'bot'],
    ]);
    expect(lines[0]?.messageId).toBe(`m:ana:hello:${clock.now()}`);
    expect(lines[0]?.body).toMatchObject({ type: 'message', text: 'hello' });
    expect(lines[0]?.body).not.toHaveProperty('address');
    const state = (await stores.store.read(['conversation/test:ana'])).get('conversation/test:ana');
    expect(state?.value).toEqual({
      version: 1,
      audience: 'trainee',
      lastTopic: 'leave',
      lastAt: clock.now(),
    });
    expect((await stores.inbox.depth(clock.now())).open).toBe(0);
  });

  it('one at a time a conversation, in the order of event time; other conversations meanwhile', async () => {
    const order: string[] = [];
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    let busy = 0;
    const { runtime, clock, until } = await harness([
      async ({ activity }) => {
        const mine = activity.conversation === 'test:ana';
        if (mine) busy += 1;
        expect(busy).toBeLessThanOrEqual(1);
        order.push(`${activity.from.id} ${textOf(activity)}`);
        if (textOf(activity) === '1') await gate;
        if (mine) busy -= 1;
      },
    ]);
    const at = clock.now();
    await runtime.accept([says('ana', '1', at)]);
    await until(() => expect(order).toEqual(['ana 1']));
    await runtime.accept([says('ana', '3', at + 3), says('ana', '2', at + 2)]);
    await runtime.accept([says('ben', '1b', at + 4)]);
    await until(() => expect(order).toEqual(['ana 1', 'ben 1b']));
    open();
    await until(() => expect(order).toEqual(['ana 1', 'ben 1b', 'ana 2', 'ana 3']));
  });

  it('the same event twice is one turn', async () => {
    const { runtime, channel, clock, until } = await harness([echo]);
    const event = says('ana', 'once', clock.now());
    await Promise.all([runtime.accept([event]), runtime.accept([event])]);
    await runtime.accept([event]);
    await until(() => expect(channel.shown).toHaveLength(1));
    await runtime.accept([event, says('ana', 'other', clock.now() + 1)]);
    await until(() =>
      expect(channel.shown.map(({ text }) => text)).toEqual(['you said once', 'you said other']),
    );
  });

  it('computes again when somebody else changed the state, and says only the last words', async () => {
    let turns = 0;
    const { runtime, channel, clock, stores, until } = await harness([
      async (turn) => {
        turns += 1;
        if (turns === 1)
          await stores.store.commit({
            at: 0,
            entries: [
              { key: 'conversation/test:ana', value: { version: 1, audience: 'company' }, expected: null },
            ],
          });
        turn.reply(answer(`${turn.state.audience} ${turns}`));
      },
    ]);
    await runtime.accept([says('ana', 'hi', clock.now())]);
    await until(() => expect(channel.shown.map(({ text }) => text)).toEqual(['company 2']));
  });

  it('drops a turn whose lane went to another worker', async () => {
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    let started = 0;
    const { runtime, channel, clock, stores, until } = await harness([
      async (turn) => {
        started += 1;
        if (started === 1) await gate;
        turn.reply(answer(`try ${started}`));
      },
    ]);
    await runtime.accept([says('ana', 'hi', clock.now())]);
    await until(() => expect(started).toBe(1));
    // Another worker's clock says that the lease is over.
    const stolen = await stores.inbox.claim('other', clock.now() + 20_000, 1_000);
    expect(stolen?.fence).toBe(2);
    open();
    await until(() => expect(runtime.metrics.text()).toContain('soudan_turns_total{outcome="lease-lost"} 1'));
    expect(channel.tries).toEqual([]);
    if (stolen) await stores.inbox.release(stolen);
    await clock.advance(1_000);
    await until(() => expect(channel.shown.map(({ text }) => text)).toEqual(['try 2']));
  });

  it('keeps its lease for as long as it runs, up to the limit of a turn', async () => {
    let started = 0;
    const { runtime, clock, stores, until } = await harness([
      async () => {
        started += 1;
        if (started === 1) await new Promise(() => {});
      },
    ]);
    await runtime.accept([says('ana', 'hi', clock.now())]);
    await until(() => expect(started).toBe(1));
    await clock.advance(40_000);
    expect(await stores.inbox.claim('other', clock.now(), 1_000)).toBeUndefined();
    await clock.advance(19_000);
    expect(started).toBe(1);
    await clock.advance(5_000);
    await until(() => expect(started).toBe(2));
  });

  it('looks once a beat for rows that nobody announced', async () => {
    const { channel, clock, stores, until } = await harness([echo]);
    await stores.inbox.accept([{ activity: says('ana', 'silent', 1), receivedAt: 1, urgent: false }]);
    await clock.advance(1_000);
    await until(() => expect(channel.shown).toHaveLength(1));
  });

  it('shows "is typing" once, only when the turn takes longer', async () => {
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const { runtime, channel, clock, until } = await harness([
      async (turn) => {
        if (textOf(turn.activity) === 'slow') await gate;
        turn.reply(answer('done'));
      },
    ]);
    await runtime.accept([says('ana', 'fast', clock.now())]);
    await until(() => expect(channel.shown).toHaveLength(1));
    await clock.advance(1_000);
    expect(channel.typed).toBe(0);
    await runtime.accept([says('ana', 'slow', clock.now())]);
    await clock.advance(900);
    expect(channel.typed).toBe(1);
    open();
    await until(() => expect(channel.shown).toHaveLength(2));
    expect(channel.typed).toBe(1);
  });
});
