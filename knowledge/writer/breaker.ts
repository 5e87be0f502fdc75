/** Failures in a row after which nobody waits for the model any more. */
const FAILURES = 3;
/** Milliseconds of rest; then one call may try. */
const REST = 60_000;

/** Circuit breaker: a server that fails is left alone for a while, so that nobody waits for it. */
export class Breaker {
  #failures = 0;
  #restUntil = Number.NEGATIVE_INFINITY;

  /** True when a call may go out. The first one after a rest is the trial: until it ends, no other goes out. */
  allows(now: number): boolean {
    if (this.#failures < FAILURES) return true;
    if (now < this.#restUntil) return false;
    this.#restUntil = now + REST;
    return true;
  }

  succeeded(): void {
    this.#failures = 0;
  }

  failed(now: number): void {
    this.#failures += 1;
    if (this.#failures >= FAILURES) this.#restUntil = now + REST;
  }
}
