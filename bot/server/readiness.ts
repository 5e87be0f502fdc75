import type { Clock } from '../clock.ts';

/** One thing that readiness tells. `check` gives a short state such as `ok` or `words-only`; a throw means `failing`. */
export interface Probe {
  readonly name: string;
  /** True when the service must not get traffic while this fails. */
  readonly required: boolean;
  check(): Promise<string> | string;
}

/** What `/readyz` answers. */
export interface Readiness {
  readonly ready: boolean;
  readonly body: Readonly<Record<string, string | boolean>>;
}

/** A probe that has not answered by then counts as failing. */
const PROBE_MS = 1_000;

/** Asks all probes at once. */
export async function readReadiness(
  probes: readonly Probe[],
  stopping: boolean,
  clock: Clock,
): Promise<Readiness> {
  const states = await Promise.all(probes.map(async (probe) => ({ probe, state: await ask(probe, clock) })));
  const ready = !stopping && states.every(({ probe, state }) => state !== 'failing' || !probe.required);
  const body = Object.fromEntries(states.map(({ probe, state }) => [probe.name, state]));
  return { ready, body: { ready, ...(stopping ? { stopping } : {}), ...body } };
}

async function ask(probe: Probe, clock: Clock): Promise<string> {
  const answered = new AbortController();
  try {
    const late = clock.sleep(PROBE_MS, answered.signal).then(() => 'failing');
    return await Promise.race([Promise.resolve(probe.check()), late]);
  } catch {
    return 'failing';
  } finally {
    answered.abort();
  }
}
