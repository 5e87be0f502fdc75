import { BotError } from '../errors.ts';
import { orientationOf, orientationSegment } from './exif-orientation.ts';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;

/** Segments that hold words, places, thumbnails or further pictures: APP1 (Exif, XMP), APP3–APP13, APP15, COM. */
function tellsTales(marker: number, payload: Uint8Array): boolean {
  if (marker === 0xfe || marker === 0xe1 || marker === 0xef) return true;
  if (marker === 0xe2) return !Buffer.from(payload.subarray(0, 11)).equals(Buffer.from('ICC_PROFILE'));
  return marker >= 0xe3 && marker <= 0xed;
}

/**
 * The same picture without Exif (place, time, device, thumbnail), XMP, IPTC, comments, and whatever is hung on behind
 * its end. The pixels are not touched; the turn of the camera (Exif orientation) is kept in a segment of its own.
 * Throws BotError `image_broken`: what cannot be read is not kept.
 */
export function stripJpeg(bytes: Uint8Array): Uint8Array {
  const broken = () => new BotError('image_broken', 'A JPEG could not be read to its end; it is not kept.');
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  if (bytes[0] !== 0xff || bytes[1] !== SOI) throw broken();
  let at = 2;
  let orientation = 1;
  for (;;) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1];
    if (bytes[at] !== 0xff || marker === undefined) throw broken();
    if (marker === EOI) {
      kept.push(bytes.subarray(at, at + 2));
      break;
    }
    const high = bytes[at + 2];
    const low = bytes[at + 3];
    if (high === undefined || low === undefined) throw broken();
    const end = at + 2 + high * 256 + low;
    if (end > bytes.length || end < at + 4) throw broken();
    const payload = bytes.subarray(at + 4, end);
    if (marker === 0xe1) orientation = orientationOf(payload) ?? orientation;
    const stop = marker === SOS ? endOfScan(bytes, end) : end;
    if (!tellsTales(marker, payload)) kept.push(bytes.subarray(at, stop));
    at = stop;
  }
  if (orientation !== 1) kept.splice(1, 0, orientationSegment(orientation));
  return Buffer.concat(kept);
}

/** First byte behind a scan's data: the next marker that is neither stuffing (FF00) nor a restart (FFD0–FFD7). */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0x00 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
    at = bytes.indexOf(0xff, at + 1);
  }
  return bytes.length;
}
