import type { LineClient } from './line-client.ts';

/** What LINE has on file for our webhook (`doctor`). */
export interface LineWebhookCheck {
  /** The address in the console; undefined when none is set. */
  readonly endpoint: string | undefined;
  /** "Use webhook" is on. */
  readonly active: boolean;
  /** LINE's own test call reached us; undefined when it was not asked for. */
  readonly reachable: boolean | undefined;
  /** LINE's reason code of a failed test, e.g. `COULD_NOT_CONNECT`. */
  readonly reason: string | undefined;
}

/** Asks LINE for the webhook's settings and, with `test`, to call it (60 times an hour at most, L-33). Throws LineApiError. */
export async function checkWebhook(
  client: LineClient,
  test: boolean,
  signal: AbortSignal,
): Promise<LineWebhookCheck> {
  const setting = await client
    .call({ endpoint: '/v2/bot/channel/webhook/endpoint', signal }, (api) => api.getWebhookEndpoint())
    .catch((error: unknown) => {
      if (error instanceof Error && 'fault' in error && error.fault === 'not_found') return undefined;
      throw error;
    });
  if (!setting) return { endpoint: undefined, active: false, reachable: undefined, reason: undefined };
  const { endpoint, active } = setting;
  if (!test) return { endpoint, active, reachable: undefined, reason: undefined };
  // LINE's own call to us may take its time.
  const result = await client.call(
    { endpoint: '/v2/bot/channel/webhook/test', signal, timeoutMs: 15_000 },
    (api) => api.testWebhookEndpoint({}),
  );
  return {
    endpoint,
    active,
    reachable: result.success === true,
    reason: result.success ? undefined : result.reason,
  };
}
