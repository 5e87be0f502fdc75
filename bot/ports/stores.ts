import type { Inbox } from './inbox.ts';
import type { Media } from './media.ts';
import type { Outbox } from './outbox.ts';
import type { Store } from './store.ts';
import type { Timers } from './timers.ts';
import type { Transcript } from './transcript.ts';

/** All durable state, one database behind it. */
export interface Stores {
  readonly store: Store;
  readonly inbox: Inbox;
  readonly outbox: Outbox;
  readonly timers: Timers;
  readonly transcript: Transcript;
  readonly media: Media;
}
