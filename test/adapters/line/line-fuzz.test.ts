import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Activity } from '../../../bot/activity.ts';
import { BotError, MalformedError, SignatureError } from '../../../bot/errors.ts';
import { type LineSubject, openLine } from './line-subject.ts';

/** Runs a property; the bench asks for 10,000. */
const RUNS = Number(process.env.SOUDAN_FUZZ_RUNS ?? 400);

let line: LineSubject;
beforeAll(async () => {
  line = await openLine();
});
afterAll(() => line.close());

const SECRET_WORDS = 'words that must not leak';

interface Outcome {
  readonly status: number;
  readonly accepted: readonly Activity[];
}

/** What the server would answer. Anything but our own two errors fails the run. */
async function post(body: Uint8Array<ArrayBuffer>, headers: HeadersInit): Promise<Outcome> {
  const accepted: Activity[] = [];
  const request = new Request('http://bot/webhooks/line', { method: 'POST', headers, body });
  try {
    const response = await line.adapter.handle(request, async (activities) => {
      accepted.push(...activities);
    });
    return { status: response.status, accepted };
  } catch (error) {
    if (error instanceof BotError) expect(String(error)).not.toContain(SECRET_WORDS);
    if (error instanceof SignatureError) return { status: 401, accepted };
    if (error instanceof MalformedError) return { status: 400, accepted };
    throw error;
  }
}

function genuine(): { body: Uint8Array<ArrayBuffer>; signature: string } {
  const event = line.fake
    .user('linh')
    .event({ type: 'message', message: { type: 'text', id: '1', text: SECRET_WORDS } });
  const text = JSON.stringify({ destination: `U${'0'.repeat(32)}`, events: [event] });
  return { body: new Uint8Array(Buffer.from(text)), signature: line.fake.webhook.sign(text) };
}

const noLeak = () => expect(JSON.stringify(line.log.lines)).not.toContain(SECRET_WORDS);

describe('forged and broken requests', () => {
  it('L-1 accepts the genuine request that the others are made from', async () => {
    const { body, signature } = genuine();
    expect(await post(body, { 'x-line-signature': signature })).toMatchObject({
      status: 200,
      accepted: [{ type: 'message' }],
    });
  });

  it('L-1 accepts nothing when a byte of the body is changed, added or missing', async () => {
    const mutation = fc.tuple(
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      fc.constantFrom('change', 'insert', 'remove'),
    );
    await fc.assert(
      fc.asyncProperty(mutation, async ([place, difference, kind]) => {
        const { body, signature } = genuine();
        const at = place % body.length;
        const byte = ((body[at] ?? 0) + difference) % 256;
        const middle = kind === 'remove' ? [] : kind === 'insert' ? [byte, body[at] ?? 0] : [byte];
        const changed = Uint8Array.of(...body.subarray(0, at), ...middle, ...body.subarray(at + 1));
        expect(await post(changed, { 'x-line-signature': signature })).toEqual({ status: 401, accepted: [] });
      }),
      { numRuns: RUNS },
    );
    noLeak();
  });

  it('L-1 accepts nothing when a digit of the signature is changed, added or missing', async () => {
    const digit = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=');
    await fc.assert(
      fc.asyncProperty(fc.nat(43), digit, fc.nat(2), async (at, other, width) => {
        const { body, signature } = genuine();
        const changed = signature.slice(0, at) + other.repeat(width) + signature.slice(at + 1);
        fc.pre(changed !== signature);
        expect(await post(body, { 'x-line-signature': changed })).toEqual({ status: 401, accepted: [] });
      }),
      { numRuns: RUNS },
    );
  });

  it('L-1 accepts nothing under headers of any other name or value', async () => {
    const name = fc.constantFrom('x-line-signature', 'x-line-signature-2', 'line-signature', 'authorization');
    const value = fc.string({ unit: fc.constantFrom(...'ABCabc012+/=, ;'), maxLength: 100 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(name, value), { maxLength: 4 }), async (pairs) => {
        const headers = new Headers();
        for (const [key, text] of pairs) headers.append(key, text);
        expect(await post(genuine().body, headers)).toEqual({ status: 401, accepted: [] });
      }),
      { numRuns: RUNS },
    );
  });

  it('L-10 lives through any signed JSON: stored and skipped, or malformed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), async (text) => {
        const { status, accepted } = await post(new Uint8Array(Buffer.from(text)), {
          'x-line-signature': line.fake.webhook.sign(text),
        });
        expect([200, 400]).toContain(status);
        expect(accepted).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('L-10 lives through events with anything in the place of anything', async () => {
    const keys = fc.constantFrom(
      'type',
      'mode',
      'source',
      'timestamp',
      'message',
      'postback',
      'replyToken',
      'webhookEventId',
      'deliveryContext',
      'unsend',
      'follow',
    );
    const nested = fc.constantFrom(
      'type',
      'id',
      'text',
      'userId',
      'groupId',
      'data',
      'keywords',
      'latitude',
      'contentProvider',
      '__proto__',
    );
    const junk = fc.oneof(fc.jsonValue(), fc.dictionary(nested, fc.jsonValue()));
    const type = fc.constantFrom('message', 'postback', 'unsend', 'follow', 'unfollow', 'join');
    await fc.assert(
      fc.asyncProperty(type, fc.dictionary(keys, junk, { maxKeys: 5 }), async (kind, fields) => {
        const event = { ...line.fake.user('linh').event({ type: kind }), ...fields };
        const text = JSON.stringify({ destination: 'U', events: [event] });
        const { status, accepted } = await post(new Uint8Array(Buffer.from(text)), {
          'x-line-signature': line.fake.webhook.sign(text),
        });
        expect([status, accepted.length]).toEqual([200, 1]);
        const [activity] = accepted;
        expect(activity?.conversation).toMatch(/^line:[A-Za-z0-9_-]{1,64}$/);
        expect(activity?.id).not.toBe('');
        expect(Number.isSafeInteger(activity?.at)).toBe(true);
        expect(JSON.parse(JSON.stringify(activity))).toEqual(activity);
      }),
      { numRuns: RUNS },
    );
    noLeak();
  });
});
