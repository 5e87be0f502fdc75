import type { AttachmentRef } from '../../bot/activity.ts';
import { DeliveryError } from '../../bot/errors.ts';
import { lineId } from './address.ts';
import { LineApiError } from './line-api-error.ts';
import type { LineClient } from './line-client.ts';

/** A photo or a voice message on a slow line may take longer than an API call. */
const FETCH_TIMEOUT_MS = 30_000;
/** LINE is still preparing a video or voice message (202): look again then. */
const PREPARING_MS = 2_000;

class TooLarge extends Error {}

/** Reads at most `max` bytes of a stream; throws TooLarge at the first byte over. */
async function readCapped(stream: AsyncIterable<Uint8Array>, max: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.byteLength;
    if (size > max) throw new TooLarge();
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks, size));
}

function failure(
  code: string,
  message: string,
  retry: boolean,
  cause?: unknown,
  after?: number,
): DeliveryError {
  return new DeliveryError(code, message, { retry, cause, ...(after === undefined ? {} : { after }) });
}

/**
 * Bytes of a photo, video, voice message or file from `api-data.line.me`. Throws DeliveryError: `retry` while LINE
 * prepares it (202) or does not answer, final when it is gone or larger than `maxBytes`.
 */
export async function fetchContent(
  client: LineClient,
  attachment: AttachmentRef,
  maxBytes: number,
  signal: AbortSignal,
): Promise<{ bytes: Uint8Array; contentType: string }> {
  if (!lineId.safeParse(attachment.id).success) {
    throw failure('line_content_id', 'The attachment has no LINE message id.', false);
  }
  const options = { endpoint: '/v2/bot/message/{messageId}/content', signal, timeoutMs: FETCH_TIMEOUT_MS };
  try {
    const content = await client.data(options, async (api) => {
      const { httpResponse, body } = await api.getMessageContentWithHttpInfo(attachment.id);
      if (httpResponse.status === 202) {
        body.destroy();
        return undefined;
      }
      try {
        if (Number(httpResponse.headers.get('content-length') ?? 0) > maxBytes) throw new TooLarge();
        const bytes = await readCapped(body, maxBytes);
        return { bytes, contentType: httpResponse.headers.get('content-type') ?? 'application/octet-stream' };
      } catch (error) {
        if (error instanceof TooLarge) return 'too-large' as const;
        throw error;
      } finally {
        body.destroy();
      }
    });
    if (content === undefined) {
      throw failure(
        'line_content_preparing',
        'LINE is still preparing the file.',
        true,
        undefined,
        PREPARING_MS,
      );
    }
    if (content === 'too-large')
      throw failure('line_content_too_large', 'The file is larger than we keep.', false);
    return content;
  } catch (error) {
    if (!(error instanceof LineApiError)) throw error;
    const final = ['not_found', 'refused'].includes(error.fault);
    throw failure(
      error.code,
      `LINE gave no file (${error.fault}, status ${error.status}).`,
      !final,
      error,
      error.after,
    );
  }
}
