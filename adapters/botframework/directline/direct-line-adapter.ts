import { z } from 'zod';
import type { Adapter } from '../../../bot/adapter.ts';
import { BotError, BusyError, MalformedError } from '../../../bot/errors.ts';
import { createAccess } from './access.ts';
import { createErasure } from './erasure.ts';
import { createLimiter } from './limiter.ts';
import type { DirectLineOptions } from './options.ts';
import { originAllowed, ownOrigin } from './origin.ts';
import { Refusal, refusalResponse } from './reply.ts';
import { createReturnVisits } from './return-visits.ts';
import { createRoutes, type RouteEnv } from './routes.ts';
import { createSessions } from './session.ts';
import { createStreams, type Streams } from './streams.ts';
import { createUpgrade } from './upgrade.ts';
import { createUploads, MAX_UPLOAD } from './uploads.ts';

const address = z.object({ conversation: z.string() });

/** The web channel; `streams.close()` belongs to a graceful shutdown. */
export interface DirectLineAdapter extends Adapter {
  readonly streams: Streams;
}

/**
 * Direct Line 3.0 on our own store: channel `web`. What was said is read from the transcript, so nothing is
 * rendered or delivered: the commit of a turn is the delivery.
 */
export function createDirectLineAdapter(options: DirectLineOptions): DirectLineAdapter {
  if (options.tokenKey.length < 32)
    throw new BotError('token_key', 'The web channel needs a token key of at least 32 bytes.');
  const sessions = createSessions(options.store);
  const access = createAccess(options, sessions);
  const streams = createStreams(options);
  const uploads = createUploads(options.store, sessions, options.clock);
  const returns = createReturnVisits(options, sessions);
  const erase = createErasure(options, sessions);
  const limit = createLimiter(options.bus, options.clock);
  const routes = createRoutes({ options, access, sessions, streams, uploads, returns, erase, limit });
  routes.notFound(() => refusalResponse(new Refusal(404, 'NotFound', 'There is no such address.')));
  routes.onError((error) => {
    if (error instanceof Refusal) return refusalResponse(error);
    // The server's own answer to these (400) is the one that every channel gives.
    if (error instanceof MalformedError) throw error;
    if (error instanceof BusyError) return refusalResponse(new Refusal(503, 'Busy', 'Try again soon.', 2));
    options.log.error('A web chat request failed; see code, then check the store.', {
      channel: 'web',
      code: error instanceof BotError ? error.code : error.name,
    });
    return refusalResponse(new Refusal(503, 'ServiceError', 'Try again soon.', 2));
  });

  return {
    channel: 'web',
    paths: ['/v3/directline/*'],
    bodyLimit: MAX_UPLOAD + 64 * 1024,
    // Nothing is ever delivered; the number only has to be one.
    deliveryDeadline: 60_000,
    handle: async (request, accept) => {
      const origin = request.headers.get('origin') ?? undefined;
      const own = ownOrigin({
        ...options,
        host: request.headers.get('host') ?? new URL(request.url).host,
        forwardedProto: request.headers.get('x-forwarded-proto') ?? undefined,
        secure: request.url.startsWith('https:'),
      });
      if (!originAllowed(origin, own, options.allowedOrigins))
        return refusalResponse(new Refusal(403, 'Origin', 'This page may not talk to this service.'));
      const preflight = request.method === 'OPTIONS';
      const env: RouteEnv['Bindings'] = { accept };
      const response = preflight ? new Response(null, { status: 204 }) : await routes.fetch(request, env);
      if (origin !== undefined && origin !== own) {
        response.headers.set('access-control-allow-origin', origin);
        response.headers.append('vary', 'Origin');
        if (preflight) {
          response.headers.set('access-control-allow-methods', 'GET, POST');
          response.headers.set('access-control-allow-headers', 'authorization, content-type, x-ms-bot-agent');
          response.headers.set('access-control-max-age', '600');
        }
      }
      return response;
    },
    upgrade: createUpgrade(options, access, streams),
    render: () => [],
    deliver: async () => ({ road: 'transcript' }),
    fetch: (attachment) => uploads.fetch(attachment),
    settled: (attachment) => uploads.settled(attachment),
    typing: async (to) => streams.typing(address.parse(to).conversation),
    streams,
  };
}
