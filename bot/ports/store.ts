import type { Json } from '../json.ts';
import type { AuditDraft, CaseDraft } from '../turn.ts';
import type { MediaDraft } from './media.ts';
import type { OutboxDraft } from './outbox.ts';
import type { TimerRow } from './timers.ts';
import type { TranscriptDraft } from './transcript.ts';

/** A stored value with the version that a later change must name. */
export interface Entry {
  readonly value: Json;
  readonly version: number;
}

/** Puts `value` (null deletes) under `key`, provided that the stored version is `expected` (null = absent). */
export interface EntryChange {
  readonly key: string;
  readonly value: Json;
  readonly expected: number | null;
}

/** Everything that one turn makes true, all or nothing. */
export interface Commit {
  /**
   * Lane under which the writer works. Refused with LeaseLostError when a newer fence exists. `release` gives the
   * lane back in the same transaction.
   */
  readonly lane?: { readonly conversation: string; readonly fence: number; readonly release?: boolean };
  readonly at: number;
  readonly entries?: readonly EntryChange[];
  /** Inbox rows that are finished: their text is dropped, id, times and hash stay. */
  readonly inboxDone?: readonly string[];
  readonly transcript?: readonly TranscriptDraft[];
  readonly outbox?: readonly OutboxDraft[];
  readonly timers?: readonly TimerRow[];
  readonly timersDone?: readonly string[];
  readonly media?: readonly MediaDraft[];
  readonly cases?: readonly (CaseDraft & { readonly conversation: string })[];
  readonly audit?: readonly (AuditDraft & { readonly actor: string })[];
  /** (conversation, messageId) whose text is erased from transcript, outbox and open inbox rows; a tombstone stays. */
  readonly erase?: readonly { readonly conversation: string; readonly messageId: string }[];
}

/** State with compare-and-set. One commit spans all tables. */
export interface Store {
  /** Entries that exist among `keys`. */
  read(keys: readonly string[]): Promise<ReadonlyMap<string, Entry>>;
  /** All or nothing. Throws ConflictError (an expected version was wrong) or LeaseLostError. */
  commit(commit: Commit): Promise<void>;
  /** Throws when the database cannot write now. For readiness. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
