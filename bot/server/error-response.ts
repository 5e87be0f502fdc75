import { BusyError, MalformedError, SignatureError } from '../errors.ts';

/** Status, code and fixed sentence for whatever an adapter threw. The error's own words stay inside (16.5.1). */
export function errorAnswer(error: unknown): {
  status: 401 | 400 | 503 | 500;
  code: string;
  message: string;
} {
  if (error instanceof SignatureError)
    return { status: 401, code: 'signature', message: 'The signature does not fit.' };
  if (error instanceof MalformedError)
    return { status: 400, code: 'malformed', message: 'The request is not of the expected form.' };
  if (error instanceof BusyError)
    return { status: 503, code: 'busy', message: 'Not stored: please send it again later.' };
  return { status: 500, code: 'internal', message: 'Not done: please send it again later.' };
}

/** The answer itself. */
export function errorResponse(status: number, code: string, message: string): Response {
  const headers: Record<string, string> = { 'content-type': 'application/json; charset=utf-8' };
  if (status === 503) headers['retry-after'] = '5';
  return new Response(JSON.stringify({ error: { code, message } }), { status, headers });
}
