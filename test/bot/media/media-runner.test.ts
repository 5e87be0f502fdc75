import { describe, expect, it } from 'vitest';
import { DeliveryError } from '../../../bot/errors.ts';
import type { Media } from '../../../bot/ports/media.ts';
import { createFakeChannel, says } from '../../fakes/fake-channel.ts';
import { harness } from '../../fakes/runtime-harness.ts';

const PDF = Buffer.from('%PDF-1.7 a doctor’s note');

/** A channel whose n-th fetch does as `script[n]` says; the last one repeats. */
function fetching(...script: (() => Promise<Uint8Array> | Uint8Array)[]) {
  let calls = 0;
  const channel = createFakeChannel('test', {
    fetch: async () => {
      const step = script[Math.min(calls, script.length - 1)];
      calls += 1;
      return { bytes: (await step?.()) ?? new Uint8Array(), contentType: 'image/jpeg' };
    },
  });
  return { channel, calls: () => calls };
}

const photo = (at: number) =>
  says('ana', '', at, {
    attachments: [{ id: 'c1', kind: 'file', contentType: 'image/jpeg', name: 'a.jpg', ref: 'private' }],
  });

/** Ids of stored jobs: the runner's own store calls, seen on the way. */
function watch(media: Media) {
  const stored: string[] = [];
  const store = media.store;
  media.store = async (id, ...rest) => {
    const done = await store(id, ...rest);
    if (done) stored.push(id);
    return done;
  };
  return stored;
}

describe('attachments', () => {
  it('are fetched at once, typed by content, and come back as they are', async () => {
    const { channel } = fetching(() => PDF);
    const { runtime, stores, clock, until } = await harness([], { channel, idle: true });
    const stored = watch(stores.media);
    runtime.start();
    await runtime.accept([photo(clock.now())]);
    await until(() => expect(stored).toHaveLength(1));
    const [line] = await stores.transcript.since('test:ana', 0, 1);
    const shown = { id: 'c1', kind: 'file', contentType: 'image/jpeg', name: 'a.jpg', media: stored[0] };
    expect(line?.body).toMatchObject({ attachments: [shown] });
    expect(JSON.stringify(line?.body)).not.toContain('private');
    const file = await stores.media.read(stored[0] ?? '');
    expect(file?.contentType).toBe('application/pdf');
    expect(Buffer.from(file?.bytes ?? [])).toEqual(PDF);
  });

  it('are tried again after a fault, and cut when the platform hangs', async () => {
    const { channel, calls } = fetching(
      () => Promise.reject(new DeliveryError('line_500', 'again', { retry: true })),
      () => Promise.reject(new TypeError('network')),
      () => PDF,
    );
    const { runtime, stores, clock, until } = await harness([], { channel, idle: true });
    const stored = watch(stores.media);
    runtime.start();
    await runtime.accept([photo(clock.now())]);
    await until(() => expect(calls()).toBe(1));
    await clock.advance(30_000);
    await until(() => expect(stored).toHaveLength(1));
    expect(calls()).toBe(3);
  });

  it.each([
    ['too large', () => Buffer.concat([PDF, Buffer.alloc(100)]), 'too_large'],
    ['of no type that we keep', () => Buffer.from([0, 1, 2, 3]), 'type_refused'],
    ['gone', () => Promise.reject(new DeliveryError('line_404', 'gone', { retry: false })), 'line_404'],
  ])('what is %s is given up at once and said in one line', async (_what, step, code) => {
    const { channel, calls } = fetching(step);
    const { runtime, stores, clock, alarms, until } = await harness([], {
      channel,
      idle: true,
      maxMediaBytes: 100,
    });
    const stored = watch(stores.media);
    runtime.start();
    await runtime.accept([photo(clock.now())]);
    await until(() => expect(alarms.map(({ fields }) => fields.code)).toEqual([code]));
    await clock.advance(600_000);
    expect([calls(), stored]).toEqual([1, []]);
  });

  it('are given up after ten tries', async () => {
    const { channel, calls } = fetching(() => Promise.reject(new TypeError('network')));
    const { runtime, clock, alarms, until } = await harness([], { channel });
    await runtime.accept([photo(clock.now())]);
    await clock.advance(2 * 3_600_000);
    await until(() => expect(alarms).toHaveLength(1));
    expect(calls()).toBe(10);
    expect(alarms[0]?.fields).toMatchObject({ code: 'TypeError', tries: 10 });
  });
});
