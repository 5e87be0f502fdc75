import { createHash } from 'node:crypto';
import type { Activity } from '../../bot/activity.ts';
import type { Clock } from '../../bot/clock.ts';
import { MalformedError } from '../../bot/errors.ts';
import type { Log } from '../../bot/log.ts';
import { slackId } from './address.ts';
import { createSlackRouter } from './bolt-router.ts';
import { unknownActivity } from './parse-event.ts';
import { envelope, revokedEvent } from './payload-schema.ts';
import { readBody, type SlackPayload } from './read-body.ts';
import { createSyncAnswers, type SlackForms } from './sync-answers.ts';
import { verifySlackSignature } from './verify.ts';

/** A verified request, understood. Nothing is stored yet. */
interface Received {
  readonly activities: readonly Activity[];
  /** What to answer once everything is stored. */
  readonly answer: Response;
  /** The click's right to open a form (lives 3 s). */
  readonly triggerId: string | undefined;
  /** Team whose tokens are worth nothing any more (S-11). */
  readonly uninstalled: string | undefined;
}

/** What the receiver needs. */
interface ReceiverOptions {
  readonly signingSecret: string;
  readonly forms: SlackForms | undefined;
  readonly clock: Clock;
  readonly log: Log;
}

const empty = () => new Response(null, { status: 200 });

/** The team that a payload speaks of, for a log and for what we cannot read. */
function teamOf(payload: SlackPayload): string {
  const { team_id, team } = payload;
  const id = typeof team === 'object' && team !== null && 'id' in team ? team.id : team_id;
  const parsed = slackId.safeParse(id);
  return parsed.success ? parsed.data : 'nobody';
}

/** S-11: the app was removed, or the bot's tokens were revoked (a person's own tokens do not concern us). */
function uninstalledTeam(payload: SlackPayload): string | undefined {
  const parsed = envelope.safeParse(payload);
  if (!parsed.success) return undefined;
  const { event, team_id: team } = parsed.data;
  if (event.type === 'app_uninstalled') return team;
  if (event.type !== 'tokens_revoked') return undefined;
  const revoked = revokedEvent.safeParse(event);
  return revoked.success && (revoked.data.tokens.bot ?? []).length > 0 ? team : undefined;
}

/** Our own receiver: proves, reads and translates a request; whoever calls it stores before the answer goes out (S-5). */
export function createReceiver(options: ReceiverOptions): (request: Request) => Promise<Received> {
  const { signingSecret, clock, log } = options;
  const route = createSlackRouter(createSyncAnswers(options.forms));

  /** A payload that Slack signed but that we cannot read: stored and skipped, once. */
  const unread = (payload: SlackPayload, body: Uint8Array, now: number): Activity => {
    const id =
      typeof payload.event_id === 'string' && payload.event_id !== ''
        ? payload.event_id.slice(0, 64)
        : undefined;
    const hash = createHash('sha256').update(body).digest('hex').slice(0, 40);
    const what = typeof payload.type === 'string' ? payload.type : 'untyped';
    return unknownActivity(id ?? `sha256-${hash}`, teamOf(payload), now, what);
  };

  return async (request) => {
    const now = clock.now();
    const none = { activities: [], triggerId: undefined, uninstalled: undefined };
    if (request.method !== 'POST')
      return { ...none, answer: new Response(null, { status: 405, headers: { allow: 'POST' } }) };
    const body = new Uint8Array(await request.arrayBuffer());
    const signed = {
      timestamp: request.headers.get('x-slack-request-timestamp'),
      signature: request.headers.get('x-slack-signature'),
    };
    verifySlackSignature(signingSecret, body, signed, now);
    const payload = readBody(body, request.headers.get('content-type'));
    // Only after the signature: an unsigned `ssl_check` was once a way around it (S-2).
    if (payload.ssl_check !== undefined) return { ...none, answer: empty() };
    if (payload.type === 'url_verification') {
      const { challenge } = payload;
      if (typeof challenge !== 'string') throw new MalformedError('The Slack URL check has no challenge.');
      const headers = { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' };
      return { ...none, answer: new Response(challenge, { headers }) };
    }
    if (payload.type === undefined && payload.command === undefined && payload.event === undefined)
      throw new MalformedError('The Slack payload has no type.');
    if (payload.type === 'app_rate_limited')
      log.error('Slack drops events: more than 30,000 an hour from one team (S-4). Look at that team.', {
        channel: 'slack',
        event: 'app_rate_limited',
      });

    // Bolt trusts shapes: what it cannot digest is not worth another delivery by Slack.
    const routed = await route(payload, now).catch((error: unknown) => {
      const code = error instanceof Error ? error.name : 'unknown';
      log.warn('A Slack payload could not be read; it is stored as unknown.', { channel: 'slack', code });
      return { activities: [], answer: undefined };
    });
    const uninstalled = uninstalledTeam(payload);
    if (uninstalled)
      log.error('A Slack team has removed the app or its tokens; nothing can be sent there.', {
        channel: 'slack',
        event: 'uninstalled',
      });
    const answered = routed.answer !== undefined && routed.answer !== '';
    const activities =
      routed.activities.length > 0 || answered ? routed.activities : [unread(payload, body, now)];
    return {
      activities,
      answer: answered ? Response.json(routed.answer) : empty(),
      triggerId: typeof payload.trigger_id === 'string' ? payload.trigger_id : undefined,
      uninstalled,
    };
  };
}
