import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Activity } from '../../../bot/activity.ts';
import { BotError, MalformedError, SignatureError } from '../../../bot/errors.ts';
import { openSlack, type SlackSubject } from './slack-subject.ts';

/** Runs a property; the bench asks for 10,000. */
const RUNS = Number(process.env.SOUDAN_FUZZ_RUNS ?? 400);
const SECRET_WORDS = 'words that must not leak';
const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';

let slack: SlackSubject;
beforeAll(async () => {
  slack = await openSlack();
});
afterAll(() => slack.close());

interface Outcome {
  readonly status: number;
  readonly accepted: readonly Activity[];
}

/** What the server would answer. Anything but our own two errors fails the run. */
async function post(request: Request): Promise<Outcome> {
  const accepted: Activity[] = [];
  try {
    const response = await slack.adapter.handle(request, async (activities) => {
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

const genuine = () => {
  const body = JSON.stringify(slack.fake.user('sato').message(SECRET_WORDS));
  const seconds = Math.floor(slack.clock.now() / 1000);
  return { body, seconds, signature: slack.fake.webhook.sign(body, seconds) };
};
const request = (body: string | Uint8Array<ArrayBuffer>, seconds: string, signature: string) =>
  new Request('http://bot/slack/events', {
    method: 'POST',
    headers: {
      'content-type': JSON_TYPE,
      'x-slack-request-timestamp': seconds,
      'x-slack-signature': signature,
    },
    body,
  });
const refused = { status: 401, accepted: [] };
const noLeak = () => expect(JSON.stringify(slack.log.lines)).not.toContain(SECRET_WORDS);

describe('forged and broken requests', () => {
  it('S-1 accepts the genuine request that the others are made from', async () => {
    const { body, seconds, signature } = genuine();
    expect(await post(request(body, String(seconds), signature))).toMatchObject({
      status: 200,
      accepted: [{ type: 'message' }],
    });
  });

  it('S-1 accepts nothing when a byte of the body is changed, added or missing', async () => {
    const kind = fc.constantFrom('change', 'insert', 'remove');
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 255 }), kind, async (place, difference, how) => {
        const { body, seconds, signature } = genuine();
        const bytes = Buffer.from(body);
        const at = place % bytes.length;
        const byte = ((bytes[at] ?? 0) + difference) % 256;
        const middle = how === 'remove' ? [] : how === 'insert' ? [byte, bytes[at] ?? 0] : [byte];
        const changed = Uint8Array.of(...bytes.subarray(0, at), ...middle, ...bytes.subarray(at + 1));
        expect(await post(request(changed, String(seconds), signature))).toEqual(refused);
      }),
      { numRuns: RUNS },
    );
    noLeak();
  });

  it('S-1 accepts nothing when a digit of the signature or of the time is changed, added or missing', async () => {
    const digit = fc.constantFrom(...'0123456789abcdefABCDEF=v-');
    await fc.assert(
      fc.asyncProperty(fc.boolean(), fc.nat(66), digit, fc.nat(2), async (time, place, other, width) => {
        const { body, seconds, signature } = genuine();
        const given = time ? String(seconds) : signature;
        const at = place % given.length;
        const changed = given.slice(0, at) + other.repeat(width) + given.slice(at + 1);
        fc.pre(changed !== given);
        const made = time ? request(body, changed, signature) : request(body, String(seconds), changed);
        expect(await post(made)).toEqual(refused);
      }),
      { numRuns: RUNS },
    );
  });

  it('lives through any signed JSON and any signed form: stored as unknown and skipped, or malformed', async () => {
    const form = fc.dictionary(
      fc.constantFrom('payload', 'command', 'text', 'team_id', 'x'),
      fc.oneof(fc.string(), fc.json()),
    );
    const body = fc.oneof(
      fc.json().map((text) => [text, JSON_TYPE] as const),
      form.map((fields) => [new URLSearchParams(fields).toString(), FORM_TYPE] as const),
    );
    await fc.assert(
      fc.asyncProperty(body, async ([text, type]) => {
        const { status, accepted } = await post(slack.fake.webhook.raw(text, type));
        expect([200, 400]).toContain(status);
        expect(accepted.filter((activity) => activity.type !== 'unknown')).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('lives through events and interactions with anything in the place of anything', async () => {
    const junk = fc.oneof(
      fc.jsonValue(),
      fc.dictionary(
        fc.constantFrom('id', 'type', 'ts', 'user', 'text', 'value', 'values', '__proto__'),
        fc.jsonValue(),
      ),
    );
    const inner = fc.constantFrom(
      'type',
      'subtype',
      'channel',
      'user',
      'text',
      'ts',
      'thread_ts',
      'files',
      'message',
      'item',
      'tab',
      'tokens',
    );
    const outer = fc.constantFrom(
      'team',
      'user',
      'view',
      'actions',
      'channel',
      'message',
      'container',
      'trigger_id',
      'event',
      'authorizations',
      'enterprise',
    );
    const type = fc.constantFrom(
      'message',
      'app_mention',
      'app_home_opened',
      'tokens_revoked',
      'reaction_added',
    );
    const kind = fc.constantFrom(
      'block_actions',
      'view_submission',
      'view_closed',
      'shortcut',
      'message_action',
      'block_suggestion',
    );
    const user = slack.fake.user('sato');
    const event = fc
      .tuple(type, fc.dictionary(inner, junk, { maxKeys: 4 }))
      .map(([name, fields]) =>
        slack.fake.webhook.event(
          user.envelope({ type: name, channel: 'D1', user: user.id, ts: '1.000001', ...fields }),
        ),
      );
    const interaction = fc.tuple(kind, fc.dictionary(outer, junk, { maxKeys: 5 })).map(([name, fields]) =>
      slack.fake.webhook.interaction({
        type: name,
        team: { id: 'T1' },
        user: { id: 'U1' },
        channel: { id: 'D1' },
        trigger_id: 't',
        ...fields,
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.oneof(event, interaction), async (made) => {
        const { status, accepted } = await post(made);
        expect(status).toBe(200);
        for (const activity of accepted) {
          expect(activity.conversation).toMatch(/^slack:[\w-]{1,64}:[\w-]{1,64}(:[\w.-]{1,64})?$/);
          expect(activity.id).not.toBe('');
          expect(Number.isSafeInteger(activity.at)).toBe(true);
          expect(JSON.parse(JSON.stringify(activity))).toEqual(activity);
        }
      }),
      { numRuns: RUNS },
    );
    noLeak();
  });
});
