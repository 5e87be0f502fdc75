import { createHash, createHmac } from 'node:crypto';
import type { OpenApi } from '../open-api.ts';
import type { LineJson } from './line-message.ts';

/** How the bot answered one webhook request. */
export interface WebhookResult {
  /** HTTP status; 0 when the connection failed. */
  readonly status: number;
  /** Milliseconds until the answer. */
  readonly ms: number;
  readonly events: readonly LineJson[];
}

/** Sends signed events like LINE does. */
export interface LineWebhook {
  /** An event with everything LINE adds; `fields` can set or overwrite all of it. */
  event(fields: LineJson): LineJson;
  /** Posts events in one request. Throws when they do not fit LINE's own webhook.yml: then the test is wrong. */
  send(events: readonly LineJson[], options?: { unchecked?: boolean }): Promise<WebhookResult>;
  /** Posts bytes with a signature over them, or with headers of the caller's choice. */
  post(body: Uint8Array | string, headers?: Readonly<Record<string, string>>): Promise<WebhookResult>;
  /** The same events once more, marked as redelivered, their reply tokens renewed. */
  redeliver(events: readonly LineJson[]): Promise<WebhookResult>;
  /** `x-line-signature` of a body. */
  sign(body: Uint8Array | string): string;
  /** Every result since the start. */
  readonly results: WebhookResult[];
}

/** What the sender needs. */
export interface LineWebhookOptions {
  readonly channelSecret: string;
  readonly url: () => string | undefined;
  readonly spec: OpenApi;
  readonly now: () => number;
  readonly uuid: () => string;
  readonly renew: (replyToken: string) => void;
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A ULID: 10 digits of time, 16 of chance. */
function ulid(at: number, uuid: string): string {
  let time = '';
  for (let rest = Math.max(0, Math.floor(at)), digit = 0; digit < 10; digit += 1) {
    time = CROCKFORD.charAt(rest % 32) + time;
    rest = Math.floor(rest / 32);
  }
  const chance = createHash('sha256').update(uuid).digest();
  return time + Array.from(chance.subarray(0, 16), (byte) => CROCKFORD.charAt(byte % 32)).join('');
}

/** User id of the account itself. */
const DESTINATION = `U${'0'.repeat(32)}`;

/** See {@link LineWebhook}. */
export function createLineWebhook(options: LineWebhookOptions): LineWebhook {
  const { channelSecret, spec, now, uuid } = options;
  const results: WebhookResult[] = [];
  const sign = (body: Uint8Array | string) =>
    createHmac('sha256', channelSecret).update(body).digest('base64');

  async function post(
    body: Uint8Array | string,
    headers?: Readonly<Record<string, string>>,
    events: readonly LineJson[] = [],
  ) {
    const url = options.url();
    if (url === undefined) throw new Error('The fake LINE has no webhookUrl: set fake.webhookUrl first.');
    const startedAt = performance.now();
    let status = 0;
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: headers ?? {
          'content-type': 'application/json; charset=utf-8',
          'user-agent': 'LineBotWebhook/2.0',
          'x-line-signature': sign(body),
        },
        body: typeof body === 'string' ? body : new Uint8Array(body),
      });
      status = response.status;
      await response.arrayBuffer();
    } catch {
      // The bot is down: LINE would note it and send again later.
    }
    const result = { status, ms: performance.now() - startedAt, events };
    results.push(result);
    return result;
  }

  async function send(events: readonly LineJson[], { unchecked = false } = {}) {
    const body = { destination: DESTINATION, events };
    const problems = unchecked ? [] : spec.problems('CallbackRequest', body);
    if (problems.length > 0) throw new Error(`LINE sends no such event: ${JSON.stringify(problems)}`);
    return post(JSON.stringify(body), undefined, events);
  }

  return {
    results,
    sign,
    post: (body, headers) => post(body, headers),
    send,
    event: (fields) => ({
      mode: 'active',
      timestamp: now(),
      webhookEventId: ulid(now(), uuid()),
      deliveryContext: { isRedelivery: false },
      ...fields,
    }),
    redeliver(events) {
      for (const { replyToken } of events) if (typeof replyToken === 'string') options.renew(replyToken);
      return send(
        events.map((event) => ({ ...event, deliveryContext: { isRedelivery: true } })),
        { unchecked: true },
      );
    },
  };
}
