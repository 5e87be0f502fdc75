import { webApi } from '@slack/bolt';
import type { Clock } from '../../bot/clock.ts';
import type { Log } from '../../bot/log.ts';
import { withDeadline } from '../deadline.ts';
import { SlackApiError, slackApiErrorOf } from './slack-api-error.ts';

/** Milliseconds after which a call is given up (S-8: the SDK itself waits for ever). */
const CALL_TIMEOUT_MS = 5_000;

/** One call: `endpoint` is Slack's method name, for the log; `token` belongs to the team. */
interface CallOptions {
  readonly endpoint: string;
  readonly token?: string;
  readonly signal: AbortSignal;
  readonly timeoutMs?: number;
}

/** Slack's own client with our deadline, our errors and our log lines around each call. */
export interface SlackClient {
  /** A Web API call. Throws SlackApiError. */
  call<T>(options: CallOptions, run: (api: webApi.WebClient) => Promise<T>): Promise<T>;
  /** A request to an address that Slack gave us (`response_url`, a file); others are refused. Read the body inside `run`. Throws SlackApiError. */
  visit<T>(
    options: CallOptions & { readonly url: string; readonly init?: RequestInit },
    run: (response: Response) => Promise<T>,
  ): Promise<T>;
}

/** Settings of the client. */
export interface SlackClientOptions {
  /** Ends in `/api/`. */
  readonly apiUrl: string;
  readonly clock: Clock;
  readonly log: Log;
}

/** The SDK's log lines quote requests: nothing is written. */
const silent: webApi.Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => webApi.LogLevel.ERROR,
  setName: () => {},
};

/** True for addresses on Slack's own hosts over TLS, and on the host of the API that is set. */
function isSlackUrl(url: string, apiUrl: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, origin } = new URL(url);
  return origin === new URL(apiUrl).origin || (protocol === 'https:' && /(^|\.)slack\.com$/.test(hostname));
}

/** See {@link SlackClient}. */
export function createSlackClient({ apiUrl, clock, log }: SlackClientOptions): SlackClient {
  async function run<T>(
    options: CallOptions,
    work: (signal: AbortSignal, seen: (status: number) => void) => Promise<T>,
  ): Promise<T> {
    let status = 0;
    const startedAt = clock.now();
    const fields = () => ({
      channel: 'slack',
      endpoint: options.endpoint,
      status,
      ms: clock.now() - startedAt,
    });
    try {
      const result = await withDeadline(
        clock,
        options.signal,
        options.timeoutMs ?? CALL_TIMEOUT_MS,
        (signal) =>
          work(signal, (seen) => {
            status = seen;
          }),
      );
      log.info('Slack answered.', fields());
      return result;
    } catch (error) {
      // Only our own error travels on: the SDK's hold bodies and addresses.
      const failure = slackApiErrorOf(error, status);
      log.warn('Slack did not take a call; see the code.', { ...fields(), code: failure.code });
      throw failure;
    }
  }

  return {
    call: (options, work) =>
      run(options, (signal, seen) =>
        work(
          new webApi.WebClient(options.token, {
            slackApiUrl: apiUrl,
            allowAbsoluteUrls: false,
            rejectRateLimitedCalls: true,
            // The outbox retries, with its own memory (S-8).
            retryConfig: { retries: 0 },
            timeout: 2 * CALL_TIMEOUT_MS,
            logger: silent,
            fetch: async (url, init) => {
              const signals = [signal, ...(init?.signal ? [init.signal] : [])];
              const response = await fetch(url, { ...init, signal: AbortSignal.any(signals) });
              seen(response.status);
              return response;
            },
          }),
        ),
      ),
    visit: (options, work) =>
      run(options, async (signal, seen) => {
        if (!isSlackUrl(options.url, apiUrl))
          throw new SlackApiError({ fault: 'refused', slack: 'foreign_address', status: 0 });
        const headers = new Headers(options.init?.headers);
        if (options.token) headers.set('authorization', `Bearer ${options.token}`);
        const response = await fetch(options.url, { ...options.init, headers, redirect: 'error', signal });
        seen(response.status);
        if (!response.ok) throw slackApiErrorOf(undefined, response.status);
        return work(response);
      }),
  };
}
