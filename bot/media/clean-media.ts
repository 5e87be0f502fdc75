import { BotError } from '../errors.ts';
import { fitsKind, sniffType } from './sniff-type.ts';
import { stripJpeg } from './strip-jpeg.ts';
import { stripMp4 } from './strip-mp4.ts';
import { stripPng } from './strip-png.ts';
import { stripWebp } from './strip-webp.ts';

const STRIP: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  'image/jpeg': stripJpeg,
  'image/png': stripPng,
  'image/webp': stripWebp,
  'video/mp4': stripMp4,
  'audio/mp4': stripMp4,
};

/**
 * What may be stored of an attachment: the type is read from the bytes, location data is gone. Throws BotError
 * `type_refused` (content of no type that we keep, or of another kind than it came as; HEIC too, because we cannot take
 * its location out) or `image_broken`.
 */
export function cleanMedia(
  bytes: Uint8Array,
  kind: 'image' | 'audio' | 'video' | 'file',
): { bytes: Uint8Array; contentType: string } {
  const contentType = sniffType(bytes);
  if (contentType === undefined || contentType === 'image/heic' || !fitsKind(contentType, kind))
    throw new BotError('type_refused', 'An attachment is of a type that is not kept.');
  return { bytes: STRIP[contentType]?.(bytes) ?? bytes, contentType };
}
