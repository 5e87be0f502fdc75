import type { Clock } from '../../../bot/clock.ts';
import type { Log } from '../../../bot/log.ts';
import type { Bus } from '../../../bot/ports/bus.ts';
import type { Store } from '../../../bot/ports/store.ts';
import type { Transcript } from '../../../bot/ports/transcript.ts';

/** What a minute or an hour may hold. Generous: a whole dormitory can share one address. */
export interface DirectLineLimits {
  /** New conversations per address and minute. */
  readonly tokensPerMinute: number;
  /** Messages per conversation and 10 s: a short window, so that nobody in need waits long. */
  readonly messagesPerTenSeconds: number;
  /** Uploads per conversation and hour. */
  readonly uploadsPerHour: number;
  /** Uploads per address and hour, over all its conversations: a disk is not filled by one machine. */
  readonly uploadsPerHourAndAddress: number;
  /** Return codes tried per address and hour. */
  readonly returnTriesPerHour: number;
}

/** Everything the web channel needs. */
export interface DirectLineOptions {
  readonly store: Store;
  readonly transcript: Transcript;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly log: Log;
  /** At least 32 bytes; signs tokens and choice values, and hashes return codes. */
  readonly tokenKey: Uint8Array;
  /** Our own origin as browsers see it, e.g. `https://soudan.example`. Without it the `Host` header is used. */
  readonly publicUrl?: string;
  /** Other origins whose scripts may talk to us (CORS and handshake). Default none: the widget is our own origin. */
  readonly allowedOrigins?: readonly string[];
  /** True when a proxy of ours sets `X-Forwarded-For` and `X-Forwarded-Proto`. */
  readonly trustProxy?: boolean;
  /** Address of the socket a request came through. Without it all clients share one counter. */
  readonly peerOf?: (request: Request) => string | undefined;
  readonly limits?: Partial<DirectLineLimits>;
}

/** See {@link DirectLineLimits}. */
export const DEFAULT_LIMITS: DirectLineLimits = {
  tokensPerMinute: 60,
  messagesPerTenSeconds: 20,
  uploadsPerHour: 30,
  uploadsPerHourAndAddress: 100,
  returnTriesPerHour: 20,
};

/** Core id of a Direct Line conversation: one lane, one state. */
export function coreConversation(id: string): string {
  return `web:${id}`;
}
