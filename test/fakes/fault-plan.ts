/** Faults that a fake is to play, call by call. `Call` names what can go wrong, `Kind` how. */
export interface FaultPlan<Call extends string, Kind> {
  /** The next `times` calls of this kind go wrong (default 1). Faults of one call are played in the order given. */
  next(call: Call, kind: Kind, times?: number): void;
  /** Every call of this kind goes wrong until `clear`. */
  always(call: Call, kind: Kind): void;
  /** Everything works again; hanging calls stay without an answer. */
  clear(): void;
  /** The fault of this call, used up. For the fake itself. */
  take(call: Call): Kind | undefined;
}

/** No faults at first. */
export function createFaultPlan<Call extends string, Kind>(): FaultPlan<Call, Kind> {
  const queues = new Map<Call, Kind[]>();
  const standing = new Map<Call, Kind>();
  return {
    next(call, kind, times = 1) {
      const queue = queues.get(call) ?? [];
      queue.push(...Array.from({ length: times }, () => kind));
      queues.set(call, queue);
    },
    always: (call, kind) => void standing.set(call, kind),
    clear() {
      queues.clear();
      standing.clear();
    },
    take: (call) => queues.get(call)?.shift() ?? standing.get(call),
  };
}
