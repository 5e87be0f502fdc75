import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Activity } from '../../bot/activity.ts';
import type { Adapter } from '../../bot/adapter.ts';
import { BotError, BusyError, MalformedError, SignatureError } from '../../bot/errors.ts';
import { LANGUAGE_TAGS } from '../../bot/languages.ts';
import type { Message } from '../../bot/message.ts';
import { awkwardMessages } from './awkward-messages.ts';

/** A channel under test, with the platform (or page, or terminal) behind it. */
export interface AdapterSubject {
  readonly adapter: Adapter;
  /** A genuine request in which `person` writes `text`. The same call twice gives two events. */
  message(person: string, text: string): Request | Promise<Request>;
  /** The same event again, as the platform repeats it. Left out when the platform never repeats. */
  repeat?(request: Request): Request | Promise<Request>;
  /** A genuine request that carries the bot's own message back. Left out when the platform has no such echo. */
  own?(text: string): Request | Promise<Request>;
  /** A genuine request with something that does not exist yet. */
  unknown(): Request | Promise<Request>;
  /** A genuine request of the wrong form. */
  malformed(): Request | Promise<Request>;
  /** A request with this body that only claims to be genuine. Left out when the channel is open to everybody. */
  forged?(body: string): Request | Promise<Request>;
  /** What is wrong with a rendered body by the platform's own rules; empty when nothing is. */
  problems(body: unknown): readonly string[];
  /** What `person` has seen from the bot. Left out when the transcript itself is the delivery. */
  seen?(person: string): readonly string[] | Promise<readonly string[]>;
  close(): Promise<void>;
}

const hello: Message = {
  kind: 'smalltalk',
  lang: 'en',
  text: 'Hello there.',
  urgency: 'none',
  purpose: 'ordinary',
};

const delivery = (activity: Activity, body: Parameters<Adapter['deliver']>[0]['body'], id = 'd1') => ({
  id,
  key: '5f0c7d1e-93a2-4c64-8a5e-0e6f5a3c1b2d',
  conversation: activity.conversation,
  address: activity.address,
  body,
  purpose: 'ordinary' as const,
  tries: 0,
  now: activity.at,
  ...(activity.replyHandle ? { replyHandle: activity.replyHandle } : {}),
});

