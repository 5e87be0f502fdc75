import { Hono } from 'hono';
import type { Activity, AttachmentRef } from '../../../bot/activity.ts';
import type { Accept } from '../../../bot/adapter.ts';
import { MalformedError } from '../../../bot/errors.ts';
import { isLanguageTag } from '../../../bot/languages.ts';
import type { TranscriptRow } from '../../../bot/ports/transcript.ts';
import type { Access } from './access.ts';
import { clientAddress } from './client-address.ts';
import { activityId, readIncoming, toActivity } from './incoming.ts';
import type { Limiter } from './limiter.ts';
import { readMultipart } from './multipart.ts';
import { coreConversation, DEFAULT_LIMITS, type DirectLineOptions } from './options.ts';
import { ownOrigin } from './origin.ts';
import { toDirectLine } from './outgoing.ts';
import { json, Refusal } from './reply.ts';
import type { ReturnVisits } from './return-visits.ts';
import type { Sessions } from './session.ts';
import type { Streams } from './streams.ts';
import { REMEMBER_SECONDS, TOKEN_SECONDS, type TokenClaims } from './token.ts';
import type { Uploads } from './uploads.ts';
import { readWatermark } from './watermark.ts';

const MINUTE = 60_000;
/** UTF-16 units of a JSON body; only uploads may be larger. */
const MAX_JSON = 100_000;
/** Lines given to one poll; the watermark says where the next one goes on. */
const PAGE = 200;

/** What the routes are made of. */
export interface Parts {
  readonly options: DirectLineOptions;
  readonly access: Access;
  readonly sessions: Sessions;
  readonly streams: Streams;
  readonly uploads: Uploads;
  readonly returns: ReturnVisits;
  readonly erase: (conversation: string) => Promise<void>;
  readonly limit: Limiter;
}

/** How Hono hands `accept` to a route. */
export type RouteEnv = { Bindings: { accept: Accept } };

