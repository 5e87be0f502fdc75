import { createFaultPlan, type FaultPlan } from '../fault-plan.ts';
import type { FakeAnswer } from '../http-server.ts';

/** Calls that can be made to go wrong. */
export type FaultyCall = 'reply' | 'push' | 'profile' | 'loading' | 'content' | 'quota' | 'webhook' | 'read';

/** A way in which LINE can go wrong. `…-accepted`: the message is accepted all the same. */
export type LineFaultKind =
  | 'rate-limit'
  | 'monthly-limit'
  | 'server-error'
  | 'server-error-accepted'
  | 'cut'
  | 'cut-accepted'
  | 'hang'
  | 'hang-accepted'
  | 'expired-token'
  | 'bad-request'
  | 'forbidden'
  | 'unauthorized'
  | 'garbage-accepted';

/** Faults to play, call by call. */
export type LineFaults = FaultPlan<FaultyCall, LineFaultKind>;

/** No faults at first. */
export const createLineFaults = (): LineFaults => createFaultPlan();

const says = (status: number, message: string): FakeAnswer => ({ status, body: { message } });

/** True when the message is accepted although the answer goes wrong. */
export function isAccepted(kind: LineFaultKind): boolean {
  return kind.endsWith('-accepted');
}

/** The wrong answer, with the service's own sentences. */
export function faultAnswer(kind: LineFaultKind): FakeAnswer {
  switch (kind) {
    case 'rate-limit':
      return says(429, 'The API rate limit has been exceeded. Try again later.');
    case 'monthly-limit':
      return says(429, 'You have reached your monthly limit.');
    case 'server-error':
    case 'server-error-accepted':
      return says(500, 'Internal Server Error');
    case 'cut':
    case 'cut-accepted':
      return { cut: true };
    case 'hang':
    case 'hang-accepted':
      // No byte is ever written: not even the head, as when a server is stuck.
      return { hang: true };
    case 'expired-token':
      return says(400, 'Invalid reply token');
    case 'bad-request':
      return says(400, 'The request body has 1 error(s)');
    case 'forbidden':
      return says(403, 'Not authorized to access this resource');
    case 'unauthorized':
      return says(
        401,
        'Authentication failed. Confirm that the access token in the authorization header is valid.',
      );
    case 'garbage-accepted':
      return { status: 200, body: '<html>' };
  }
}
