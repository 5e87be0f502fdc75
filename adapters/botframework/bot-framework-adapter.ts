import type { Adapter } from '../../bot/adapter.ts';
import type { Clock } from '../../bot/clock.ts';
import { BusyError, MalformedError, SignatureError } from '../../bot/errors.ts';
import type { Log } from '../../bot/log.ts';
import { Cloud, type CloudOptions } from './cloud.ts';
import { parseActivity } from './incoming.ts';
import { renderBodies } from './render.ts';
import { deliverToConnector } from './send.ts';

/** An answer older than a working day helps nobody in a chat. */
const DELIVERY_DEADLINE_MS = 12 * 60 * 60_000;

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', '[::1]', 'localhost']);

/** What the Bot Framework endpoint needs. */
export interface BotFrameworkOptions extends Omit<CloudOptions, 'appId' | 'appPassword'> {
  /** Empty only together with `allowUnauthenticated`. */
  readonly appId: string;
  readonly appPassword: string;
  /**
   * For tests and the bench on one machine: requests are taken without a token. Given by code only, never by a setting;
   * refused unless `host` (what the server listens on) is loopback, and answers go to loopback only.
   */
  readonly allowUnauthenticated?: { readonly host: string };
  readonly clock: Clock;
  readonly log: Log;
}

type Json = Readonly<Record<string, unknown>>;

/** The body as an object; undefined when it is none. The parser's own message would quote the text. */
function jsonOf(text: string): Json | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as Json) : undefined;
  } catch {
    return undefined;
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * The Bot Framework endpoint (Teams, Azure Bot Service): `POST /api/messages`. Requests are authenticated by botbuilder,
 * stored, then answered 200; replies go from the outbox to the connector that the request named.
 */
export function createBotFrameworkAdapter(options: BotFrameworkOptions): Adapter {
  const { appId, appPassword, allowUnauthenticated, clock, log } = options;
  if (allowUnauthenticated) {
    if (!LOOPBACK.has(allowUnauthenticated.host) || appId !== '')
      throw new TypeError(
        'Without authentication the Bot Framework endpoint serves loopback only, and no app.',
      );
  } else if (appId === '' || appPassword === '') {
    throw new TypeError('The Bot Framework endpoint needs MICROSOFT_APP_ID and MICROSOFT_APP_PASSWORD.');
  }
  const cloud = new Cloud(options);

  async function prove(activity: Json, header: string): Promise<void> {
    if (allowUnauthenticated) {
      const url = text(activity.serviceUrl);
      if (URL.canParse(url) && LOOPBACK.has(new URL(url).hostname)) return;
      throw new SignatureError('Without authentication only connectors on loopback are answered.');
    }
    // botbuilder compares the token's service address only when the activity names one.
    const claimed = {
      ...activity,
      channelId: text(activity.channelId),
      serviceUrl: text(activity.serviceUrl) || 'none',
    };
    try {
      await cloud.authenticate(claimed, header);
    } catch (error) {
      const status: unknown =
        typeof error === 'object' && error ? Reflect.get(error, 'statusCode') : undefined;
      const unreachable = error instanceof Error && error.name === 'FetchError';
      if (status === 500 || unreachable) {
        log.error('The Bot Framework keys cannot be fetched; requests wait. Look at the network.', {
          channel: 'botframework',
        });
        throw new BusyError('The keys that prove a request cannot be fetched.');
      }
      throw new SignatureError('The request has no valid token for this bot: check MICROSOFT_APP_ID.');
    }
  }

  return {
    channel: 'botframework',
    paths: ['/api/messages'],
    deliveryDeadline: DELIVERY_DEADLINE_MS,
    async handle(request, accept) {
      if (request.method !== 'POST') return new Response(null, { status: 405, headers: { allow: 'POST' } });
      const json = jsonOf(await request.text());
      await prove(json ?? {}, request.headers.get('authorization') ?? '');
      if (!json) throw new MalformedError('The body is not a JSON object.');
      const activity = parseActivity(json, clock.now());
      if (activity) {
        await accept([activity]).catch((error: unknown) => {
          throw error instanceof BusyError
            ? error
            : new BusyError('The inbox could not store an activity; see its error.', { cause: error });
        });
      }
      return new Response(null, { status: 200 });
    },
    render: renderBodies,
    deliver: (delivery, signal) => deliverToConnector({ cloud, clock, log }, delivery, signal),
  };
}
