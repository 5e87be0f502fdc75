/** A file that a person sent. */
interface StoredContent {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** Answers 202 this many times before the file is ready. */
  preparing: number;
}

/** Files by message id, as `api-data.line.me` keeps them for a while. */
export interface LineContent {
  put(messageId: string, bytes: Uint8Array, contentType: string): void;
  find(messageId: string): StoredContent | undefined;
  /** The next file sent is not ready for the first `times` requests. */
  prepareNext(times: number): void;
  /** LINE has deleted the file. */
  forget(messageId: string): void;
}

/** An empty store. */
export function createLineContent(): LineContent {
  const files = new Map<string, StoredContent>();
  let preparing = 0;
  return {
    put(messageId, bytes, contentType) {
      files.set(messageId, { bytes, contentType, preparing });
      preparing = 0;
    },
    find: (messageId) => files.get(messageId),
    prepareNext(times) {
      preparing = times;
    },
    forget: (messageId) => void files.delete(messageId),
  };
}
