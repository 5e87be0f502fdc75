import type { LineClient } from './line-client.ts';

/** The month's messages (L-23): pushes count, replies do not. */
export interface LineQuota {
  /** Undefined when the plan has no limit. */
  readonly limit: number | undefined;
  readonly used: number;
  /** True from 80 % on: alert, and stop reminders before relay (L-24). */
  readonly scarce: boolean;
}

/** Reads limit and use. Throws LineApiError. */
export async function readQuota(client: LineClient, signal: AbortSignal): Promise<LineQuota> {
  const [quota, consumption] = await Promise.all([
    client.call({ endpoint: '/v2/bot/message/quota', signal }, (api) => api.getMessageQuota()),
    client.call({ endpoint: '/v2/bot/message/quota/consumption', signal }, (api) =>
      api.getMessageQuotaConsumption(),
    ),
  ]);
  const limit = quota.type === 'limited' ? quota.value : undefined;
  const used = consumption.totalUsage;
  return { limit, used, scarce: limit !== undefined && used >= limit * 0.8 };
}
