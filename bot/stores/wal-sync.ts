import { closeSync, fdatasync, openSync } from 'node:fs';

/** Makes what SQLite has written survive a power failure, while the event loop goes on. */
export interface WalSync {
  /**
   * Resolves when a flush that began after this call has ended: everything that was committed before the call is on
   * the disk then. Calls that meet a running flush share the next one. Rejects, from then on always, when the disk
   * refused: what was written before may be gone, and only a restart finds out.
   */
  flush(): Promise<void>;
  close(): void;
}

/**
 * Flushes the write-ahead log of `file` with `fdatasync`, which is what SQLite itself does at the end of a commit when
 * `synchronous` is FULL, but there on the main thread. Opened at the first flush: the log exists only after a write.
 * A second descriptor is safe: SQLite's locks are on the database and its shared memory, never on the log.
 */
export function createWalSync(file: string): WalSync {
  let fd: number | undefined;
  return createFlusher(
    (done) => {
      try {
        fd ??= openSync(`${file}-wal`, 'r+');
        fdatasync(fd, done);
      } catch (cause) {
        done(cause instanceof Error ? cause : new Error('the log cannot be opened', { cause }));
      }
    },
    () => {
      if (fd !== undefined) closeSync(fd);
      fd = undefined;
    },
  );
}

/** The order of flushes, apart from the disk. `sync` calls `done` once, with the error if there was one. */
export function createFlusher(
  sync: (done: (error: Error | null) => void) => void,
  close: () => void = () => {},
): WalSync {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  let refused: Promise<never> | undefined;
  const start = (): Promise<void> => {
    if (refused) return refused;
    const flushed = new Promise<void>((resolve, reject) =>
      sync((error) => {
        running = undefined;
        if (error) {
          refused = Promise.reject(error);
          refused.catch(() => {});
          reject(error);
        } else resolve();
      }),
    );
    running = flushed;
    return flushed;
  };
  return {
    flush() {
      if (!running) return start();
      next ??= running.then(() => {
        next = undefined;
        return start();
      });
      return next;
    },
    close,
  };
}
