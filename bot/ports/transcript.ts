import type { Json } from '../json.ts';

/** A line of a conversation: `user` = the person, `bot` = us, `advisor` = a human of the desk. */
export interface TranscriptDraft {
  readonly conversation: string;
  readonly author: 'user' | 'bot' | 'advisor';
  readonly at: number;
  /** Channel's message id or ours: what `retracted` and client echoes name. */
  readonly messageId: string;
  /** The Activity (user) or Message (bot, advisor) as JSON; stored encrypted. */
  readonly body: Json;
}

/** A stored line. `seq` starts at 1 and has no gaps within a conversation: it is the Direct Line watermark. */
export interface TranscriptRow extends TranscriptDraft {
  readonly seq: number;
  /** The text was taken back or erased; `body` is null. */
  readonly erased: boolean;
}

/** What was said, for replay (web chat), the desk and context. */
export interface Transcript {
  /** Lines with `seq > after`, oldest first, at most `limit`. */
  since(conversation: string, after: number, limit: number): Promise<readonly TranscriptRow[]>;
  /** The newest `limit` lines, oldest first. */
  latest(conversation: string, limit: number): Promise<readonly TranscriptRow[]>;
  /** Highest seq; 0 when the conversation has no lines. */
  head(conversation: string): Promise<number>;
}
