import { describe, expect, it } from 'vitest';
import type { Adapter } from '../../../bot/adapter.ts';
import type { Json } from '../../../bot/json.ts';
import type { Message, Purpose } from '../../../bot/message.ts';
import { planDeliveries } from '../../../bot/worker/plan-deliveries.ts';
import { createManualClock } from '../../fakes/manual-clock.ts';

const clock = createManualClock();
const activity = {
  channel: 'line',
  conversation: 'line:U1',
  address: { to: 'U1' },
  replyHandle: { token: 't', expiresAt: clock.now() + 20_000 },
};

/** A channel that takes two texts a call. */
const adapter: Adapter = {
  channel: 'line',
  paths: [],
  deliveryDeadline: 1000,
  handle: async () => new Response(),
  render: ({ text }) => [[text]],
  join: (bodies) => {
    const texts = bodies.flat() as Json[];
    return Array.from({ length: Math.ceil(texts.length / 2) }, (_, call) =>
      texts.slice(call * 2, call * 2 + 2),
    );
  },
  deliver: async () => ({}),
};

function reply(text: string, purpose: Purpose = 'ordinary') {
  const message: Message = { kind: 'answer', lang: 'en', text, urgency: 'none', purpose };
  return { messageId: `m-${text}`, message };
}

describe('deliveries of a turn', () => {
  it('puts neighbours of one purpose into as few calls as the channel takes, in order', () => {
    const drafts = planDeliveries([reply('a'), reply('b'), reply('c')], activity, adapter, clock);
    expect(drafts.map(({ body }) => body)).toEqual([['a', 'b'], ['c']]);
    expect(new Set(drafts.map(({ key }) => key)).size).toBe(2);
  });

  it('never joins a safety text with another, and gives it the one reply handle', () => {
    const drafts = planDeliveries([reply('a'), reply('119', 'safety'), reply('b')], activity, adapter, clock);
    expect(drafts.map(({ body }) => body)).toEqual([['a'], ['119'], ['b']]);
    expect(drafts.map(({ replyHandle }) => replyHandle !== undefined)).toEqual([false, true, false]);
    expect(drafts.map(({ urgent }) => urgent)).toEqual([false, true, false]);
  });

  it('leaves bodies as they are for a channel that cannot join', () => {
    const { join: _join, ...plain } = adapter;
    const drafts = planDeliveries([reply('a'), reply('b')], activity, plain, clock);
    expect(drafts.map(({ body }) => body)).toEqual([['a'], ['b']]);
  });
});
