import { z } from 'zod';
import type { AttachmentRef } from '../../bot/activity.ts';
import { DeliveryError } from '../../bot/errors.ts';
import { slackId } from './address.ts';
import type { TokenOf } from './installations.ts';
import { deliveryErrorOf, SlackApiError } from './slack-api-error.ts';
import type { SlackClient } from './slack-client.ts';

/** Milliseconds for a whole file. */
const FILE_TIMEOUT_MS = 20_000;

const ref = z.object({
  team: slackId,
  enterprise: slackId.optional(),
  url: z.string(),
  size: z.number().optional(),
});

const refused = (code: string, message: string) => new DeliveryError(code, message, { retry: false });

async function readCapped(response: Response, max: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > max) throw refused('slack_file_too_large', 'A Slack file is larger than we keep.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * Bytes of a file that a person sent, from Slack's own hosts only, at most `max` bytes. Slack answers a token without
 * `files:read` with its sign-in page: that is refused, not kept as a picture. Throws DeliveryError.
 */
export async function fetchContent(
  parts: { readonly client: SlackClient; readonly tokenOf: TokenOf },
  attachment: AttachmentRef,
  max: number,
  signal: AbortSignal,
): Promise<{ bytes: Uint8Array; contentType: string }> {
  const parsed = ref.safeParse(attachment.ref);
  if (!parsed.success) throw refused('slack_file', 'A Slack file has no address; it cannot be fetched.');
  if ((parsed.data.size ?? 0) > max)
    throw refused('slack_file_too_large', 'A Slack file is larger than we keep.');
  const token = await parts.tokenOf(parsed.data);
  const options = { endpoint: 'files', url: parsed.data.url, token, signal, timeoutMs: FILE_TIMEOUT_MS };
  try {
    // A refusal of ours leaves `visit` as a value: it would be taken for a failed connection.
    const result = await parts.client.visit(options, async (response) => {
      const contentType = response.headers.get('content-type') ?? 'application/octet-stream';
      if (contentType.startsWith('text/html') && !attachment.contentType?.startsWith('text/html'))
        return refused('slack_file_scope', 'Slack gave a page instead of a file: add the scope files:read.');
      return readCapped(response, max).then(
        (bytes) => ({ bytes, contentType }),
        (error: unknown) => {
          if (error instanceof DeliveryError) return error;
          throw error;
        },
      );
    });
    if (result instanceof DeliveryError) throw result;
    return result;
  } catch (error) {
    if (error instanceof SlackApiError) throw deliveryErrorOf(error);
    throw error;
  }
}
