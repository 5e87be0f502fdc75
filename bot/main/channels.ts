import {
  createDirectLineAdapter,
  type DirectLineAdapter,
} from '../../adapters/botframework/directline/direct-line-adapter.ts';
import { createLineAdapter } from '../../adapters/line/line-adapter.ts';
import type { Adapter } from '../adapter.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { Bus } from '../ports/bus.ts';
import type { Stores } from '../ports/stores.ts';
import { peerOf } from '../server/peer.ts';
import { storedInstallations } from './slack-installations.ts';

/** A channel that is on, or why it is off. */
export interface ChannelState {
  readonly name: string;
  /** Undefined when on; else what to set. */
  readonly off?: string;
}

/** All channels of an installation. */
export interface Channels {
  readonly adapters: readonly Adapter[];
  readonly web: DirectLineAdapter;
  readonly states: readonly ChannelState[];
}

/** What channels are made from. */
export interface ChannelParts {
  readonly config: Config;
  readonly stores: Stores;
  readonly bus: Bus;
  readonly tokenKey: Uint8Array;
  readonly clock: Clock;
  readonly log: Log;
}

/** A channel by name: made when its secrets are set, else what to set. */
interface Candidate {
  readonly name: string;
  readonly adapter: Adapter | undefined;
  readonly needs: string;
}

/** `{ key: value }`, or nothing when there is no value: optional settings stay absent, not undefined. */
function given<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, V>);
}

function openWeb({ config, stores, bus, tokenKey, clock, log }: ChannelParts): DirectLineAdapter {
  return createDirectLineAdapter({
    store: stores.store,
    transcript: stores.transcript,
    bus,
    clock,
    log,
    tokenKey,
    trustProxy: config.TRUST_PROXY,
    peerOf,
    ...given('publicUrl', config.PUBLIC_URL),
  });
}

function openLine({ config, clock, log }: ChannelParts): Adapter | undefined {
  const { LINE_CHANNEL_SECRET: channelSecret, LINE_CHANNEL_ACCESS_TOKEN: channelAccessToken } = config;
  if (!channelSecret || !channelAccessToken) return undefined;
  return createLineAdapter({
    channelSecret,
    channelAccessToken,
    clock,
    log,
    ...given('apiBaseUrl', config.LINE_API_BASE_URL),
    ...given('dataApiBaseUrl', config.LINE_DATA_API_BASE_URL),
  });
}

/** Bolt and botbuilder take half a second each to load: only who uses them waits. */
async function openSlack({ config, stores, clock, log }: ChannelParts): Promise<Adapter | undefined> {
  const { SLACK_SIGNING_SECRET: signingSecret } = config;
  if (!signingSecret) return undefined;
  const { createSlackAdapter } = await import('../../adapters/slack/slack-adapter.ts');
  return createSlackAdapter({
    signingSecret,
    installations: storedInstallations(stores.store, clock),
    clock,
    log,
    ...given('botToken', config.SLACK_BOT_TOKEN),
    ...given('clientId', config.SLACK_CLIENT_ID),
    ...given('clientSecret', config.SLACK_CLIENT_SECRET),
    ...given('apiUrl', config.SLACK_API_URL),
    ...given('publicUrl', config.PUBLIC_URL),
  });
}

async function openBotFramework({ config, clock, log }: ChannelParts): Promise<Adapter | undefined> {
  const { MICROSOFT_APP_ID: appId, MICROSOFT_APP_PASSWORD: appPassword } = config;
  if (!appId || !appPassword) return undefined;
  const { createBotFrameworkAdapter } = await import('../../adapters/botframework/bot-framework-adapter.ts');
  return createBotFrameworkAdapter({ appId, appPassword, clock, log });
}

/** A channel is on exactly when its secrets are set; the web chat always is. */
export async function openChannels(parts: ChannelParts): Promise<Channels> {
  const web = openWeb(parts);
  const candidates: readonly Candidate[] = [
    { name: 'web chat', adapter: web, needs: '' },
    {
      name: 'LINE',
      adapter: openLine(parts),
      needs: 'set LINE_CHANNEL_SECRET and LINE_CHANNEL_ACCESS_TOKEN',
    },
    { name: 'Slack', adapter: await openSlack(parts), needs: 'set SLACK_SIGNING_SECRET and SLACK_BOT_TOKEN' },
    {
      name: 'Bot Framework',
      adapter: await openBotFramework(parts),
      needs: 'set MICROSOFT_APP_ID and MICROSOFT_APP_PASSWORD',
    },
  ];
  return {
    web,
    adapters: candidates.flatMap(({ adapter }) => (adapter ? [adapter] : [])),
    states: candidates.map(({ name, adapter, needs }) => (adapter ? { name } : { name, off: needs })),
  };
}
