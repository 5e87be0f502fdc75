import type { AttachmentRef } from '../activity.ts';

/** An attachment to fetch soon: platforms delete their copy. */
export interface MediaDraft {
  readonly id: string;
  readonly channel: string;
  readonly conversation: string;
  readonly messageId: string;
  readonly attachment: AttachmentRef;
  readonly createdAt: number;
}

/** Durable fetch jobs and the encrypted bytes they bring home. */
export interface Media {
  claim(
    owner: string,
    now: number,
    leaseMs: number,
    limit: number,
  ): Promise<readonly (MediaDraft & { readonly fence: number; readonly tries: number })[]>;
  /** Stores the bytes (already stripped of location data), encrypted; false when the lease was lost. */
  store(id: string, fence: number, bytes: Uint8Array, contentType: string): Promise<boolean>;
  /** Tries again at `retryAt`, or gives up for good when it is undefined. */
  fail(id: string, fence: number, code: string, retryAt: number | undefined): Promise<boolean>;
  read(id: string): Promise<{ bytes: Uint8Array; contentType: string } | undefined>;
  nextAt(now: number): Promise<number | undefined>;
}
