import type { Activity } from '../../bot/activity.ts';
import type { Accept, Adapter } from '../../bot/adapter.ts';
import type { Clock } from '../../bot/clock.ts';
import { BusyError } from '../../bot/errors.ts';
import type { Json } from '../../bot/json.ts';
import type { Log } from '../../bot/log.ts';
import { readAddress } from './address.ts';
import { joinBodies } from './calls.ts';
import { fetchContent } from './content.ts';
import { createLineClient } from './line-client.ts';
import { parseWebhook } from './parse.ts';
import { createPostbackSeal } from './postback.ts';
import { type LineQuota, readQuota } from './quota.ts';
import { renderBodies } from './render.ts';
import { deliverToLine } from './send.ts';
import { verifySignature } from './verify.ts';
import { checkWebhook, type LineWebhookCheck } from './webhook-check.ts';

/** L-29: 5–60 in steps of 5; our next message ends it sooner. */
const LOADING_SECONDS = 20;

/** LINE retry keys live 24 h (L-22); an answer older than a day helps nobody. */
const DELIVERY_DEADLINE_MS = 23 * 60 * 60_000;

/** Events after which nobody can be answered until an operator acts. */
const ALARMS: ReadonlySet<string> = new Set(['botSuspended', 'deactivated']);

/** What the LINE channel needs. */
export interface LineAdapterOptions {
  readonly channelSecret: string;
  readonly channelAccessToken: string;
  /** Default `https://api.line.me`. */
  readonly apiBaseUrl?: string;
  /** Default `https://api-data.line.me`. */
  readonly dataApiBaseUrl?: string;
  /** Largest file that `fetch` takes, in bytes; default 10 MB, as much as the media job keeps. */
  readonly maxContentBytes?: number;
  readonly clock: Clock;
  readonly log: Log;
}

/** The LINE channel, with what only LINE has. The extra calls throw LineApiError. */
export interface LineAdapter extends Adapter {
  readonly channel: 'line';
  /** The month's messages; alert when `scarce` (L-23). */
  quota(signal: AbortSignal): Promise<LineQuota>;
  /** The webhook's settings at LINE; with `test`, LINE calls it. */
  checkWebhook(test: boolean, signal: AbortSignal): Promise<LineWebhookCheck>;
  /** Shows "read" to the person: only when an advisor has opened the message (L-30). */
  markAsRead(address: Json, signal: AbortSignal): Promise<void>;
  /** `postback.data` of a button in a rich menu, made at deploy time (L-32). */
  sealed(value: string): string | undefined;
}

/** Makes the LINE channel; refuses empty secrets. */
export function createLineAdapter(options: LineAdapterOptions): LineAdapter {
  const { channelSecret, channelAccessToken, clock, log } = options;
  if (channelSecret === '' || channelAccessToken === '') {
    throw new TypeError(
      'LINE needs a channel secret and an access token: set both, or neither to leave it off.',
    );
  }
  const seal = createPostbackSeal(channelSecret);
  const client = createLineClient({
    channelAccessToken,
    apiBaseUrl: options.apiBaseUrl ?? 'https://api.line.me',
    dataApiBaseUrl: options.dataApiBaseUrl ?? 'https://api-data.line.me',
    clock,
    log,
  });

  function alarm(activities: readonly Activity[]): void {
    for (const activity of activities) {
      if (activity.type === 'unknown' && ALARMS.has(activity.what)) {
        log.error('LINE has suspended the account: see LINE Official Account Manager.', {
          channel: 'line',
          event: activity.what,
        });
      }
    }
  }

  async function handle(request: Request, accept: Accept): Promise<Response> {
    if (request.method !== 'POST') return new Response(null, { status: 405, headers: { allow: 'POST' } });
    const body = new Uint8Array(await request.arrayBuffer());
    verifySignature(channelSecret, body, request.headers.get('x-line-signature'));
    const activities = parseWebhook(body, { now: clock.now(), seal });
    if (activities.length > 0) {
      await accept(activities).catch((error: unknown) => {
        // L-8: whatever keeps the inbox from storing, LINE must send again.
        throw error instanceof BusyError
          ? error
          : new BusyError('The inbox could not store LINE events; see its error.', { cause: error });
      });
      alarm(activities);
    }
    return new Response(null, { status: 200 });
  }

  return {
    channel: 'line',
    paths: ['/webhooks/line'],
    deliveryDeadline: DELIVERY_DEADLINE_MS,
    handle,
    render: (message) => renderBodies(message, seal),
    join: joinBodies,
    deliver: (delivery, signal) => deliverToLine(client, delivery, signal),
    fetch: (attachment, signal) =>
      fetchContent(client, attachment, options.maxContentBytes ?? 10_000_000, signal),
    async typing(address, signal) {
      const target = readAddress(address);
      if (target?.kind !== 'user') return;
      await client.call({ endpoint: '/v2/bot/chat/loading/start', signal }, (api) =>
        api.showLoadingAnimation({ chatId: target.to, loadingSeconds: LOADING_SECONDS }),
      );
    },
    async profileLanguage(address, signal) {
      const target = readAddress(address);
      if (target?.kind !== 'user') return undefined;
      try {
        const profile = await client.call({ endpoint: '/v2/bot/profile/{userId}', signal }, (api) =>
          api.getProfile(target.to),
        );
        return profile.language;
      } catch {
        // L-31: a first guess only; 404 means blocked, no friend or no consent. The client has logged it.
        return undefined;
      }
    },
    quota: (signal) => readQuota(client, signal),
    checkWebhook: (test, signal) => checkWebhook(client, test, signal),
    async markAsRead(address, signal) {
      const token = readAddress(address)?.read;
      if (token === undefined) return;
      await client.call({ endpoint: '/v2/bot/chat/markAsRead', signal }, (api) =>
        api.markMessagesAsReadByToken({ markAsReadToken: token }),
      );
    },
    sealed: (value) => seal.seal(value),
  };
}
