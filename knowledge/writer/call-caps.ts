/** How much may be asked of a model (LLM10 in P-1), in one process. */
export interface CapOptions {
  /** Calls at the same time: others must not wait for a lane because the model is slow. */
  readonly atOnce: number;
  /** Calls of one conversation in an hour. */
  readonly perConversation: number;
  /** Calls of all in an hour. */
  readonly perHour: number;
  /** Characters sent by all in a day: what a day can cost at most. */
  readonly charactersPerDay: number;
}

/** Enough for people, too little for a script. */
export const DEFAULT_CAPS: CapOptions = {
  atOnce: 8,
  perConversation: 20,
  perHour: 400,
  charactersPerDay: 20_000_000,
};

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Counts calls by the clock's hours and days. In memory: a restart forgets. */
export class CallCaps {
  readonly #options: CapOptions;
  #running = 0;
  #hour = Number.NaN;
  #day = Number.NaN;
  #calls = 0;
  #characters = 0;
  readonly #conversations = new Map<string, number>();

  constructor(options: CapOptions = DEFAULT_CAPS) {
    this.#options = options;
  }

  /** A call that was taken has ended. */
  ended(): void {
    this.#running -= 1;
  }

  /** Takes one call when it is within all caps; false when it is not, and then nothing is counted. Each taken call ends with `ended()`. */
  take(conversation: string, characters: number, now: number): boolean {
    const hour = Math.floor(now / HOUR);
    const day = Math.floor(now / DAY);
    if (hour !== this.#hour) {
      this.#hour = hour;
      this.#calls = 0;
      this.#conversations.clear();
    }
    if (day !== this.#day) {
      this.#day = day;
      this.#characters = 0;
    }
    const { atOnce, perConversation, perHour, charactersPerDay } = this.#options;
    if (this.#running >= atOnce) return false;
    const own = this.#conversations.get(conversation) ?? 0;
    if (own >= perConversation || this.#calls >= perHour) return false;
    if (this.#characters + characters > charactersPerDay) return false;
    this.#conversations.set(conversation, own + 1);
    this.#running += 1;
    this.#calls += 1;
    this.#characters += characters;
    return true;
  }
}
