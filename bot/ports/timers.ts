/** Something due in a conversation. When it fires it becomes an inbox row (type `action`), so that one lane orders all. */
export interface TimerRow {
  readonly id: string;
  readonly conversation: string;
  readonly channel: string;
  readonly dueAt: number;
  readonly value: string;
}

/** Due timers. A fired timer is moved to the inbox and deleted in one commit. */
export interface Timers {
  /** Moves due timers into the inbox (event id = timer id), at most `limit`. Gives how many. */
  fire(now: number, limit: number): Promise<number>;
  nextAt(): Promise<number | undefined>;
  /** Deletes all timers of a conversation. */
  cancel(conversation: string): Promise<number>;
}
