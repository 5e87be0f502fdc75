import type { Delivery, Receipt } from '../../bot/adapter.ts';
import type { Clock } from '../../bot/clock.ts';
import { DeliveryError } from '../../bot/errors.ts';
import { readAddress, type SlackAddress } from './address.ts';
import { findSent } from './find-sent.ts';
import { METADATA_EVENT } from './ids.ts';
import type { TokenOf } from './installations.ts';
import { type SlackBody, slackBody } from './render.ts';
import { deliveryErrorOf, mayBeDone, SlackApiError } from './slack-api-error.ts';
import type { SlackClient } from './slack-client.ts';
import { createSpacing } from './spacing.ts';

/** Deliveries remembered as surely not posted; forgotten ones are looked up, which only costs a call. */
const MANY = 5_000;

/** Sends one try; see {@link createSlackSender}. */
export type SlackSender = (delivery: Delivery, signal: AbortSignal) => Promise<Receipt>;

interface Try {
  readonly delivery: Delivery;
  readonly address: SlackAddress;
  readonly body: SlackBody;
  readonly token: string;
  readonly signal: AbortSignal;
}

/** What is known of earlier tries. */
interface History {
  nothingPosted: boolean;
}

const threadOf = ({ thread }: SlackAddress) => (thread ? { thread_ts: thread } : {});
const contentOf = ({ body }: Try) => ({ text: body.text, blocks: [...body.blocks] });

function failure(error: unknown): DeliveryError {
  if (error instanceof DeliveryError) return error;
  if (error instanceof SlackApiError) return deliveryErrorOf(error);
  return new DeliveryError('slack_failed', 'A Slack delivery failed on our side.', {
    retry: true,
    cause: error,
  });
}

/**
 * One try. Ordinary messages: `chat.postMessage` with our outbox id as metadata, one a second and channel (S-7), looked up
 * before it is posted again when an earlier try may have arrived (S-9). Private ones, and answers to a slash command, are
 * seen by the writer alone (S-16): by `response_url` while it is fresh, else `chat.postEphemeral`; they cannot be looked
 * up, and twice is better than never. Throws DeliveryError.
 */
export function createSlackSender(parts: {
  client: SlackClient;
  tokenOf: TokenOf;
  clock: Clock;
}): SlackSender {
  const { client, tokenOf, clock } = parts;
  const spacing = createSpacing(clock);
  const notPosted = new Set<string>();

  async function respond(attempt: Try, url: string): Promise<Receipt | undefined> {
    const { signal } = attempt;
    const payload = { response_type: 'ephemeral', ...contentOf(attempt) };
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(payload),
    };
    try {
      return await client.visit({ endpoint: 'response_url', url, init, signal }, async () => ({
        road: 'response',
      }));
    } catch (error) {
      // Used up or expired: the other road is open.
      if (error instanceof SlackApiError && error.fault === 'refused') return undefined;
      throw error;
    }
  }

  async function sendPrivately(attempt: Try): Promise<Receipt> {
    const { address, delivery, token, signal } = attempt;
    const { user, channel } = address;
    if (user === undefined)
      throw new DeliveryError('slack_no_reader', 'A private message has nobody who may see it.', {
        retry: false,
      });
    const { replyHandle, now } = delivery;
    if (address.only && replyHandle && now < replyHandle.expiresAt) {
      const receipt = await respond(attempt, replyHandle.token);
      if (receipt) return receipt;
    }
    const result = await client.call({ endpoint: 'chat.postEphemeral', token, signal }, (api) =>
      api.chat.postEphemeral({ channel, user, ...threadOf(address), ...contentOf(attempt) }),
    );
    return { road: 'ephemeral', ...(result.message_ts ? { id: result.message_ts } : {}) };
  }

  async function post(attempt: Try, history: History): Promise<Receipt> {
    const { address, delivery, token, signal } = attempt;
    if (!history.nothingPosted) {
      const ts = await findSent(client, token, address, delivery.key, signal);
      if (ts !== undefined) return { road: 'found', id: ts };
      history.nothingPosted = true;
    }
    const metadata = { event_type: METADATA_EVENT, event_payload: { outbox_id: delivery.key } };
    const result = await client.call({ endpoint: 'chat.postMessage', token, signal }, (api) =>
      api.chat.postMessage({
        channel: address.channel,
        ...threadOf(address),
        ...contentOf(attempt),
        metadata,
        unfurl_links: false,
        unfurl_media: false,
      }),
    );
    return { road: 'post', ...(result.ts ? { id: result.ts } : {}) };
  }

  async function send(attempt: Try, hidden: boolean, history: History): Promise<Receipt> {
    const { address } = attempt;
    if (hidden || address.only) return sendPrivately(attempt);
    const wait = spacing.take(address.channel);
    if (wait > 0)
      throw new DeliveryError('slack_spacing', 'Slack takes one message a second and channel.', {
        retry: true,
        after: wait,
      });
    return post(attempt, history);
  }

  return async (delivery, signal) => {
    const address = readAddress(delivery.address);
    const body = slackBody.safeParse(delivery.body);
    if (!address || !body.success)
      throw new DeliveryError(
        'slack_address',
        'The delivery has no Slack address or body; it cannot be sent.',
        {
          retry: false,
        },
      );
    const { id, tries, interruptedAt } = delivery;
    const history = { nothingPosted: (tries === 0 && interruptedAt === undefined) || notPosted.has(id) };
    notPosted.delete(id);
    try {
      const token = await tokenOf(address);
      const { private: hidden = false, ...content } = body.data;
      return await send({ delivery, address, body: content, token, signal }, hidden, history);
    } catch (error) {
      const final = failure(error);
      const mayHaveArrived = error instanceof SlackApiError && mayBeDone(error);
      if (history.nothingPosted && !mayHaveArrived && final.retry && notPosted.size < MANY) notPosted.add(id);
      if (error instanceof SlackApiError && error.fault === 'rate')
        spacing.pause(address.channel, error.after ?? 1_000);
      throw final;
    }
  };
}
