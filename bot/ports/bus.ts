import type { Json } from '../json.ts';

/**
 * Wake-ups, live updates, rate counters, presence. Never the only copy of anything: a lost message costs
 * seconds (workers also sweep), never data. In-process by default, Redis when `REDIS_URL` is set.
 */
export interface Bus {
  /** Fire and forget; never throws. */
  publish(topic: string, payload: Json): void;
  /** Gives the function that ends the subscription. */
  subscribe(topic: string, listener: (payload: Json) => void): () => void;
  /** Adds 1 to `key`'s counter of the current window; gives the count, or 0 when the bus is down (fail open). */
  count(key: string, windowMs: number): Promise<number>;
  /** Marks `member` present in `group` for `ttlMs`. */
  present(group: string, member: string, ttlMs: number): Promise<void>;
  members(group: string): Promise<readonly string[]>;
  /** False when the remote side is unreachable now. */
  healthy(): boolean;
  close(): Promise<void>;
}