/** Direct Line 3.0 (W-1) and our return codes. */
export function createRoutes(parts: Parts): Hono<RouteEnv> {
  const { options, access, sessions, streams, uploads, returns, erase, limit } = parts;
  const { clock, transcript, tokenKey } = options;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const app = new Hono<RouteEnv>().basePath('/v3/directline');

  const address = (request: Request) =>
    clientAddress(request.headers, options.peerOf?.(request), options.trustProxy ?? false);
  const grant = (claims: TokenClaims | Pick<TokenClaims, 'conv' | 'user' | 'gen'>, renew?: number) => ({
    conversationId: claims.conv,
    token: access.issue(claims, renew),
    expires_in: TOKEN_SECONDS,
  });
  const withStream = (request: Request, claims: TokenClaims, watermark: number) => {
    const url = new URL(request.url);
    const own = ownOrigin({
      ...options,
      host: request.headers.get('host') ?? url.host,
      forwardedProto: request.headers.get('x-forwarded-proto') ?? undefined,
      secure: url.protocol === 'https:',
    });
    const base = own.replace(/^http/, 'ws');
    const query = `watermark=${watermark}&t=${access.issueStream(claims)}`;
    return {
      ...grant(claims),
      streamUrl: `${base}/v3/directline/conversations/${claims.conv}/stream?${query}`,
    };
  };
  const joined = (claims: Pick<TokenClaims, 'conv' | 'user'>, id: string, locale: unknown): Activity => ({
    type: 'joined',
    id: `${claims.conv}|${id}`,
    channel: 'web',
    conversation: coreConversation(claims.conv),
    address: { conversation: claims.conv, user: claims.user },
    from: { id: claims.user, role: 'trainee' },
    at: clock.now(),
    ...(isLanguageTag(locale) ? { locale } : {}),
  });
  const body = async (request: Request): Promise<Record<string, unknown>> => {
    const text = await request.text();
    if (text.length > MAX_JSON) throw new Refusal(413, 'MessageSizeTooBig', 'The body is too large.');
    if (!text.trim()) return {};
    try {
      const value: unknown = JSON.parse(text);
      if (value && typeof value === 'object') return value as Record<string, unknown>;
    } catch {
      // Falls through to the same refusal as JSON that is no object.
    }
    throw new MalformedError('The body is not a JSON object.');
  };

  const end = async (claims: TokenClaims, accept: Accept) => {
    await sessions.update(claims.conv, clock.now(), (now) => ({ ...now, generation: now.generation + 1 }));
    streams.end(claims.conv);
    await accept([{ ...joined(claims, `left-${claims.gen}`, undefined), type: 'left' }]);
  };

  app.post('/tokens/generate', async (c) => {
    await limit(`tokens/${address(c.req.raw)}`, limits.tokensPerMinute, MINUTE);
    const id = () => clock.uuid().replaceAll('-', '');
    return json(200, grant({ conv: id(), user: `dl_${id()}`, gen: 0 }));
  });

  app.post('/tokens/refresh', async (c) => {
    const claims = await access.requireRenewable(c.req.raw);
    const { remember } = await body(c.req.raw);
    return json(200, grant(claims, remember === true ? REMEMBER_SECONDS : undefined));
  });

  app.post('/conversations', async (c) => {
    const claims = await access.require(c.req.raw);
    const { locale, greeted } = await body(c.req.raw);
    if (greeted !== true) await c.env.accept([joined(claims, 'joined', locale)]);
    return json(201, withStream(c.req.raw, claims, 0));
  });

  app.get('/conversations/:id', async (c) => {
    const claims = await access.require(c.req.raw, c.req.param('id'));
    const watermark = readWatermark(c.req.query('watermark'));
    if (watermark === undefined) throw new MalformedError('The watermark is not a number.');
    return json(200, withStream(c.req.raw, claims, watermark));
  });

  app.get('/conversations/:id/activities', async (c) => {
    const claims = await access.require(c.req.raw, c.req.param('id'));
    const watermark = readWatermark(c.req.query('watermark'));
    if (watermark === undefined) throw new MalformedError('The watermark is not a number.');
    const rows: readonly TranscriptRow[] = await transcript.since(
      coreConversation(claims.conv),
      watermark,
      PAGE,
    );
    return json(200, {
      activities: rows.flatMap((row) => toDirectLine(row, claims.conv, claims.user, tokenKey) ?? []),
      watermark: String(rows.at(-1)?.seq ?? watermark),
    });
  });

  app.post('/conversations/:id/activities', async (c) => {
    const claims = await access.require(c.req.raw, c.req.param('id'));
    const given = readIncoming(await body(c.req.raw));
    const id = activityId(claims.conv, given, clock.uuid);
    // Before any limit: whoever must leave at once is never told to wait.
    if (given.type === 'endOfConversation') {
      await end(claims, c.env.accept);
      return json(200, { id });
    }
    await limit(`messages/${claims.conv}`, limits.messagesPerTenSeconds, 10_000);
    const activity = toActivity(given, id, { key: tokenKey, claims, at: clock.now() });
    if (activity) await c.env.accept([activity]);
    return json(200, { id });
  });

  app.post('/conversations/:id/upload', async (c) => {
    const claims = await access.require(c.req.raw, c.req.param('id'));
    await limit(`uploads/${claims.conv}`, limits.uploadsPerHour, 60 * MINUTE);
    await limit(`uploads/${address(c.req.raw)}`, limits.uploadsPerHourAndAddress, 60 * MINUTE);
    const { given, files } = await readMultipart(c.req.raw);
    const id = activityId(claims.conv, given, clock.uuid);
    const attachments: AttachmentRef[] = [];
    try {
      for (const [index, file] of files.entries())
        attachments.push(await uploads.keep(claims.conv, `${id}|${index}`, file));
      const activity = toActivity(given, id, { key: tokenKey, claims, at: clock.now(), attachments });
      if (activity) await c.env.accept([activity]);
    } catch (error) {
      // Nobody will ever fetch the bytes of a message that was not taken.
      for (const kept of attachments) await uploads.settled(kept);
      throw error;
    }
    return json(200, { id });
  });

  app.post('/conversations/:id/erase', async (c) => {
    const claims = await access.require(c.req.raw, c.req.param('id'));
    await end(claims, c.env.accept);
    await erase(claims.conv);
    return json(200, {});
  });

  app.post('/conversations/:id/returncode', async (c) => {
    const claims = await access.require(c.req.raw, c.req.param('id'));
    await limit(`returncodes/${claims.conv}`, 10, 60 * MINUTE);
    const { code, until } = await returns.make(claims.conv, claims.user);
    return json(201, { code, until: new Date(until).toISOString() });
  });

  app.post('/returncode', async (c) => {
    await limit(`returns/${address(c.req.raw)}`, limits.returnTriesPerHour, 60 * MINUTE);
    const { code, locale } = await body(c.req.raw);
    const found = typeof code === 'string' ? await returns.redeem(code) : undefined;
    if (!found) throw new Refusal(404, 'NoSuchCode', 'These words open no conversation.');
    await c.env.accept([{ ...joined(found, `return-${clock.uuid()}`, locale), returning: true } as Activity]);
    return json(200, grant(found));
  });

  return app;
}
