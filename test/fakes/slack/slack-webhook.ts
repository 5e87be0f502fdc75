import { createHmac } from 'node:crypto';
import type { SlackJson } from './slack-json.ts';

/** How the bot answered one request. */
export interface SlackResult {
  /** HTTP status; 0 when the connection failed. */
  readonly status: number;
  readonly body: string;
  /** What was sent, to send it again. */
  readonly sent: SlackJson;
}

/** Builds and sends signed requests like Slack does. */
export interface SlackWebhook {
  /** A signed request with an event, as JSON. */
  event(payload: SlackJson, headers?: Readonly<Record<string, string>>): Request;
  /** A signed request with an interaction, as a form with one field `payload`. */
  interaction(payload: SlackJson): Request;
  /** A signed request with a plain form: a slash command. */
  form(fields: Readonly<Record<string, string>>): Request;
  /** Any body, signed unless headers are given. */
  raw(body: string, contentType: string, headers?: Readonly<Record<string, string>>): Request;
  /** `x-slack-signature` of a body at that time (seconds). */
  sign(body: string, timestamp: number): string;
  send(request: Request, sent?: SlackJson): Promise<SlackResult>;
  /** The same event once more, with Slack's retry headers (S-3). */
  retry(payload: SlackJson, count?: number): Promise<SlackResult>;
  readonly results: SlackResult[];
}

/** What the sender needs. */
export interface SlackWebhookOptions {
  readonly signingSecret: string;
  readonly url: () => string | undefined;
  readonly now: () => number;
}

const FORM = 'application/x-www-form-urlencoded';

/** See {@link SlackWebhook}. */
export function createSlackWebhook({ signingSecret, url, now }: SlackWebhookOptions): SlackWebhook {
  const results: SlackResult[] = [];
  const sign = (body: string, timestamp: number) =>
    `v0=${createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')}`;

  const raw: SlackWebhook['raw'] = (body, contentType, headers) => {
    const timestamp = Math.floor(now() / 1000);
    const signed = {
      'x-slack-request-timestamp': String(timestamp),
      'x-slack-signature': sign(body, timestamp),
    };
    return new Request(url() ?? 'http://bot/slack/events', {
      method: 'POST',
      headers: { 'content-type': contentType, ...(headers ?? signed) },
      body,
    });
  };
  const signedAlso = (request: Request, more: Readonly<Record<string, string>>) => {
    for (const [name, value] of Object.entries(more)) request.headers.set(name, value);
    return request;
  };
  const self: SlackWebhook = {
    results,
    sign,
    raw,
    event: (payload, headers = {}) => signedAlso(raw(JSON.stringify(payload), 'application/json'), headers),
    interaction: (payload) => raw(new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), FORM),
    form: (fields) => raw(new URLSearchParams(fields).toString(), FORM),
    async send(request, sent = {}) {
      if (url() === undefined) throw new Error('The fake Slack has no eventsUrl: set fake.eventsUrl first.');
      let result: SlackResult = { status: 0, body: '', sent };
      try {
        const response = await fetch(request);
        result = { status: response.status, body: await response.text(), sent };
      } catch {
        // The bot is down: Slack would try again.
      }
      results.push(result);
      return result;
    },
    retry: (payload, count = 1) =>
      self.send(
        self.event(payload, { 'x-slack-retry-num': String(count), 'x-slack-retry-reason': 'http_timeout' }),
        payload,
      ),
  };
  return self;
}
