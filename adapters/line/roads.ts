import type { messagingApi } from '@line/bot-sdk';
import type { Receipt } from '../../bot/adapter.ts';
import { DeliveryError } from '../../bot/errors.ts';
import { LineApiError } from './line-api-error.ts';
import type { LineClient } from './line-client.ts';

/** Wait after 401: an operator has to issue a new token first. */
const TOKEN_RETRY_MS = 60_000;

/** What goes out, and to whom. */
export interface Envelope {
  readonly to: string;
  readonly messages: messagingApi.Message[];
}

function receiptOf(road: 'reply' | 'push', id: string | undefined): Receipt {
  return { road, ...(id === undefined ? {} : { id }) };
}

/** The status said 200, only the answer's body was cut or unreadable: the message is accepted. */
function wasAccepted(error: unknown): boolean {
  return error instanceof LineApiError && error.status >= 200 && error.status < 300;
}

/** The free road: one use of the token, no key (L-20). Throws LineApiError. */
export async function reply(
  client: LineClient,
  token: string,
  messages: messagingApi.Message[],
  signal: AbortSignal,
): Promise<Receipt> {
  try {
    const answer = await client.call({ endpoint: '/v2/bot/message/reply', signal }, (api) =>
      api.replyMessage({ replyToken: token, messages }),
    );
    return receiptOf('reply', answer?.sentMessages?.[0]?.id);
  } catch (error) {
    if (wasAccepted(error)) return receiptOf('reply', undefined);
    throw error;
  }
}

/** L-22: the same key and body on each try; 409 says that an earlier one was accepted. */
export async function push(
  client: LineClient,
  { to, messages }: Envelope,
  key: string,
  signal: AbortSignal,
  timeoutMs?: number,
): Promise<Receipt> {
  const options = {
    endpoint: '/v2/bot/message/push',
    signal,
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  };
  try {
    const answer = await client.call(options, (api) => api.pushMessage({ to, messages }, key));
    return receiptOf('push', answer?.sentMessages?.[0]?.id);
  } catch (error) {
    if (error instanceof LineApiError && error.fault === 'accepted_before') {
      return receiptOf('push', error.sentIds[0]);
    }
    if (wasAccepted(error)) return receiptOf('push', undefined);
    throw error;
  }
}

/** What the outbox does after a failed push: again, later, or never (L-22, L-24). */
export function pushFailure(error: unknown): DeliveryError {
  if (!(error instanceof LineApiError)) {
    return new DeliveryError('line_bug', 'Sending to LINE failed inside the adapter; report it.', {
      retry: false,
      cause: error,
    });
  }
  const { fault, code, after } = error;
  const retry = ['timeout', 'network', 'server', 'rate', 'token'].includes(fault);
  const wait = fault === 'token' ? TOKEN_RETRY_MS : after;
  return new DeliveryError(code, `LINE took no push (${fault}, status ${error.status}).`, {
    retry,
    quota: fault === 'quota',
    cause: error,
    ...(wait === undefined ? {} : { after: wait }),
  });
}

/** True when LINE surely did not take the reply, so that the push cannot double it. */
export function surelyRefused(error: unknown): boolean {
  return error instanceof LineApiError && !['timeout', 'network', 'server'].includes(error.fault);
}
