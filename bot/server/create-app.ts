import { Hono } from 'hono';
import { routePath } from 'hono/route';
import type { Accept, Adapter } from '../adapter.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { capBody, DEFAULT_BODY_LIMIT } from './cap-body.ts';
import { errorAnswer, errorResponse } from './error-response.ts';
import { type Probe, readReadiness } from './readiness.ts';

/** What the app is made of. */
export interface AppOptions {
  readonly adapters: readonly Adapter[];
  readonly accept: Accept;
  readonly probes: readonly Probe[];
  /** True from the first moment of a shutdown. */
  readonly stopping: () => boolean;
  readonly metrics: Metrics;
  /** Brings gauges up to date before `/metrics` is written. */
  readonly measure?: () => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * All HTTP of the product: health, readiness, metrics, and each adapter's paths. The composition root may add
 * further routes (`app.route`) to what it gives.
 */
export function createApp(options: AppOptions): Hono {
  const { clock, log, metrics } = options;
  const app = new Hono();

  app.use(async (c, next) => {
    const start = clock.now();
    await next();
    // The pattern, never the path: paths hold tokens and conversation ids.
    const route = routePath(c, -1);
    metrics.count('soudan_http_requests_total', { route, status: String(c.res.status) });
    metrics.observe('soudan_http_request_seconds', clock.now() - start, { route });
  });
  app.notFound(() => errorResponse(404, 'not_found', 'There is nothing here.'));
  app.onError((error, c) => {
    log.error('A request failed; look at the code and at the store.', {
      component: 'server',
      code: error.name,
      method: c.req.method,
      path: routePath(c, -1),
    });
    const answer = errorAnswer(error);
    return errorResponse(answer.status, answer.code, answer.message);
  });

  app.get('/healthz', (c) => c.json({ alive: true }));
  app.get('/readyz', async (c) => {
    const { ready, body } = await readReadiness(options.probes, options.stopping(), clock);
    return c.json(body, ready ? 200 : 503);
  });
  app.get('/metrics', async (c) => {
    await options.measure?.();
    return c.text(metrics.text(), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
  });

  for (const adapter of options.adapters) {
    const { channel, bodyLimit = DEFAULT_BODY_LIMIT } = adapter;
    for (const path of adapter.paths) {
      app.all(path, async (c) => {
        const request = await capBody(c.req.raw, bodyLimit);
        if (!request) return errorResponse(413, 'too_large', 'The body is too large.');
        try {
          return await adapter.handle(request, options.accept);
        } catch (error) {
          const answer = errorAnswer(error);
          const fields = { channel, status: answer.status, code: answer.code, path };
          if (answer.status === 500) {
            const name = error instanceof Error ? error.name : 'unknown';
            log.error('A request was not taken; the platform will send it again.', { ...fields, kind: name });
          } else log.warn('A request was refused.', fields);
          return errorResponse(answer.status, answer.code, answer.message);
        }
      });
    }
  }
  return app;
}
