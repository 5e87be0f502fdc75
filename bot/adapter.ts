import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Activity, AttachmentRef, ReplyHandle } from './activity.ts';
import type { Json } from './json.ts';
import type { Message, Purpose } from './message.ts';

/**
 * Stores activities durably: all or none, each (channel, id) once. Resolves when they are stored; only then
 * may the adapter answer 2xx. Throws BusyError when the inbox cannot take them (→ 503).
 */
export type Accept = (activities: readonly Activity[]) => Promise<void>;

/** One rendered call to the platform, stored with its key before the first try. */
export interface Delivery {
  readonly id: string;
  /** UUID, the same on every try: LINE's retry key, Slack's metadata id. */
  readonly key: string;
  readonly conversation: string;
  readonly address: Json;
  /** Exact body as `render` made it. */
  readonly body: Json;
  readonly purpose: Purpose;
  readonly replyHandle?: ReplyHandle;
  /** Tries before this one. */
  readonly tries: number;
  /** Epoch milliseconds at which a try began that never ended (the process died): what it sent may have arrived. */
  readonly interruptedAt?: number;
  /** Epoch milliseconds of this try. */
  readonly now: number;
}

/** What the platform said. */
export interface Receipt {
  /** Platform's id of the message, when it gives one. */
  readonly id?: string;
  /** Which road was taken, e.g. `reply`, `push`. */
  readonly road?: string;
}

/** A channel. Everything platform-specific lives behind this. */
export interface Adapter {
  readonly channel: string;
  /** Path patterns (Hono syntax) whose requests the server hands to `handle`. */
  readonly paths: readonly string[];
  /** Milliseconds after which an undelivered ordinary message is given up (dead letter). */
  readonly deliveryDeadline: number;
  /** Largest request body in bytes (→ 413 above it). 1 MiB when absent. */
  readonly bodyLimit?: number;
  /**
   * Answers one HTTP request whose body is already capped. Verifies, parses, awaits `accept`, then answers.
   * Throws SignatureError (→ 401), MalformedError (→ 400), BusyError (→ 503).
   */
  handle(request: Request, accept: Accept): Promise<Response>;
  /** WebSocket upgrades for this channel; gives false when the path is not ours. */
  upgrade?(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** Platform bodies for one message, in sending order, each within the platform's limits. Pure. Empty when the transcript itself is the delivery (web, terminal). */
  render(message: Message): readonly Json[];
  /**
   * Bodies of one turn and one purpose, put into as few calls as the platform allows, order kept. Pure. A reply handle is
   * good for one call and a second call may cost quota, so join before planning deliveries. Left out: bodies stay as they are.
   */
  join?(bodies: readonly Json[]): readonly Json[];
  /** One try. Throws DeliveryError. */
  deliver(delivery: Delivery, signal: AbortSignal): Promise<Receipt>;
  /** Bytes of an attachment. */
  fetch?(attachment: AttachmentRef, signal: AbortSignal): Promise<{ bytes: Uint8Array; contentType: string }>;
  /** Called once the bytes of `fetch` are stored, or given up for good: the adapter may drop its own copy. Idempotent. */
  settled?(attachment: AttachmentRef): Promise<void>;
  /** "Is typing" for the person; failures are ignored by the caller. */
  typing?(address: Json, signal: AbortSignal): Promise<void>;
  /** First guess of the person's language (BCP 47), e.g. from the platform's profile. */
  profileLanguage?(address: Json, signal: AbortSignal): Promise<string | undefined>;
}
