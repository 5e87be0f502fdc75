import type { Clock } from '../../bot/clock.ts';

/** S-7: about one message a second and channel. */
const SPACE_MS = 1_000;

/** Channels remembered before old ones are forgotten. */
const MANY = 1_000;

/** Keeps messages to one channel a second apart. */
export interface Spacing {
  /** Milliseconds to wait before the channel takes another message; 0: the slot is taken now. */
  take(channel: string): number;
  /** Slack itself asked for a pause of `ms`. */
  pause(channel: string, ms: number): void;
}

/** In memory: after a restart the first message of a channel is free, and Slack's own 429 stands behind it. */
export function createSpacing(clock: Pick<Clock, 'now'>): Spacing {
  const freeAt = new Map<string, number>();
  return {
    take(channel) {
      const now = clock.now();
      const wait = (freeAt.get(channel) ?? 0) - now;
      if (wait > 0) return wait;
      if (freeAt.size >= MANY) for (const [name, at] of freeAt) if (at <= now) freeAt.delete(name);
      freeAt.set(channel, now + SPACE_MS);
      return 0;
    },
    pause: (channel, ms) => void freeAt.set(channel, Math.max(freeAt.get(channel) ?? 0, clock.now() + ms)),
  };
}
