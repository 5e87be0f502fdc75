/** Milliseconds before try 2, 3, 4, 5. Danger is tried again at once: five tries within two seconds. */
const ORDINARY = [1_000, 5_000, 20_000, 60_000] as const;
const URGENT = [100, 200, 400, 800] as const;

/**
 * Wait after a failed turn. Half of it is chance, so that turns that failed together do not come back together.
 * `tries`: tries that have failed before this one; `random`: 0 included to 1 excluded.
 */
export function turnRetryDelay(tries: number, urgent: boolean, random: () => number): number {
  const delays = urgent ? URGENT : ORDINARY;
  const full = delays[Math.min(tries, delays.length - 1)] ?? 0;
  return Math.round(full * (0.5 + random() / 2));
}
