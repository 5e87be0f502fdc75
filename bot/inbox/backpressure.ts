import { statfs } from 'node:fs/promises';
import type { Clock } from '../clock.ts';
import type { Inbox } from '../ports/inbox.ts';

/** How much may wait before the door says 503 (architecture §6). */
export interface InboxBounds {
  /** Open rows. */
  readonly rows: number;
  /** Milliseconds that the oldest claimable row may have waited: beyond it nobody works any more. */
  readonly ageMs: number;
  /** Used share of the disk, 0–1. */
  readonly diskShare: number;
  /** Bytes left on the disk below which the share counts: a large disk at 85 % has room for years of messages. */
  readonly diskFloor: number;
}

/** See {@link InboxBounds}. */
export const DEFAULT_BOUNDS: InboxBounds = {
  rows: 100_000,
  ageMs: 10 * 60_000,
  diskShare: 0.8,
  diskFloor: 2 * 1024 ** 3,
};

/** Room on the disk that the store writes to. */
export interface DiskRoom {
  readonly usedShare: number;
  /** Bytes. */
  readonly free: number;
}

/** Why the inbox takes no more; undefined when it does. Danger passes `rows` and `age`, never `disk`. */
export type Refusal = 'rows' | 'age' | 'disk';

/** Pure: the first bound that is reached. */
export function refusalOf(
  depth: { readonly open: number; readonly oldestAt: number | undefined },
  disk: DiskRoom | undefined,
  now: number,
  bounds: InboxBounds,
): Refusal | undefined {
  if (disk && disk.usedShare >= bounds.diskShare && disk.free < bounds.diskFloor) return 'disk';
  if (depth.open >= bounds.rows) return 'rows';
  if (depth.oldestAt !== undefined && now - depth.oldestAt > bounds.ageMs) return 'age';
  return undefined;
}

/** A reading is trusted for so long: counting rows at each event would cost more than storing it. */
const READING_MS = 1_000;

/** Gives the current refusal, read at most once a second. A failed reading refuses nothing: the write itself will tell. */
export function createBackpressure(options: {
  readonly inbox: Inbox;
  readonly clock: Clock;
  readonly bounds: InboxBounds;
  /** Absent when the store is not on a disk of ours. */
  readonly disk?: () => Promise<DiskRoom>;
}): () => Promise<Refusal | undefined> {
  const { inbox, clock, bounds, disk } = options;
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<Refusal | undefined> = Promise.resolve(undefined);
  const read = async (now: number) => {
    const [depth, room] = await Promise.all([inbox.depth(now), disk?.()]);
    return refusalOf(depth, room, now, bounds);
  };
  return () => {
    const now = clock.now();
    if (now - readAt >= READING_MS || now < readAt) {
      readAt = now;
      reading = read(now).catch(() => undefined);
    }
    return reading;
  };
}

/** Reads the disk that holds `folder`. */
export async function diskRoom(folder: string): Promise<DiskRoom> {
  const { blocks, bavail, bfree, bsize } = await statfs(folder);
  return { usedShare: blocks === 0 ? 0 : 1 - bfree / blocks, free: bavail * bsize };
}
