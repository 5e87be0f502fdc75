import type { Activity } from '../../bot/activity.ts';
import type { Accept, Adapter } from '../../bot/adapter.ts';
import type { Clock } from '../../bot/clock.ts';
import { BusyError } from '../../bot/errors.ts';
import type { Json } from '../../bot/json.ts';
import type { Log } from '../../bot/log.ts';
import { readAddress, type SlackAddress } from './address.ts';
import { fetchContent } from './content.ts';
import { FORM_VALUE } from './ids.ts';
import { createInstallPages } from './install.ts';
import { createTokenOf, type Installations } from './installations.ts';
import { createFormOpener, type FormOutcome, type FormTrigger, TRIGGER_MS } from './open-form.ts';
import { createReceiver } from './receive.ts';
import { renderBodies } from './render.ts';
import { createSlackSender } from './send.ts';
import { createSlackClient } from './slack-client.ts';
import type { SlackForms } from './sync-answers.ts';

/** An answer older than a working day helps nobody in a chat. */
const DELIVERY_DEADLINE_MS = 12 * 60 * 60_000;

/** What the Slack channel needs. */
export interface SlackAdapterOptions {
  readonly signingSecret: string;
  /** Token of the one team that the app is made in; without it `clientId`, `clientSecret` and `installations` are needed. */
  readonly botToken?: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
  /** Default `https://slack.com/api/`. */
  readonly apiUrl?: string;
  /** Our public address: where a person can write without the company reading along (S-16). */
  readonly publicUrl?: string;
  readonly installations?: Installations;
  /** What flows say within a request, and their forms. */
  readonly forms?: SlackForms;
  /** Largest file that `fetch` takes, in bytes; default 10 MB, as much as the media job keeps. */
  readonly maxContentBytes?: number;
  readonly clock: Clock;
  readonly log: Log;
}

/** The Slack channel, with what only Slack has. */
export interface SlackAdapter extends Adapter {
  readonly channel: 'slack';
  /** Opens a form by a fresh click, else shows a button that opens it. Throws SlackApiError or DeliveryError. */
  openForm(
    name: string,
    address: Json,
    trigger: FormTrigger | undefined,
    signal: AbortSignal,
  ): Promise<FormOutcome>;
}

const never = (): AbortSignal => new AbortController().signal;

/** Makes the Slack channel; refuses an empty secret and settings by which no token can be had. */
export function createSlackAdapter(options: SlackAdapterOptions): SlackAdapter {
  const { signingSecret, botToken, clientId, clientSecret, installations, forms, publicUrl, clock, log } =
    options;
  if (signingSecret === '') throw new TypeError('Slack needs a signing secret: set SLACK_SIGNING_SECRET.');
  const pages =
    clientId && clientSecret && installations ? { clientId, clientSecret, installations } : undefined;
  if (!botToken && !pages)
    throw new TypeError(
      'Slack needs a bot token, or client id, client secret and a place for installations.',
    );
  const base = options.apiUrl ?? 'https://slack.com/api/';
  const apiUrl = base.endsWith('/') ? base : `${base}/`;
  const client = createSlackClient({ apiUrl, clock, log });
  const tokenOf = createTokenOf(installations, botToken);
  const send = createSlackSender({ client, tokenOf, clock });
  const openForm = forms && createFormOpener({ client, tokenOf, forms, clock });
  const install =
    pages &&
    createInstallPages({ ...pages, apiUrl, client, clock, log, ...(publicUrl ? { publicUrl } : {}) });
  const receive = createReceiver({ signingSecret, forms, clock, log });

  /** A click on "open the form": the trigger is too short-lived for inbox and outbox, so it is used at once. */
  function express(activities: readonly Activity[], trigger: FormTrigger | undefined): void {
    for (const activity of activities) {
      const address = readAddress(activity.address);
      if (!openForm || !address || activity.type !== 'action' || activity.fields !== undefined) continue;
      if (!activity.value.startsWith(FORM_VALUE)) continue;
      openForm(activity.value.slice(FORM_VALUE.length), address, trigger, never()).catch(() => {
        log.warn('A form could not be opened, nor its button shown; see the call before.', {
          channel: 'slack',
        });
      });
    }
  }

  async function events(request: Request, accept: Accept): Promise<Response> {
    const receivedAt = clock.now();
    const { activities, answer, triggerId, uninstalled } = await receive(request);
    try {
      if (uninstalled) await installations?.write(uninstalled, undefined);
      if (activities.length > 0) await accept(activities);
    } catch (error) {
      // S-5: what the inbox did not take, Slack must send again.
      throw error instanceof BusyError
        ? error
        : new BusyError('The inbox could not store Slack events; see its error.', { cause: error });
    }
    express(activities, triggerId ? { id: triggerId, expiresAt: receivedAt + TRIGGER_MS } : undefined);
    return answer;
  }

  return {
    channel: 'slack',
    paths: ['/slack/events', ...(install ? ['/slack/install', '/slack/oauth_redirect'] : [])],
    deliveryDeadline: DELIVERY_DEADLINE_MS,
    handle: (request, accept) =>
      install && new URL(request.url).pathname !== '/slack/events'
        ? install(request)
        : events(request, accept),
    render: (message) => renderBodies(message, publicUrl),
    deliver: send,
    fetch: (attachment, signal) =>
      fetchContent({ client, tokenOf }, attachment, options.maxContentBytes ?? 10_000_000, signal),
    async typing(address, signal) {
      const target = readAddress(address);
      if (!target?.thread || target.only) return;
      const { channel, thread } = target;
      const token = await tokenOf(target);
      await client.call({ endpoint: 'assistant.threads.setStatus', token, signal }, (api) =>
        api.assistant.threads.setStatus({ channel_id: channel, thread_ts: thread, status: '…' }),
      );
    },
    async openForm(name, address, trigger, signal) {
      const target: SlackAddress | undefined = readAddress(address);
      return openForm && target ? openForm(name, target, trigger, signal) : 'none';
    },
  };
}
