import { createFaultPlan, type FaultPlan } from '../fault-plan.ts';
import type { FakeAnswer } from '../http-server.ts';

/** A way in which Slack can go wrong. `…-accepted`: the call takes effect all the same; `ok:WORD` answers `ok: false`. */
export type SlackFaultKind =
  | 'rate-limit'
  | 'rate-limit-without-time'
  | 'server-error'
  | 'server-error-accepted'
  | 'cut'
  | 'cut-accepted'
  | 'hang'
  | 'hang-accepted'
  | 'garbage-accepted'
  | `ok:${string}`;

/** Faults to play, by method name (`chat.postMessage`), `response_url` or `files`. */
export type SlackFaults = FaultPlan<string, SlackFaultKind>;

/** No faults at first. */
export const createSlackFaults = (): SlackFaults => createFaultPlan();

/** True when the call takes effect although the answer goes wrong. */
export const isAccepted = (kind: SlackFaultKind): boolean => kind.endsWith('-accepted');

/** The wrong answer. */
export function faultAnswer(kind: SlackFaultKind): FakeAnswer {
  if (kind.startsWith('ok:')) return { body: { ok: false, error: kind.slice(3) } };
  switch (kind) {
    case 'rate-limit':
      return { status: 429, headers: { 'retry-after': '7' }, body: { ok: false, error: 'ratelimited' } };
    case 'rate-limit-without-time':
      return { status: 429, body: { ok: false, error: 'ratelimited' } };
    case 'server-error':
    case 'server-error-accepted':
      return { status: 503, body: '<html>upstream</html>' };
    case 'cut':
    case 'cut-accepted':
      return { cut: true };
    case 'garbage-accepted':
      return { body: '<html>' };
    default:
      return { hang: true };
  }
}
