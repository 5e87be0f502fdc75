import { expect } from 'vitest';
import type { Activity } from '../../../bot/activity.ts';
import type { Delivery, Receipt } from '../../../bot/adapter.ts';
import { DeliveryError } from '../../../bot/errors.ts';
import type { LineUser } from '../../fakes/line/line-user.ts';
import { type LineSubject, openLine } from './line-subject.ts';

/** A person who has just written, and the adapter that answers. */
export interface Sending {
  readonly line: LineSubject;
  readonly user: LineUser;
  readonly activity: Activity;
  /** One try to say "Hello." */
  send(fields?: Partial<Delivery>): Promise<Receipt>;
  /** Lets the reply token grow stale (L-20). */
  stale(): Promise<void>;
  /** Lets `ms` milliseconds pass once the hanging call has reached LINE; fails when `sent` ends earlier. */
  afterHang<T>(pathEnd: string, ms: number, sent: Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** See {@link Sending}. */
export async function openSending(): Promise<Sending> {
  const line = await openLine();
  const user = line.fake.user('linh');
  const event = user.event({ type: 'message', message: { type: 'text', id: '1', text: 'hi' } });
  const [activity] = await line.receive(event);
  if (!activity) throw new Error('nothing was accepted');
  return {
    line,
    user,
    activity,
    send: (fields = {}) =>
      line.adapter.deliver(line.delivery(activity, fields), new AbortController().signal),
    stale: () => line.clock.advance(20_000),
    async afterHang(pathEnd, ms, sent) {
      sent.catch(() => {});
      while (line.fake.calls(pathEnd).length === 0) await new Promise((resolve) => setImmediate(resolve));
      await line.clock.advance(ms - 1);
      const pending = Symbol('pending');
      expect(await Promise.race([sent, Promise.resolve(pending)]), 'given up too early').toBe(pending);
      await line.clock.advance(1);
      return sent;
    },
    async close() {
      expect(line.fake.rejections).toEqual([]);
      await line.close();
    },
  };
}

/** The DeliveryError of a try; throws when the try did not fail so. */
export async function failureOf(sent: Promise<Receipt>): Promise<DeliveryError> {
  const outcome = await sent.catch((error: unknown) => error);
  if (outcome instanceof DeliveryError) return outcome;
  throw new Error(`expected a DeliveryError, got ${JSON.stringify(outcome)}`);
}
