import type { Generated } from 'kysely';

/** Flags are 0 or 1, times epoch milliseconds, `sealed` columns ciphertext, `conversation` and `message` keyed hashes. */
export interface Schema {
  secrets: { name: string; sealed: Buffer };
  entries: { key: string; version: number; sealed: Buffer | null };
  inbox: {
    n: Generated<number>;
    id: string;
    conversation: string;
    message: string | null;
    state: 'open' | 'done' | 'dead';
    urgent: number;
    at: number;
    received_at: number;
    tries: number;
    /** 0 = now. */
    retry_at: number;
    code: string | null;
    hash: Buffer;
    sealed: Buffer | null;
  };
  lanes: {
    conversation: string;
    owner: string | null;
    fence: number;
    lease_until: number;
    /** The inbox row that the owner works on. */
    row_id: string | null;
    row_urgent: number;
    head_urgent: number;
    /** Event time of the first claimable row; null when there is none. */
    head_at: number | null;
    /** Highest transcript seq given out. */
    said: number;
    /** How the conversation is reached, for timers. */
    contact: Buffer | null;
  };
  outbox: {
    n: Generated<number>;
    id: string;
    key: string;
    conversation: string;
    message: string | null;
    channel: string;
    /** `queued` stands behind another row of its conversation, `pending` is a head. */
    state: 'queued' | 'pending' | 'waiting' | 'sent' | 'dead';
    urgent: number;
    created_at: number;
    /** When it may be claimed; while claimed, the end of the lease. */
    next_at: number;
    deadline_at: number;
    owner: string | null;
    fence: number;
    tries: number;
    code: string | null;
    sealed: Buffer | null;
    handle: Buffer | null;
    receipt: Buffer | null;
  };
  timers: { id: string; conversation: string; due_at: number; sealed: Buffer };
  transcript: {
    conversation: string;
    seq: number;
    message: string;
    author: 'user' | 'bot' | 'advisor';
    at: number;
    erased: number;
    sealed: Buffer;
  };
  media: {
    id: string;
    conversation: string;
    message: string;
    state: 'pending' | 'stored' | 'dead';
    created_at: number;
    next_at: number;
    owner: string | null;
    fence: number;
    tries: number;
    code: string | null;
    job: Buffer | null;
    type: Buffer | null;
    bytes: Buffer | null;
  };
  cases: {
    id: string;
    conversation: string;
    kind: string;
    /** Index into URGENCIES. */
    urgency: number;
    office: string | null;
    specialist: string | null;
    language: string;
    state: string;
    opened_at: number;
    version: number;
    sealed: Buffer;
  };
  case_events: {
    case_id: string;
    n: number;
    at: number;
    type: string;
    /** Id that a turn gave out for the case; equals `case_id` when it opened it. */
    ref: string | null;
    sealed: Buffer;
  };
  audit: { seq: number; at: number; action: string; prev: Buffer; hash: Buffer; sealed: Buffer };
  audit_head: { id: number; seq: number; hash: Buffer };
}
