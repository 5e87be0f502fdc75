import { describe, expect, it } from 'vitest';
import type { Activity } from '../../../bot/activity.ts';
import type { Middleware } from '../../../bot/middleware.ts';
import { answer, createFakeChannel, says, textOf } from '../../fakes/fake-channel.ts';
import { harness } from '../../fakes/runtime-harness.ts';

const echo: Middleware = async (turn) => turn.reply(answer(`you said ${textOf(turn.activity)}`));

const event = (type: 'left' | 'joined', at: number): Activity => {
  const { text: _text, messageId: _id, type: _type, ...base } = says('ana', type, at);
  return { ...base, type };
};

const retraction = (messageId: string, at: number): Activity => {
  const { text: _text, messageId: _id, type: _type, ...base } = says('ana', 'retracted', at);
  return { ...base, type: 'retracted', messageId };
};

describe('events that are no questions', () => {
  it('mayReply false: stored and remembered, never answered (L-9)', async () => {
    const { runtime, channel, clock, stores, until } = await harness([
      async (turn) => {
        turn.openCase({ kind: 'crisis', urgency: 'critical', language: 'en', reasons: ['test'] });
        await echo(turn, async () => {});
      },
    ]);
    await runtime.accept([says('ana', 'standby', clock.now(), { mayReply: false })]);
    await until(async () => expect((await stores.inbox.depth(0)).open).toBe(0));
    expect((await stores.transcript.since('test:ana', 0, 9)).map(({ author }) => author)).toEqual(['user']);
    expect((await stores.outbox.depth(0)).pending).toBe(0);
    expect(channel.tries).toEqual([]);
  });

  it('unknown: done without a turn (L-10)', async () => {
    const seen: string[] = [];
    const { runtime, clock, stores, until } = await harness([
      async ({ activity }) => void seen.push(textOf(activity)),
    ]);
    const { text: _text, type: _type, ...base } = says('ana', 'x', clock.now());
    await runtime.accept([{ ...base, type: 'unknown', what: 'membership' }]);
    await until(async () => expect((await stores.inbox.depth(0)).open).toBe(0));
    expect(seen).toEqual([]);
  });

  it('left: nothing is pushed any more, until the person comes back', async () => {
    const { runtime, channel, clock, stores, until } = await harness([
      async (turn, next) => {
        if (textOf(turn.activity) === 'remind me')
          turn.schedule({ dueAt: turn.now + 60_000, value: 'reminder' });
        await next();
      },
      echo,
    ]);
    channel.before = async (_delivery, signal) => {
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      throw new Error('hung');
    };
    await runtime.accept([says('ana', 'remind me', clock.now())]);
    await until(() => expect(channel.tries).toHaveLength(1));
    await runtime.accept([event('left', clock.now() + 1)]);
    await until(async () => expect((await stores.inbox.depth(0)).open).toBe(0));
    await clock.advance(120_000);
    expect(channel.tries).toHaveLength(1);
    expect((await stores.outbox.depth(0)).pending).toBe(0);
    channel.before = () => {};
    await runtime.accept([says('ana', 'back', clock.now())]);
    await until(() => expect(channel.shown.map(({ text }) => text)).toEqual(['you said back']));
    const state = (await stores.store.read(['conversation/test:ana'])).get('conversation/test:ana');
    expect(state?.value).not.toHaveProperty('left');
  });

  it('retracted (L-11): the text is gone, before and after it was answered', async () => {
    const { runtime, channel, clock, stores, until } = await harness([echo]);
    const secret = says('ana', 'secret', clock.now());
    await runtime.accept([secret]);
    await until(() => expect(channel.shown).toHaveLength(1));
    await runtime.accept([retraction(secret.messageId ?? '', clock.now() + 1)]);
    await until(async () => {
      const [line] = await stores.transcript.since('test:ana', 0, 1);
      expect(line).toMatchObject({ erased: true, body: null });
    });

    const late = says('ana', 'never read', clock.now() + 5_000);
    await runtime.accept([retraction(late.messageId ?? '', clock.now() + 6_000)]);
    await until(async () => expect((await stores.inbox.depth(0)).open).toBe(0));
    await runtime.accept([late]);
    await until(async () => expect((await stores.inbox.depth(0)).open).toBe(0));
    expect(channel.shown).toHaveLength(1);
    const lines = await stores.transcript.since('test:ana', 0, 9);
    expect(JSON.stringify(lines)).not.toContain('never read');
  });

  it('L-7: a stale event is answered, but outside of the flow, and overwrites nothing newer', async () => {
    const flows: unknown[] = [];
    const { runtime, channel, clock, stores, until } = await harness([
      async (turn, next) => {
        flows.push(turn.state.flow?.step);
        turn.state.flow = { id: 'injury', version: 1, step: textOf(turn.activity), answers: {} };
        if (textOf(turn.activity) === 'old danger')
          turn.state.danger = { kind: 'crisis', since: turn.now, last: turn.now, said: 1 };
        await next();
      },
      echo,
    ]);
    await runtime.accept([says('ana', 'new', clock.now())]);
    await until(() => expect(channel.shown).toHaveLength(1));
    await runtime.accept([says('ana', 'old', clock.now() - 60_000)]);
    await until(() => expect(channel.shown).toHaveLength(2));
    await runtime.accept([says('ana', 'old danger', clock.now() - 61_000)]);
    await until(() => expect(channel.shown).toHaveLength(3));
    const state = (await stores.store.read(['conversation/test:ana'])).get('conversation/test:ana');
    expect(state?.value).toMatchObject({
      flow: { step: 'new' },
      danger: { kind: 'crisis' },
      lastAt: clock.now(),
    });
    expect(flows).toEqual([undefined, undefined, undefined]);
  });

  it('timers come back as actions in the same lane, and show nothing in the transcript', async () => {
    const { runtime, channel, clock, stores, until } = await harness([
      async (turn) => {
        if (turn.activity.type === 'action') turn.reply(answer(`timer ${turn.activity.value}`));
        else turn.schedule({ dueAt: turn.now + 3_600_000, value: 'check-in' });
      },
    ]);
    await runtime.accept([says('ana', 'hi', clock.now())]);
    await until(async () => expect(await stores.timers.nextAt()).toBe(clock.now() + 3_600_000));
    await clock.advance(3_599_000);
    expect(channel.shown).toEqual([]);
    await clock.advance(2_000);
    await until(() => expect(channel.shown.map(({ text }) => text)).toEqual(['timer check-in']));
    expect(channel.tries[0]?.address).toEqual({ to: 'ana' });
    expect((await stores.transcript.since('test:ana', 0, 9)).map(({ author }) => author)).toEqual([
      'user',
      'bot',
    ]);
  });

  it('asks the profile for a first language once, and never makes danger wait for it (L-31)', async () => {
    const asked: unknown[] = [];
    const channel = createFakeChannel('test', {
      profileLanguage: async (address) => {
        asked.push(address);
        if (asked.length > 1) await new Promise(() => {});
        return 'vi';
      },
    });
    const locales: unknown[] = [];
    const { runtime, clock, until } = await harness(
      [async ({ activity }) => void locales.push(activity.locale)],
      { channel },
    );
    await runtime.accept([says('ana', '1', clock.now()), says('ana', '2', clock.now() + 1)]);
    await until(() => expect(locales).toEqual(['vi', undefined]));
    await runtime.accept([says('ben', 'danger', clock.now())]);
    await until(() => expect(locales).toHaveLength(3));
    expect(asked).toHaveLength(1);
    await runtime.accept([says('eva', 'hangs', clock.now())]);
    await until(() => expect(asked).toHaveLength(2));
    await clock.advance(900);
    await until(() => expect(locales).toEqual(['vi', undefined, undefined, undefined]));
  });
});
