import { isUtf8 } from 'node:buffer';

const latin = (bytes: Uint8Array, from: number, to: number) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', from, to);

/** Beginnings that tell a type. ISO media and RIFF containers say it four or eight bytes later. */
const MAGIC: readonly (readonly [start: string, type: string])[] = [
  ['\xff\xd8\xff', 'image/jpeg'],
  ['\x89PNG\r\n\x1a\n', 'image/png'],
  ['GIF87a', 'image/gif'],
  ['GIF89a', 'image/gif'],
  ['%PDF-', 'application/pdf'],
  ['ID3', 'audio/mpeg'],
  ['\xff\xfb', 'audio/mpeg'],
  ['\xff\xf3', 'audio/mpeg'],
  ['\xff\xf1', 'audio/aac'],
  ['\xff\xf9', 'audio/aac'],
  ['#!AMR', 'audio/amr'],
  ['OggS', 'audio/ogg'],
  ['fLaC', 'audio/flac'],
  ['\x1a\x45\xdf\xa3', 'video/webm'],
  ['PK\x03\x04', 'application/zip'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'application/x-ole-storage'],
];

const RIFF: Readonly<Record<string, string>> = { WEBP: 'image/webp', WAVE: 'audio/wav' };

const HEIF = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'mif1', 'msf1', 'avif']);

/** The type that the bytes themselves show; a name or a declared type is never believed. Undefined = nothing we keep. */
export function sniffType(bytes: Uint8Array): string | undefined {
  const start = latin(bytes, 0, 16);
  if (start.startsWith('RIFF')) return RIFF[start.slice(8, 12)];
  if (start.slice(4, 8) === 'ftyp') {
    const brand = start.slice(8, 12);
    if (HEIF.has(brand)) return 'image/heic';
    return brand.startsWith('M4A') ? 'audio/mp4' : 'video/mp4';
  }
  const known = MAGIC.find(([magic]) => start.startsWith(magic));
  if (known) return known[1];
  const text =
    bytes.length > 0 && isUtf8(bytes) && !bytes.includes(0) && !/^\s*<(!doctype|html|svg|\?xml)/i.test(start);
  return text ? 'text/plain' : undefined;
}

/** True when content of this type may stand for an attachment of that kind. */
export function fitsKind(type: string, kind: 'image' | 'audio' | 'video' | 'file'): boolean {
  if (kind === 'file') return true;
  // Voice messages come in MP4 or WebM containers that do not say "audio" at their beginning.
  if (kind === 'audio') return type.startsWith('audio/') || type === 'video/mp4' || type === 'video/webm';
  return type.startsWith(`${kind}/`);
}
