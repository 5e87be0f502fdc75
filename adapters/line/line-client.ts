import { messagingApi } from '@line/bot-sdk';
import type { Clock } from '../../bot/clock.ts';
import type { Log } from '../../bot/log.ts';
import { withDeadline } from '../deadline.ts';
import { LineApiError, lineApiErrorOf } from './line-api-error.ts';

/** Milliseconds after which a call is given up: the SDK itself waits for ever. */
const CALL_TIMEOUT_MS = 5_000;

/** Settings of the LINE API. */
export interface LineClientOptions {
  readonly channelAccessToken: string;
  readonly apiBaseUrl: string;
  readonly dataApiBaseUrl: string;
  readonly clock: Clock;
  readonly log: Log;
}

/** One call: `endpoint` is the address with its ids left out, for the log. */
interface CallOptions {
  readonly endpoint: string;
  readonly signal: AbortSignal;
  readonly timeoutMs?: number;
}

/** LINE's own SDK with our deadline, our errors and our log lines around each call. */
export interface LineClient {
  /** A call to `api.line.me`. Throws LineApiError. */
  call<T>(options: CallOptions, run: (api: messagingApi.MessagingApiClient) => Promise<T>): Promise<T>;
  /** A call to `api-data.line.me`; the deadline covers the body too, so read it inside `run`. Throws LineApiError. */
  data<T>(options: CallOptions, run: (api: messagingApi.MessagingApiBlobClient) => Promise<T>): Promise<T>;
}

interface Sent {
  method: string;
  status: number;
  requestId: string | undefined;
}

/** The two methods of the SDK's transport that we use, with a signal: its own transport takes none. */
function createTransport(baseUrl: string, token: string, signal: AbortSignal, sent: Sent) {
  const request = async (
    method: string,
    path: string,
    init: { body?: string; headers?: Record<string, string> },
  ) => {
    sent.method = method;
    const response = await fetch(new URL(path, baseUrl), {
      method,
      signal,
      redirect: 'error',
      headers: { authorization: `Bearer ${token}`, ...init.headers },
      ...(init.body === undefined ? {} : { body: init.body }),
    });
    sent.status = response.status;
    sent.requestId = response.headers.get('x-line-request-id') ?? undefined;
    if (!response.ok) throw await lineApiErrorOf(response);
    return response;
  };
  return {
    get: (path: string) => request('GET', path, {}),
    post: (path: string, body?: unknown, config?: { headers?: Record<string, string> }) =>
      request('POST', path, {
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        headers: { 'content-type': 'application/json', ...config?.headers },
      }),
  };
}

/** Gives an SDK client our transport. The field is private in its types, so the SDK's version is pinned and a test aborts a call. */
function equip<T extends object>(client: T, transport: object): T {
  if (!Reflect.has(client, 'httpClient') || !Reflect.set(client, 'httpClient', transport)) {
    throw new TypeError(
      'This version of @line/bot-sdk keeps its transport elsewhere: adapt adapters/line/line-client.ts.',
    );
  }
  return client;
}

/** See {@link LineClient}. */
export function createLineClient(options: LineClientOptions): LineClient {
  const { channelAccessToken, clock, log } = options;

  async function run<T>(
    call: CallOptions,
    work: (signal: AbortSignal, sent: Sent) => Promise<T>,
  ): Promise<T> {
    const sent: Sent = { method: 'GET', status: 0, requestId: undefined };
    const startedAt = clock.now();
    const fields = () => ({
      channel: 'line',
      method: sent.method,
      endpoint: call.endpoint,
      status: sent.status,
      ms: clock.now() - startedAt,
      ...(sent.requestId === undefined ? {} : { request: sent.requestId }),
    });
    try {
      const timeoutMs = call.timeoutMs ?? CALL_TIMEOUT_MS;
      const result = await withDeadline(clock, call.signal, timeoutMs, (signal) => work(signal, sent));
      log.info('LINE answered.', fields());
      return result;
    } catch (error) {
      // Only our own error travels on: the others can quote addresses or bodies.
      const failure =
        error instanceof LineApiError
          ? error
          : new LineApiError({
              fault: error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'network',
              status: sent.status,
              requestId: sent.requestId,
            });
      log.warn('LINE did not take a call; see the code.', { ...fields(), code: failure.code });
      throw failure;
    }
  }

  const config = { channelAccessToken };
  return {
    call: (call, work) =>
      run(call, (signal, sent) =>
        work(
          equip(
            new messagingApi.MessagingApiClient(config),
            createTransport(options.apiBaseUrl, channelAccessToken, signal, sent),
          ),
        ),
      ),
    data: (call, work) =>
      run(call, (signal, sent) =>
        work(
          equip(
            new messagingApi.MessagingApiBlobClient(config),
            createTransport(options.dataApiBaseUrl, channelAccessToken, signal, sent),
          ),
        ),
      ),
  };
}
