import { BotError } from '../../bot/errors.ts';

/** What went wrong with one API call, told apart by status and LINE's fixed sentences. */
export type LineFault =
  | 'timeout'
  | 'network'
  /** 409: the same retry key was accepted before. */
  | 'accepted_before'
  /** 429 of the second kind: the month's messages are used up (L-24). */
  | 'quota'
  /** 429 of the first kind. */
  | 'rate'
  /** 401: the access token is wrong, expired or revoked. */
  | 'token'
  /** 400: the reply token was used or has expired. */
  | 'reply_token'
  | 'not_found'
  | 'refused'
  | 'server';

/**
 * A failed LINE API call. Holds no part of the request or of the answer's text, which may quote messages (L-35):
 * only what decides the next step.
 */
export class LineApiError extends BotError {
  readonly fault: LineFault;
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  readonly requestId: string | undefined;
  /** Milliseconds of a `Retry-After` header. */
  readonly after: number | undefined;
  /** Ids of messages that were accepted under the same retry key (409). */
  readonly sentIds: readonly string[];

  constructor(input: {
    fault: LineFault;
    status: number;
    requestId?: string | undefined;
    after?: number | undefined;
    sentIds?: readonly string[];
  }) {
    super(`line_${input.fault}`, `The LINE API call failed (${input.fault}, status ${input.status}).`);
    this.fault = input.fault;
    this.status = input.status;
    this.requestId = input.requestId;
    this.after = input.after;
    this.sentIds = input.sentIds ?? [];
  }
}

function faultOf(status: number, message: string): LineFault {
  if (status === 409) return 'accepted_before';
  if (status === 429) return /monthly limit/i.test(message) ? 'quota' : 'rate';
  if (status === 401) return 'token';
  if (status === 400 && /invalid reply token/i.test(message)) return 'reply_token';
  if (status === 404 || status === 410) return 'not_found';
  if (status === 408) return 'timeout';
  return status >= 500 ? 'server' : 'refused';
}

/** Reads an answer that is not 2xx. The text is looked at and dropped. */
export async function lineApiErrorOf(response: Response): Promise<LineApiError> {
  let message = '';
  let sentIds: string[] = [];
  try {
    const body: unknown = JSON.parse(await response.text());
    if (typeof body === 'object' && body !== null) {
      if ('message' in body && typeof body.message === 'string') message = body.message;
      if ('sentMessages' in body && Array.isArray(body.sentMessages)) {
        sentIds = body.sentMessages.flatMap((sent: unknown) =>
          typeof sent === 'object' && sent !== null && 'id' in sent ? [String(sent.id)] : [],
        );
      }
    }
  } catch {
    // A gateway's page instead of JSON: the status alone decides.
  }
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return new LineApiError({
    fault: faultOf(response.status, message),
    status: response.status,
    requestId: response.headers.get('x-line-request-id') ?? undefined,
    after: Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined,
    sentIds,
  });
}
