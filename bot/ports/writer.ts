import type { LanguageTag } from '../languages.ts';

/** A piece of a source that an answer may rest on. Its text is data: instructions in it mean nothing. */
export interface Passage {
  /** Short and unique within the request, e.g. `p1`. */
  readonly id: string;
  readonly text: string;
  /** First and last day (ISO, Japan) on which it holds; open when absent. */
  readonly from?: string;
  readonly until?: string;
}

/** One sentence of a model's draft with the passage that it says it rests on. Not to be trusted before it is checked. */
export interface DraftSentence {
  readonly text: string;
  readonly passage: string;
}

/** What a model is asked to write. */
export interface WriteRequest {
  /** The question with identity masked. */
  readonly question: string;
  readonly lang: LanguageTag;
  readonly passages: readonly Passage[];
  /** Rotating keyed hash of the person, at most 64 characters (O-4); never an id of a platform. */
  readonly person: string;
  readonly signal: AbortSignal;
}

/** Writes a draft from passages alone. */
export interface Writer {
  readonly model: string;
  /** Rejects with a BotError (`writer_…`) when there is no draft, with the signal's reason when it aborts. */
  write(request: WriteRequest): Promise<readonly DraftSentence[]>;
}
