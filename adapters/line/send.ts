import type { messagingApi } from '@line/bot-sdk';
import { z } from 'zod';
import type { Delivery, Receipt } from '../../bot/adapter.ts';
import { DeliveryError } from '../../bot/errors.ts';
import { readAddress } from './address.ts';
import { LineApiError } from './line-api-error.ts';
import type { LineClient } from './line-client.ts';

/** L-21: a safety text waits this long for the push before it takes the reply token too. */
const SAFETY_PUSH_MS = 2_000;
/** Wait after 401: an operator has to issue a new token first. */
const TOKEN_RETRY_MS = 60_000;

const bodyShape = z.object({ messages: z.custom<messagingApi.Message[]>(Array.isArray) });

interface Envelope {
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

async function reply(
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
async function push(
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
function pushFailure(error: unknown): DeliveryError {
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
function surelyRefused(error: unknown): boolean {
  return error instanceof LineApiError && !['timeout', 'network', 'server'].includes(error.fault);
}

async function deliverSafety(
  client: LineClient,
  delivery: Delivery,
  envelope: Envelope,
  token: string | undefined,
  signal: AbortSignal,
): Promise<Receipt> {
  try {
    return await push(
      client,
      envelope,
      delivery.key,
      signal,
      token === undefined ? undefined : SAFETY_PUSH_MS,
    );
  } catch (error) {
    if (token === undefined) throw pushFailure(error);
    try {
      return await reply(client, token, envelope.messages, signal);
    } catch {
      // The push decides what follows: its key makes another try harmless.
      throw pushFailure(error);
    }
  }
}

async function deliverOrdinary(
  client: LineClient,
  delivery: Delivery,
  envelope: Envelope,
  token: string | undefined,
  signal: AbortSignal,
): Promise<Receipt> {
  if (token !== undefined) {
    try {
      return await reply(client, token, envelope.messages, signal);
    } catch (error) {
      // After an interrupted try a refused token says that the first reply went out, or may have.
      if (delivery.interrupted || !surelyRefused(error)) {
        throw new DeliveryError(
          'line_reply_unknown',
          'LINE gave no clear answer to a reply; it is not said twice.',
          {
            retry: false,
            cause: error,
          },
        );
      }
    }
  }
  try {
    return await push(client, envelope, delivery.key, signal);
  } catch (error) {
    throw pushFailure(error);
  }
}

/**
 * One try (L-20 … L-24). Ordinary text: reply while the token is fresh, else push with the delivery's key; a reply
 * without a clear answer is never repeated. Safety text: push with the key first, and by the reply token as well
 * when that fails or says nothing for 2 s. Throws DeliveryError.
 */
export async function deliverToLine(
  client: LineClient,
  delivery: Delivery,
  signal: AbortSignal,
): Promise<Receipt> {
  const address = readAddress(delivery.address);
  const body = bodyShape.safeParse(delivery.body);
  if (!address || !body.success) {
    throw new DeliveryError('line_address', 'The delivery has no LINE address or body; it cannot be sent.', {
      retry: false,
    });
  }
  const envelope = { to: address.to, messages: body.data.messages };
  const deliver = delivery.purpose === 'safety' ? deliverSafety : deliverOrdinary;
  const handle = delivery.replyHandle;
  const token = handle && delivery.now < handle.expiresAt ? handle.token : undefined;
  return deliver(client, delivery, envelope, token, signal);
}
