declare global {
  /** True in builds of the crash runner, false in production (esbuild `define`); absent when run from source. */
  var __CRASH_POINTS__: boolean | undefined;
}

/** Every place at which the crash runner kills the process, in the order in which a message meets them. */
export const CRASH_POINTS = [
  'before-accept',
  'after-accept',
  'after-claim',
  'after-turn',
  'after-commit',
  'after-delivery-claim',
  'before-deliver',
  'after-deliver',
  'after-settle',
  'after-timer-fire',
  'after-media-fetch',
  'after-media-store',
] as const;

/** See {@link CRASH_POINTS}. */
export type CrashPoint = (typeof CRASH_POINTS)[number];

let onPoint: ((point: CrashPoint) => void) | undefined;

/** The crash runner's child says what happens at a point (it kills itself at the one it was told). */
export function armCrashPoints(hook: (point: CrashPoint) => void): void {
  onPoint = hook;
}

/** Marks a place at which a crash must lose nothing and repeat nothing. Does nothing unless armed; gone from production builds. */
export function crashPoint(point: CrashPoint): void {
  if (typeof __CRASH_POINTS__ !== 'undefined' && __CRASH_POINTS__) onPoint?.(point);
}
