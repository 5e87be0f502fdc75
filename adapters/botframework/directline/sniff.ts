import type { AttachmentRef } from '../../../bot/activity.ts';

const ascii = (bytes: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...bytes.subarray(from, to));

/**
 * Type of an uploaded file by its first bytes, never by its name or by what the browser claims. Undefined for
 * anything that is not a photo, a voice recording, a short film or a PDF.
 */
export function sniff(bytes: Uint8Array): { kind: AttachmentRef['kind']; contentType: string } | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xd8 && c === 0xff) return { kind: 'image', contentType: 'image/jpeg' };
  if (a === 0x89 && ascii(bytes, 1, 4) === 'PNG') return { kind: 'image', contentType: 'image/png' };
  if (ascii(bytes, 0, 4) === 'GIF8') return { kind: 'image', contentType: 'image/gif' };
  if (ascii(bytes, 0, 5) === '%PDF-') return { kind: 'file', contentType: 'application/pdf' };
  if (ascii(bytes, 0, 4) === 'OggS') return { kind: 'audio', contentType: 'audio/ogg' };
  if (ascii(bytes, 0, 3) === 'ID3' || (a === 0xff && ((b ?? 0) & 0xe6) === 0xe2))
    return { kind: 'audio', contentType: 'audio/mpeg' };
  if (a === 0x1a && b === 0x45 && c === 0xdf && d === 0xa3)
    return { kind: 'audio', contentType: 'audio/webm' };
  if (ascii(bytes, 0, 4) === 'RIFF') {
    const form = ascii(bytes, 8, 12);
    if (form === 'WEBP') return { kind: 'image', contentType: 'image/webp' };
    if (form === 'WAVE') return { kind: 'audio', contentType: 'audio/wav' };
  }
  if (ascii(bytes, 4, 8) === 'ftyp') {
    const brand = ascii(bytes, 8, 12);
    if (/^(heic|heix|mif1|msf1)$/.test(brand)) return { kind: 'image', contentType: 'image/heic' };
    if (brand.startsWith('M4A')) return { kind: 'audio', contentType: 'audio/mp4' };
    return { kind: 'video', contentType: 'video/mp4' };
  }
  return undefined;
}
