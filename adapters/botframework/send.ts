import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { Delivery, Receipt } from '../../bot/adapter.ts';
import type { Clock } from '../../bot/clock.ts';
import { DeliveryError } from '../../bot/errors.ts';
import type { Log } from '../../bot/log.ts';
import { withDeadline } from '../deadline.ts';
import { type BotFrameworkAddress, readAddress } from './address.ts';
import type { Cloud } from './cloud.ts';

/** Milliseconds after which a call is given up. */
const CALL_TIMEOUT_MS = 6_000;
/** Milliseconds until a call with refused credentials is worth another try. */
const TOKEN_WAIT_MS = 60_000;

const storedBody = z.object({
  activity: z.looseObject({ type: z.literal('message') }),
  private: z.literal(true).optional(),
});

/** Status and `Retry-After` of whatever the connector client threw; nothing else of it travels on. */
function statusOf(error: unknown): { status: number; after: number | undefined } {
  if (typeof error !== 'object' || error === null) return { status: 0, after: undefined };
  const status: unknown = Reflect.get(error, 'statusCode');
  const response: unknown = Reflect.get(error, 'response');
  const headers: unknown =
    typeof response === 'object' && response ? Reflect.get(response, 'headers') : undefined;
  const get: unknown = typeof headers === 'object' && headers ? Reflect.get(headers, 'get') : undefined;
  const seconds =
    typeof get === 'function' ? Number(get.call(headers, 'retry-after') ?? Number.NaN) : Number.NaN;
  return {
    status: typeof status === 'number' ? status : 0,
    after: Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined,
  };
}

/** 412, 429, 5xx and no answer are worth another try; 401 after a minute, because an operator can mend it; the rest is final. */
function failureOf(error: unknown): { failure: DeliveryError; status: number } {
  const { status, after } = statusOf(error);
  const timeout = error instanceof Error && error.name === 'TimeoutError';
  const code =
    status === 0 ? (timeout ? 'botframework_timeout' : 'botframework_network') : `botframework_${status}`;
  const retry = status === 0 || status === 401 || status === 412 || status === 429 || status >= 500;
  const wait = status === 401 ? TOKEN_WAIT_MS : after;
  const message = `The Bot Framework connector did not take a message (status ${status}).`;
  return {
    failure: new DeliveryError(code, message, { retry, ...(wait === undefined ? {} : { after: wait }) }),
    status,
  };
}

/** What sending needs. */
export interface SendOptions {
  readonly cloud: Cloud;
  readonly clock: Clock;
  readonly log: Log;
}

async function post(
  cloud: Cloud,
  address: BotFrameworkAddress,
  body: z.infer<typeof storedBody>,
  abortSignal: AbortSignal,
): Promise<Receipt> {
  const { serviceUrl, channelId, conversation, user, bot, activityId, group } = address;
  const { conversations } = await cloud.connector(serviceUrl);
  let target = conversation.id;
  // In a group everybody reads along: what is about one person goes to that person alone.
  const alone = body.private === true && group === true;
  if (alone) {
    const tenant = conversation.tenantId ? { tenantId: conversation.tenantId } : {};
    const made = await conversations.createConversation(
      {
        isGroup: false,
        bot: { ...bot, name: '' },
        members: [{ ...user, name: '' }],
        ...tenant,
        ...(conversation.tenantId ? { channelData: { tenant: { id: conversation.tenantId } } } : {}),
      } as Parameters<typeof conversations.createConversation>[0],
      { abortSignal },
    );
    target = made.id;
  }
  const activity = {
    ...body.activity,
    channelId,
    serviceUrl,
    conversation: { id: target },
    from: bot,
    recipient: user,
  } as unknown as Activity;
  const reply = activityId !== undefined && !alone;
  const answer = reply
    ? await conversations.replyToActivity(
        target,
        activityId,
        { ...activity, replyToId: activityId },
        { abortSignal },
      )
    : await conversations.sendToConversation(target, activity, { abortSignal });
  return { road: alone ? 'personal' : reply ? 'reply' : 'send', ...(answer.id ? { id: answer.id } : {}) };
}

/**
 * One try. The protocol has no key for a message: after an unclear try it is said again, because twice is better than
 * never. Throws DeliveryError.
 */
export async function deliverToConnector(
  { cloud, clock, log }: SendOptions,
  delivery: Delivery,
  signal: AbortSignal,
): Promise<Receipt> {
  const address = readAddress(delivery.address);
  const body = storedBody.safeParse(delivery.body);
  if (!address || !body.success)
    throw new DeliveryError('botframework_address', 'The delivery has no conversation reference or body.', {
      retry: false,
    });
  const startedAt = clock.now();
  const fields = () => ({
    channel: 'botframework',
    endpoint: address.channelId,
    ms: clock.now() - startedAt,
  });
  try {
    const receipt = await withDeadline(clock, signal, CALL_TIMEOUT_MS, (either) =>
      post(cloud, address, body.data, either),
    );
    log.info('The connector answered.', fields());
    return receipt;
  } catch (error) {
    const { failure, status } = failureOf(error);
    log.warn('The connector did not take a call; see the code.', { ...fields(), status, code: failure.code });
    throw failure;
  }
}
