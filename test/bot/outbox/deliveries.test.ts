import { describe, expect, it } from 'vitest';
import { DeliveryError } from '../../../bot/errors.ts';
import type { Middleware } from '../../../bot/middleware.ts';
import { answer, createFakeChannel, says, textOf } from '../../fakes/fake-channel.ts';
import { harness } from '../../fakes/runtime-harness.ts';

const echo: Middleware = async (turn) => {
  const text = textOf(turn.activity);
  turn.reply(answer(text, text.includes('danger') ? { purpose: 'safety' } : {}));
};

const again = (after?: number) =>
  new DeliveryError('busy', 'again', { retry: true, ...(after === undefined ? {} : { after }) });

describe('deliveries', () => {
  it('L-22: every try has the same key and body; tries count up', async () => {
    const { runtime, channel, clock, until } = await harness([echo]);
    channel.before = () => {
      if (channel.tries.length < 4) throw again();
    };
    await runtime.accept([says('ana', 'hello', clock.now())]);
    await clock.advance(60_000);
    await until(() => expect(channel.shown).toHaveLength(1));
    expect(new Set(channel.tries.map(({ key }) => key)).size).toBe(1);
    expect(new Set(channel.tries.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(channel.tries.map(({ tries }) => tries)).toEqual([0, 1, 2, 3]);
  });

  it('backs off with full jitter and never before the platform says', async () => {
    const { runtime, channel, clock, until } = await harness([echo]);
    const waits = [undefined, undefined, 90_000, undefined];
    channel.before = () => {
      if (channel.tries.length <= waits.length) throw again(waits[channel.tries.length - 1]);
    };
    await runtime.accept([says('ana', 'hello', clock.now())]);
    await clock.advance(200_000);
    await until(() => expect(channel.shown).toHaveLength(1));
    const at = channel.tries.map(({ now }) => now);
    // Chance is 0.5: a half of 1, 2, 4, 8 seconds, and the platform's 90 seconds on top of the third.
    expect(at.slice(1).map((now, index) => now - (at[index] ?? 0))).toEqual([500, 1_000, 92_000, 4_000]);
  });

  it('keeps the order of a conversation; others do not wait for it', async () => {
    const { runtime, channel, clock, until } = await harness([echo]);
    channel.before = ({ conversation }) => {
      if (conversation === 'test:ana' && channel.tries.length < 3) throw again();
    };
    const at = clock.now();
    await runtime.accept([says('ana', '1', at), says('ana', '2', at + 1), says('ben', 'b', at + 2)]);
    await until(() => expect(channel.shown).toEqual([{ conversation: 'test:ben', text: 'b' }]));
    await clock.advance(30_000);
    await until(() => expect(channel.shown.map(({ text }) => text)).toEqual(['b', '1', '2']));
  });

  it('one delivery at a time a conversation', async () => {
    let busy = 0;
    const { runtime, channel, clock, until } = await harness([
      async (turn) => {
        for (const n of [1, 2, 3, 4]) turn.reply(answer(String(n)));
      },
    ]);
    channel.before = async () => {
      busy += 1;
      expect(busy).toBe(1);
      await new Promise((resolve) => setImmediate(resolve));
      busy -= 1;
    };
    await runtime.accept([says('ana', 'count', clock.now())]);
    await until(() => expect(channel.shown.map(({ text }) => text)).toEqual(['1', '2', '3', '4']));
  });

  it('a refused message is a dead letter that alerts, and the next one goes out', async () => {
    const { runtime, channel, clock, stores, alarms, until } = await harness([echo]);
    channel.before = ({ body }) => {
      if ((body as { text: string }).text === 'bad')
        throw new DeliveryError('refused', 'no', { retry: false });
    };
    await runtime.accept([says('ana', 'bad', clock.now()), says('ana', 'good', clock.now() + 1)]);
    await until(() => expect(channel.shown.map(({ text }) => text)).toEqual(['good']));
    expect((await stores.outbox.depth(0)).dead).toBe(1);
    expect(alarms.filter(({ level }) => level === 'error').map(({ fields }) => fields.code)).toEqual([
      'refused',
    ]);
    expect(runtime.metrics.text()).toContain('soudan_dead_letters_total{box="outbox"} 1');
  });

  it('L-21: a safety text that no road took raises its case, ordinary texts do not', async () => {
    const unreached: string[] = [];
    const { runtime, channel, clock, until } = await harness([echo], {
      onUndelivered: ({ delivery }, code) => void unreached.push(`${delivery.conversation} ${code}`),
    });
    channel.before = () => {
      throw new DeliveryError('refused', 'no', { retry: false });
    };
    await runtime.accept([says('ana', 'danger', clock.now()), says('ben', 'hello', clock.now())]);
    await until(() => expect(channel.tries).toHaveLength(2));
    await until(() => expect(unreached).toEqual(['test:ana refused']));
  });

  it('gives up at the deadline of the channel', async () => {
    const channel = createFakeChannel('test', { deliveryDeadline: 60_000 });
    const { runtime, clock, stores, alarms, until } = await harness([echo], { channel });
    channel.before = () => {
      throw again();
    };
    const start = clock.now();
    await runtime.accept([says('ana', 'hello', clock.now())]);
    await clock.advance(120_000);
    await until(async () => expect((await stores.outbox.depth(0)).dead).toBe(1));
    expect(alarms.find(({ level }) => level === 'error')?.fields.code).toBe('deadline:busy');
    expect(Math.max(...channel.tries.map(({ now }) => now))).toBeLessThan(start + 60_000);
  });

  it('L-24: what the quota refused goes out with the handle of the next message, the answer by the other road', async () => {
    const { runtime, channel, clock, stores, until } = await harness([echo]);
    channel.before = ({ replyHandle }) => {
      if (!replyHandle && channel.tries.length === 1)
        throw new DeliveryError('quota', 'month is over', { retry: false, quota: true });
    };
    await runtime.accept([says('ana', 'first', clock.now())]);
    await until(async () => expect((await stores.outbox.depth(0)).waiting).toBe(1));
    await clock.advance(60_000);
    expect(channel.tries).toHaveLength(1);
    const replyHandle = { token: 'fresh', expiresAt: clock.now() + 20_000 };
    await runtime.accept([says('ana', 'second', clock.now(), { replyHandle })]);
    await until(() => expect(channel.shown.map(({ text }) => text)).toEqual(['first', 'second']));
    expect(channel.tries.slice(1).map((delivery) => delivery.replyHandle?.token)).toEqual([
      'fresh',
      undefined,
    ]);
  });

  it('the single-use handle goes to the safety text, else to the first call', async () => {
    const { runtime, channel, clock, until } = await harness([
      async (turn) => {
        turn.reply(answer('one'));
        turn.reply(answer('two', textOf(turn.activity) === 'calm' ? {} : { purpose: 'safety' }));
      },
    ]);
    const replyHandle = { token: 'only', expiresAt: clock.now() + 20_000 };
    await runtime.accept([says('ana', 'calm', clock.now(), { replyHandle })]);
    await until(() => expect(channel.tries).toHaveLength(2));
    await runtime.accept([says('ben', 'other', clock.now(), { replyHandle })]);
    await until(() => expect(channel.tries).toHaveLength(4));
    const holders = channel.tries.filter((delivery) => delivery.replyHandle);
    expect(holders.map(({ body, conversation }) => [conversation, (body as { text: string }).text])).toEqual([
      ['test:ana', 'one'],
      ['test:ben', 'two'],
    ]);
  });

  it('a hanging platform is cut, tried again, and holds up neither danger nor others for ever', async () => {
    const { runtime, channel, clock, until } = await harness([echo]);
    channel.before = ({ purpose, tries }, signal) => {
      if (purpose === 'safety' || tries > 0) return;
      return new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(again()));
      });
    };
    const at = clock.now();
    const crowd = Array.from({ length: 100 }, (_, n) => says(`p${n}`, `hello ${n}`, at + n));
    await runtime.accept(crowd);
    await until(() => expect(channel.tries).toHaveLength(64));
    await runtime.accept([says('ana', 'danger', at)]);
    await until(() => expect(channel.shown.map(({ text }) => text)).toEqual(['danger']));
    await clock.advance(60_000);
    await until(() => expect(channel.shown).toHaveLength(101));
  });

  it('an adapter that never listens is left behind, and the message is tried again', async () => {
    const { runtime, channel, clock, until } = await harness([echo]);
    channel.before = ({ tries }) => (tries === 0 ? new Promise(() => {}) : undefined);
    await runtime.accept([says('ana', 'hello', clock.now())]);
    await clock.advance(20_000);
    await until(() => expect(channel.shown).toHaveLength(1));
  });

  it('what a dead process had claimed is delivered after its lease', async () => {
    const { runtime, channel, clock, stores, until } = await harness([echo], { idle: true });
    await stores.store.commit({
      at: clock.now(),
      outbox: [
        {
          id: 'd1',
          key: 'k1',
          channel: 'test',
          conversation: 'test:ana',
          address: null,
          body: { text: 'left over' },
          purpose: 'ordinary',
          urgent: false,
          createdAt: clock.now(),
          deadlineAt: clock.now() + 600_000,
        },
      ],
    });
    expect(await stores.outbox.claim('dead process', clock.now(), 30_000, 10, ['test'])).toHaveLength(1);
    runtime.start();
    await clock.advance(29_000);
    expect(channel.tries).toEqual([]);
    await clock.advance(2_000);
    await until(() => expect(channel.shown.map(({ text }) => text)).toEqual(['left over']));
  });

  it('L-21: tells when the first try that never ended began, until a try has a recorded end', async () => {
    const { runtime, channel, clock, stores, until } = await harness([echo], { idle: true });
    const began = clock.now();
    await stores.store.commit({
      at: began,
      outbox: [
        {
          id: 'd1',
          key: 'k1',
          channel: 'test',
          conversation: 'test:ana',
          address: null,
          body: { text: 'once' },
          purpose: 'ordinary',
          urgent: false,
          createdAt: began,
          deadlineAt: began + 600_000,
        },
      ],
    });
    const claim = async () => {
      const [row] = await stores.outbox.claim('dead process', clock.now(), 10_000, 10, ['test']);
      return row?.delivery.interruptedAt;
    };
    expect(await claim()).toBeUndefined();
    await clock.advance(10_000);
    expect(await claim()).toBe(began);
    await clock.advance(10_000);
    channel.before = () => {
      if (channel.tries.length === 1) throw again();
    };
    runtime.start();
    await clock.advance(30_000);
    await until(() => expect(channel.shown).toHaveLength(1));
    expect(channel.tries.map((delivery) => delivery.interruptedAt)).toEqual([began, undefined]);
    expect(channel.tries.map(({ tries }) => tries)).toEqual([2, 3]);
  });
});
