import { describe, expect, it } from 'vitest';
import type { Clock } from '../../../bot/clock.ts';
import { EmbedQueue } from '../../../knowledge/embedding/embed-queue.ts';

/** A clock whose sleepers wake when told. */
function manualClock() {
  const sleepers: { ms: number; wake: () => void }[] = [];
  const clock: Clock = {
    now: () => 0,
    uuid: () => 'id',
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        sleepers.push({ ms, wake: resolve });
        signal?.addEventListener('abort', () => resolve());
      }),
  };
  return {
    clock,
    pass: (ms: number) => {
      for (const { ms: due, wake } of sleepers) if (due <= ms) wake();
    },
  };
}

/** A sender that answers when told and keeps what it was sent. */
function sender() {
  const sent: { texts: readonly string[]; query: boolean; answer: () => void; fail: () => void }[] = [];
  const send = (texts: readonly string[], query: boolean) =>
    new Promise<readonly Float32Array[]>((resolve, reject) => {
      sent.push({
        texts,
        query,
        answer: () => resolve(texts.map((text) => Float32Array.of(text.length))),
        fail: () => reject(new Error('broken')),
      });
    });
  return { send, sent };
}

const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

describe('embed queue', () => {
  it('puts questions first and together, passages in small portions between them', async () => {
    const { send, sent } = sender();
    const queue = new EmbedQueue(send, manualClock().clock);
    const passages = queue.embed(['p1', 'p2', 'p3', 'p4', 'p5'], false);
    await settled();
    const first = queue.embed(['q1'], true);
    const second = queue.embed(['q2', 'q3'], true);
    for (let turn = 0; turn < 4; turn++) {
      await settled();
      sent[turn]?.answer();
    }
    await Promise.all([passages, first, second]);
    expect(sent.map(({ texts }) => texts)).toEqual([['p1', 'p2'], ['q1', 'q2', 'q3'], ['p3', 'p4'], ['p5']]);
  });

  it('sends at most 16 questions at once and one request at a time', async () => {
    const { send, sent } = sender();
    const queue = new EmbedQueue(send, manualClock().clock);
    const all = queue.embed(
      Array.from({ length: 20 }, (_, index) => `q${index}`),
      true,
    );
    await settled();
    await settled();
    expect(sent.map(({ texts }) => texts.length)).toEqual([16]);
    sent[0]?.answer();
    await settled();
    sent[1]?.answer();
    expect((await all).length).toBe(20);
  });

  it('gives up at the deadline and does not send what nobody waits for', async () => {
    const { send, sent } = sender();
    const { clock, pass } = manualClock();
    const queue = new EmbedQueue(send, clock);
    const slow = queue.embed(['slow'], true);
    await settled();
    const late = queue.embed(['late'], true);
    pass(800);
    await expect(slow).rejects.toMatchObject({ code: 'embedder_late' });
    await expect(late).rejects.toMatchObject({ code: 'embedder_late' });
    sent[0]?.answer();
    await settled();
    expect(sent).toHaveLength(1);
    expect(queue.length).toBe(0);
  });

  it('waits longer where nobody waits for it', async () => {
    const { send, sent } = sender();
    const { clock, pass } = manualClock();
    const queue = new EmbedQueue(send, clock, 20_000);
    const answer = queue.embed(['a'], true);
    await settled();
    pass(800);
    sent[0]?.answer();
    expect(await answer).toHaveLength(1);
  });

  it('lets go when the turn is aborted, and goes on after a failure', async () => {
    const { send, sent } = sender();
    const queue = new EmbedQueue(send, manualClock().clock);
    const abort = new AbortController();
    const failing = queue.embed(['a'], true);
    await settled();
    const aborted = queue.embed(['b'], true, abort.signal);
    const next = queue.embed(['c'], true);
    abort.abort(new Error('danger'));
    await expect(aborted).rejects.toThrow('danger');
    sent[0]?.fail();
    await expect(failing).rejects.toThrow('broken');
    await settled();
    sent[1]?.answer();
    expect([...(await next)].map((vector) => vector[0])).toEqual([1]);
    expect(sent[1]?.texts).toEqual(['c']);
  });
});
