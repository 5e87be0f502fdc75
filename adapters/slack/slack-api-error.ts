import { webApi } from '@slack/bolt';
import { BotError, DeliveryError } from '../../bot/errors.ts';

/** What went wrong with one API call. */
export type SlackFault =
  | 'timeout'
  | 'network'
  /** 429 or `ratelimited`: surely not done (S-7). */
  | 'rate'
  /** The token is wrong for now; an operator can mend it. */
  | 'token'
  /** Slack's own fault; something may have been done all the same. */
  | 'server'
  /** Final: the channel, the account or the message is not as the call needs it. */
  | 'refused';

const RATE: ReadonlySet<string> = new Set(['ratelimited', 'rate_limited']);
const TOKEN: ReadonlySet<string> = new Set(['invalid_auth', 'not_authed', 'token_expired', 'missing_scope']);
const SERVER: ReadonlySet<string> = new Set([
  'fatal_error',
  'internal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
  'method_unavailable',
]);

/** Milliseconds until a call with a wrong token is worth another try. */
const TOKEN_WAIT_MS = 60_000;

/**
 * A failed Slack API call. Holds no part of the request or of the answer's text, which may quote messages: only what
 * decides the next step. `slack` is Slack's error word.
 */
export class SlackApiError extends BotError {
  readonly fault: SlackFault;
  readonly slack: string;
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** Milliseconds of `Retry-After`. */
  readonly after: number | undefined;

  constructor(input: { fault: SlackFault; slack?: string; status: number; after?: number | undefined }) {
    const word = input.slack ?? input.fault;
    super(`slack_${word}`, `The Slack API call failed (${word}, status ${input.status}).`);
    this.fault = input.fault;
    this.slack = word;
    this.status = input.status;
    this.after = input.after;
  }
}

function faultOf(word: string): SlackFault {
  if (RATE.has(word)) return 'rate';
  if (TOKEN.has(word)) return 'token';
  return SERVER.has(word) ? 'server' : 'refused';
}

/** Our error for whatever a call threw. `status` is the HTTP status as our transport saw it. */
export function slackApiErrorOf(error: unknown, status: number): SlackApiError {
  if (error instanceof SlackApiError) return error;
  if (error instanceof webApi.WebAPIRateLimitedError)
    return new SlackApiError({ fault: 'rate', status: 429, after: error.retryAfter * 1000 });
  if (error instanceof webApi.WebAPIPlatformError) {
    const { error: word } = error.data;
    // An answer without one of Slack's words comes from something in between: who knows what was done.
    const known = typeof word === 'string' && /^[a-z_]{1,60}$/.test(word);
    return known
      ? new SlackApiError({ fault: faultOf(word), slack: word, status })
      : new SlackApiError({ fault: 'server', slack: 'unreadable', status });
  }
  if (status === 429) return new SlackApiError({ fault: 'rate', status });
  if (status >= 500) return new SlackApiError({ fault: 'server', status });
  if (status >= 400) return new SlackApiError({ fault: 'refused', status });
  const timeout = error instanceof Error && error.name === 'TimeoutError';
  return new SlackApiError({ fault: timeout ? 'timeout' : 'network', status });
}

/** True when the call may have been done although it failed: look before doing it again (S-9). */
export const mayBeDone = ({ fault }: SlackApiError): boolean =>
  fault === 'timeout' || fault === 'network' || fault === 'server';

/** What the outbox does with a failed call. */
export function deliveryErrorOf(error: SlackApiError): DeliveryError {
  const after = error.after ?? (error.fault === 'token' ? TOKEN_WAIT_MS : undefined);
  return new DeliveryError(error.code, error.message, {
    retry: error.fault !== 'refused',
    cause: error,
    ...(after === undefined ? {} : { after }),
  });
}
