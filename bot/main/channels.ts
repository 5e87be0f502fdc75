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

/** A channel is on exactly when its secrets are set; the web chat always is. */
export async function openChannels(parts: ChannelParts): Promise<Channels> {
  const { config, stores, bus, clock, log } = parts;
  const web = createDirectLineAdapter({
    store: stores.store,
    transcript: stores.transcript,
    bus,
    clock,
    log,
    tokenKey: parts.tokenKey,
    trustProxy: config.TRUST_PROXY,
    peerOf,
    ...(config.PUBLIC_URL ? { publicUrl: config.PUBLIC_URL } : {}),
  });
  const adapters: Adapter[] = [web];
  const states: ChannelState[] = [{ name: 'web chat' }];

  const { LINE_CHANNEL_SECRET: channelSecret, LINE_CHANNEL_ACCESS_TOKEN: channelAccessToken } = config;
  if (channelSecret && channelAccessToken) {
    adapters.push(
      createLineAdapter({
        channelSecret,
        channelAccessToken,
        clock,
        log,
        ...(config.LINE_API_BASE_URL ? { apiBaseUrl: config.LINE_API_BASE_URL } : {}),
        ...(config.LINE_DATA_API_BASE_URL ? { dataApiBaseUrl: config.LINE_DATA_API_BASE_URL } : {}),
      }),
    );
    states.push({ name: 'LINE' });
  } else states.push({ name: 'LINE', off: 'set LINE_CHANNEL_SECRET and LINE_CHANNEL_ACCESS_TOKEN' });
  return { adapters, web, states };
}
