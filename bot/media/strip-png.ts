import { BotError } from '../errors.ts';

/** Chunks that hold words, places or times. */
const TALES = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME']);

/**
 * The same picture without Exif, text and time chunks and without what is hung on behind its end.
 * Throws BotError `image_broken`.
 */
export function stripPng(bytes: Uint8Array): Uint8Array {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [data.subarray(0, 8)];
  for (let at = 8; ; ) {
    const end = at + 12 <= data.length ? at + 12 + data.readUInt32BE(at) : Number.POSITIVE_INFINITY;
    if (end > data.length)
      throw new BotError('image_broken', 'A PNG could not be read to its end; it is not kept.');
    const type = data.toString('latin1', at + 4, at + 8);
    if (!TALES.has(type)) kept.push(data.subarray(at, end));
    if (type === 'IEND') return Buffer.concat(kept);
    at = end;
  }
}
