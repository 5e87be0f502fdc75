import { MalformedError } from '../../bot/errors.ts';

/** A verified request's payload. */
export type SlackPayload = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is SlackPayload =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Text of the bytes; the decoder's own message quotes nothing, but ours says what to think of it. */
function textOf(body: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw new MalformedError('The Slack request body is not UTF-8.');
  }
}

function jsonOf(text: string): SlackPayload {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // The parser's own message quotes the text: it must not travel on (P-7).
    throw new MalformedError('The Slack request body is not JSON.');
  }
  if (!isRecord(json)) throw new MalformedError('The Slack payload is not an object.');
  return json;
}

/**
 * The payload of a verified body: events come as JSON, interactions as a form with one JSON field `payload`, commands
 * (and `ssl_check`) as a plain form. Throws MalformedError.
 */
export function readBody(body: Uint8Array, contentType: string | null): SlackPayload {
  const text = textOf(body);
  if (!contentType?.toLowerCase().startsWith('application/x-www-form-urlencoded')) return jsonOf(text);
  const form = new URLSearchParams(text);
  const payload = form.get('payload');
  return payload === null ? Object.fromEntries(form) : jsonOf(payload);
}