/** The one suite that every channel must pass. `open` gives a fresh channel. */
export function adapterContract(name: string, open: () => Promise<AdapterSubject>): void {
  describe(`adapter contract: ${name}`, () => {
    let subject: AdapterSubject;
    beforeEach(async () => {
      subject = await open();
    });
    afterEach(() => subject.close());

    const receive = async (request: Request) => {
      const accepted: Activity[] = [];
      const response = await subject.adapter.handle(request, async (activities) => {
        accepted.push(...activities);
      });
      return { response, accepted };
    };
    const words = (activities: readonly Activity[]) =>
      activities.flatMap((activity) => (activity.type === 'message' ? [activity.text] : []));

    it('gives a message with its text, its channel and an id that survives JSON', async () => {
      const { response, accepted } = await receive(await subject.message('linh', 'xin chào'));
      expect(response.ok).toBe(true);
      expect(words(accepted)).toEqual(['xin chào']);
      const [activity] = accepted;
      expect(activity).toMatchObject({ channel: subject.adapter.channel });
      expect(activity?.id).not.toBe('');
      expect(JSON.parse(JSON.stringify(accepted))).toEqual(accepted);
    });

    it('gives two events two ids, and the same event the same id', async () => {
      const request = await subject.message('linh', 'one');
      const again = await subject.repeat?.(request.clone());
      const first = await receive(request);
      const second = await receive(await subject.message('linh', 'one'));
      expect(second.accepted[0]?.id).not.toBe(first.accepted[0]?.id);
      if (again) expect((await receive(again)).accepted[0]?.id).toBe(first.accepted[0]?.id);
    });

    it('keeps people apart, and one person in one conversation that begins with the channel', async () => {
      const [first] = (await receive(await subject.message('linh', 'one'))).accepted;
      const [second] = (await receive(await subject.message('linh', 'two'))).accepted;
      const [other] = (await receive(await subject.message('maung', 'one'))).accepted;
      expect(first?.conversation).toBe(second?.conversation);
      expect(first?.conversation).not.toBe(other?.conversation);
      expect(first?.conversation.length).toBeGreaterThan(`${subject.adapter.channel}:`.length);
      expect(first?.conversation.startsWith(`${subject.adapter.channel}:`)).toBe(true);
    });

    it('brings an answer back to the conversation it came from', async () => {
      const [linh] = (await receive(await subject.message('linh', 'hello'))).accepted;
      await receive(await subject.message('maung', 'hello'));
      const bodies = subject.adapter.render(hello);
      if (!subject.seen || !linh) {
        expect(bodies, 'without a platform to ask, the transcript is the delivery').toEqual([]);
        return;
      }
      // Stored and read again, as the outbox does.
      const stored = JSON.parse(JSON.stringify(linh)) as Activity;
      const signal = new AbortController().signal;
      for (const [index, body] of bodies.entries()) {
        await subject.adapter.deliver(delivery(stored, body, `d${index}`), signal);
      }
      expect((await subject.seen('linh')).join('\n')).toContain('Hello there.');
      expect(await subject.seen('maung')).toEqual([]);
    });

    it('never answers its own message', async () => {
      if (!subject.own) return;
      const { accepted } = await receive(await subject.own('Hello there.'));
      expect(words(accepted)).toEqual([]);
    });

    it('stores and skips what it does not know', async () => {
      const { response, accepted } = await receive(await subject.unknown());
      expect(response.ok).toBe(true);
      expect(accepted.filter((activity) => activity.type !== 'unknown')).toEqual([]);
    });

    it('refuses a genuine request of the wrong form with MalformedError, and stores nothing', async () => {
      const accepted: Activity[] = [];
      const handled = subject.adapter.handle(await subject.malformed(), async (activities) => {
        accepted.push(...activities);
      });
      await expect(handled).rejects.toBeInstanceOf(MalformedError);
      expect(accepted).toEqual([]);
    });

    it.each(['{"events":[', 'not JSON', '', '{}'])('verifies before it parses: %j', async (body) => {
      if (!subject.forged) return;
      const accepted: Activity[] = [];
      const handled = subject.adapter.handle(await subject.forged(body), async (activities) => {
        accepted.push(...activities);
      });
      await expect(handled).rejects.toBeInstanceOf(SignatureError);
      expect(accepted).toEqual([]);
    });

    it('answers only after the inbox has stored, and not with success when it has not', async () => {
      const order: string[] = [];
      const request = await subject.message('linh', 'hello');
      await subject.adapter.handle(request, async () => {
        await new Promise((resolve) => setImmediate(resolve));
        order.push('stored');
      });
      order.push('answered');
      expect(order).toEqual(['stored', 'answered']);

      const busy = subject.adapter.handle(await subject.message('linh', 'again'), async () => {
        throw new BusyError('The inbox is full.');
      });
      const outcome = await busy.then(
        (response) => response.status,
        (error: unknown) => error,
      );
      expect(outcome === 503 || outcome instanceof BusyError).toBe(true);
    });

    it('keeps every body within the limits of the platform', () => {
      for (const message of awkwardMessages()) {
        for (const body of subject.adapter.render(message)) expect(subject.problems(body)).toEqual([]);
      }
    });

    it('joins bodies of a turn within the limits, and loses none', () => {
      const bodies = awkwardMessages().flatMap((message) => subject.adapter.render(message));
      const joined = subject.adapter.join?.(bodies) ?? bodies;
      expect(joined.length).toBeLessThanOrEqual(bodies.length);
      for (const body of joined) expect(subject.problems(body)).toEqual([]);
      expect(subject.adapter.join?.([]) ?? []).toEqual([]);
    });

    it('renders the same message to the same bodies, as plain JSON', () => {
      for (const message of awkwardMessages()) {
        const bodies = subject.adapter.render(message);
        expect(subject.adapter.render(message)).toEqual(bodies);
        expect(JSON.parse(JSON.stringify(bodies))).toEqual(bodies);
      }
    });

    it('loses no word of a long text, in any script', () => {
      const long = awkwardMessages().find((message) => message.text.length > 5_000);
      const bodies = subject.adapter.render(long ?? hello);
      if (bodies.length === 0) return;
      const rendered = JSON.stringify(bodies);
      for (const tag of LANGUAGE_TAGS) expect(rendered).toContain(`[${tag}]`);
    });

    it('has a deadline for deliveries, and paths that begin with a slash', () => {
      expect(subject.adapter.deliveryDeadline).toBeGreaterThan(0);
      for (const path of subject.adapter.paths) expect(path.startsWith('/')).toBe(true);
    });

    it('puts no text into its errors', async () => {
      const secret = 'my-secret-sentence';
      const tries = [subject.malformed(), subject.forged?.(`{"text":"${secret}"}`)];
      for (const request of tries) {
        if (!request) continue;
        const error = await subject.adapter
          .handle(await request, async () => {})
          .catch((thrown: unknown) => thrown);
        expect(error).toBeInstanceOf(BotError);
        expect(String(error)).not.toContain(secret);
      }
    });
  });
}
