/** A refusal in Direct Line's form. Thrown inside the routes, turned into a response at their edge. */
export class Refusal extends Error {
  readonly status: 401 | 403 | 404 | 413 | 415 | 429 | 503;
  readonly code: string;
  /** Seconds. */
  readonly retryAfter: number | undefined;
  constructor(status: Refusal['status'], code: string, message: string, retryAfter?: number) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/** JSON that no cache keeps (P-3). */
export function json(status: number, body: unknown): Response {
  return Response.json(body, {
    status,
    headers: { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' },
  });
}

/** `{ error: { code, message } }` as Direct Line sends it. */
export function refusalResponse(refusal: Refusal): Response {
  const response = json(refusal.status, { error: { code: refusal.code, message: refusal.message } });
  if (refusal.retryAfter !== undefined) response.headers.set('retry-after', String(refusal.retryAfter));
  return response;
}
