import { BotError } from '../errors.ts';

const TALES = new Set(['EXIF', 'XMP ']);

/** Bits of the VP8X flags that announce Exif (8) and XMP (4). */
const ANNOUNCED = 0x0c;

/** The same picture without Exif and XMP and without what is hung on behind its end. Throws BotError `image_broken`. */
export function stripWebp(bytes: Uint8Array): Uint8Array {
  const data = Buffer.from(bytes);
  const total = data.length >= 12 ? 8 + data.readUInt32LE(4) : Number.POSITIVE_INFINITY;
  const broken = () => new BotError('image_broken', 'A WebP could not be read to its end; it is not kept.');
  if (total > data.length) throw broken();
  const kept: Buffer[] = [];
  for (let at = 12; at < total; ) {
    const size = at + 8 <= total ? data.readUInt32LE(at + 4) : Number.POSITIVE_INFINITY;
    const end = at + 8 + size + (size % 2);
    if (!(end <= total)) throw broken();
    const type = data.toString('latin1', at, at + 4);
    if (type === 'VP8X') data.writeUInt8(data.readUInt8(at + 8) & ~ANNOUNCED, at + 8);
    if (!TALES.has(type)) kept.push(data.subarray(at, end));
    at = end;
  }
  const body = Buffer.concat(kept);
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([head, body]);
}
