import type { Delivery, Receipt } from '../../bot/adapter.ts';
import { DeliveryError } from '../../bot/errors.ts';
import { readAddress } from './address.ts';
import { lineBody } from './calls.ts';
import type { LineClient } from './line-client.ts';
import { type Envelope, push, pushFailure, reply, surelyRefused } from './roads.ts';

/** L-21: a safety text waits this long for the push before it takes the reply token too. */
const SAFETY_PUSH_MS = 2_000;
/** A token that a dead process may have used is still asked about so long after `expiresAt`: LINE keeps it for a minute. */
const PROBE_MS = 40_000;

/** One try's parts. */
interface Try {
  readonly client: LineClient;
  readonly delivery: Delivery;
  readonly envelope: Envelope;
  readonly signal: AbortSignal;
  /** The reply token, while it is fresh. */
  readonly token: string | undefined;
}

const unclear = (cause: unknown) =>
  new DeliveryError('line_reply_unknown', 'LINE gave no clear answer to a reply; it is not said twice.', {
    retry: false,
    cause,
  });

const pushNow = ({ client, envelope, delivery, signal }: Try, timeoutMs?: number) =>
  push(client, envelope, delivery.key, signal, timeoutMs);
const replyNow = ({ client, envelope, signal }: Try, token: string) =>
  reply(client, token, envelope.messages, signal);

/** First try: the reply is free; what LINE surely refused goes out as a push. */
async function replyFirst(attempt: Try, token: string): Promise<Receipt> {
  try {
    return await replyNow(attempt, token);
  } catch (error) {
    if (!surelyRefused(error)) throw unclear(error);
  }
  return pushNow(attempt).catch((error: unknown) => {
    throw pushFailure(error);
  });
}

/** Later tries: an earlier push may have been accepted, and only the key can tell. A refused push (quota) falls back to a fresh token. */
async function pushFirst(attempt: Try): Promise<Receipt> {
  try {
    return await pushNow(attempt);
  } catch (error) {
    if (attempt.token === undefined || !surelyRefused(error)) throw pushFailure(error);
    return replyNow(attempt, attempt.token).catch((second: unknown) => {
      throw surelyRefused(second) ? pushFailure(error) : unclear(second);
    });
  }
}

/**
 * After a try by reply that never ended: the token itself tells. Taken now, it was not used then; refused, it was, or may
 * have been, and the text is not said twice.
 */
async function askToken(attempt: Try, token: string): Promise<Receipt> {
  return replyNow(attempt, token).catch((error: unknown) => {
    throw unclear(error);
  });
}

async function deliverOrdinary(attempt: Try): Promise<Receipt> {
  const { replyHandle, interruptedAt, now, tries } = attempt.delivery;
  if (replyHandle && interruptedAt !== undefined && interruptedAt < replyHandle.expiresAt) {
    if (now >= replyHandle.expiresAt + PROBE_MS) throw unclear(undefined);
    return askToken(attempt, replyHandle.token);
  }
  if (attempt.token !== undefined && tries === 0) return replyFirst(attempt, attempt.token);
  return pushFirst(attempt);
}

async function deliverSafety(attempt: Try): Promise<Receipt> {
  const { token } = attempt;
  try {
    return await pushNow(attempt, token === undefined ? undefined : SAFETY_PUSH_MS);
  } catch (error) {
    if (token === undefined) throw pushFailure(error);
    return replyNow(attempt, token).catch(() => {
      // The push decides what follows: its key makes another try harmless.
      throw pushFailure(error);
    });
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
  const body = lineBody.safeParse(delivery.body);
  if (!address || !body.success) {
    throw new DeliveryError('line_address', 'The delivery has no LINE address or body; it cannot be sent.', {
      retry: false,
    });
  }
  const { replyHandle, now, purpose } = delivery;
  const token = replyHandle && now < replyHandle.expiresAt ? replyHandle.token : undefined;
  const envelope = { to: address.to, messages: body.data.messages };
  const attempt = { client, delivery, envelope, signal, token };
  return purpose === 'safety' ? deliverSafety(attempt) : deliverOrdinary(attempt);
}
