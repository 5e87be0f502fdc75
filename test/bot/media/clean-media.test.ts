import { crc32, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BotError } from '../../../bot/errors.ts';
import { cleanMedia } from '../../../bot/media/clean-media.ts';
import { orientationOf, orientationSegment } from '../../../bot/media/exif-orientation.ts';

const GPS = 'GPS 35.6895N 139.6917E';
const latin = (text: string) => Buffer.from(text, 'latin1');

const segment = (marker: number, payload: Buffer) => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(payload.length + 2, 2);
  return Buffer.concat([head, payload]);
};
const SOI = Buffer.from([0xff, 0xd8]);
const EOI = Buffer.from([0xff, 0xd9]);
const JFIF = segment(0xe0, latin('JFIF\0\x01\x01\0\0\x01\0\x01\0\0'));
const ICC = segment(0xe2, latin('ICC_PROFILE\0\x01\x01profile'));
const TABLES = segment(0xdb, Buffer.alloc(65, 1));
/** A scan with stuffed bytes and a restart marker inside its data. */
const scan = (data: number[]) =>
  Buffer.concat([segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), Buffer.from(data)]);
const SCANS = Buffer.concat([
  scan([1, 0xff, 0x00, 2, 0xff, 0xd3, 3]),
  segment(0xc4, Buffer.alloc(20)),
  scan([9]),
]);

const exif = (orientation: number, order: 'II' | 'MM') => {
  const tiff = Buffer.alloc(38);
  const little = order === 'II';
  const u16 = (value: number, at: number) =>
    little ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at);
  const u32 = (value: number, at: number) =>
    little ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at);
  tiff.write(order, 0, 'latin1');
  u16(42, 2);
  u32(8, 4);
  u16(2, 8);
  for (const [index, tag, value] of [
    [0, 0x0110, 7],
    [1, 0x0112, orientation],
  ] as const) {
    u16(tag, 10 + index * 12);
    u16(3, 12 + index * 12);
    u32(1, 14 + index * 12);
    u16(value, 18 + index * 12);
  }
  return segment(0xe1, Buffer.concat([latin('Exif\0\0'), tiff, latin(GPS)]));
};

const chunk = (type: string, data: Buffer) => {
  const body = Buffer.concat([latin(type), data]);
  const out = Buffer.alloc(8 + data.length + 4);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), 8 + data.length);
  return out;
};
const PNG = latin('\x89PNG\r\n\x1a\n');
const IHDR = chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]));
const IDAT = chunk('IDAT', deflateSync(Buffer.from([0, 127])));
const IEND = chunk('IEND', Buffer.alloc(0));

const box = (type: string, body: Buffer) => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + body.length, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
};

describe('pictures keep their pixels and lose their place', () => {
  it('JPEG: no Exif, XMP, IPTC, comment or hidden trailer; colour profile and all scans stay', () => {
    const dirty = Buffer.concat([
      SOI,
      JFIF,
      exif(1, 'MM'),
      segment(0xe1, latin(`http://ns.adobe.com/xap/1.0/\0${GPS}`)),
      segment(0xe2, latin(`MPF\0${GPS}`)),
      segment(0xed, latin(GPS)),
      segment(0xfe, latin(GPS)),
      ICC,
      TABLES,
      SCANS,
      EOI,
      latin(GPS),
    ]);
    const { bytes, contentType } = cleanMedia(dirty, 'image');
    expect(contentType).toBe('image/jpeg');
    expect(Buffer.from(bytes)).toEqual(Buffer.concat([SOI, JFIF, ICC, TABLES, SCANS, EOI]));
  });

  it.each(['II', 'MM'] as const)('JPEG: the turn of the camera stays, alone (%s)', (order) => {
    const dirty = Buffer.concat([SOI, exif(6, order), TABLES, SCANS, EOI]);
    const { bytes } = cleanMedia(dirty, 'image');
    expect(Buffer.from(bytes)).toEqual(Buffer.concat([SOI, orientationSegment(6), TABLES, SCANS, EOI]));
    expect(orientationOf(orientationSegment(6).subarray(4))).toBe(6);
  });

  it('PNG: no eXIf, text or time chunk, nothing behind the end', () => {
    const tales = ['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME'].map((type) => chunk(type, latin(GPS)));
    const { bytes, contentType } = cleanMedia(
      Buffer.concat([PNG, IHDR, ...tales, IDAT, IEND, latin(GPS)]),
      'image',
    );
    expect(contentType).toBe('image/png');
    expect(Buffer.from(bytes)).toEqual(Buffer.concat([PNG, IHDR, IDAT, IEND]));
  });

  it('WebP: no EXIF and XMP chunk, and no flag that announces them', () => {
    const piece = (type: string, body: Buffer) => {
      const head = latin(`${type}\0\0\0\0`);
      head.writeUInt32LE(body.length, 4);
      return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
    };
    const riff = (...pieces: Buffer[]) => piece('RIFF', Buffer.concat([latin('WEBP'), ...pieces]));
    const size = Buffer.from([0, 0, 0, 1, 0, 0, 1, 0, 0]);
    const flags = (bits: number) => piece('VP8X', Buffer.concat([Buffer.from([bits]), size]));
    const image = piece('VP8 ', latin('odd'));
    const dirty = riff(flags(0x2c), image, piece('EXIF', latin(GPS)), piece('XMP ', latin(GPS)));
    const { bytes, contentType } = cleanMedia(dirty, 'image');
    expect(contentType).toBe('image/webp');
    expect(Buffer.from(bytes)).toEqual(riff(flags(0x20), image));
  });

  it('MP4: user data becomes empty space of the same size', () => {
    const start = box('ftyp', latin('isom\0\0\0\0'));
    const film = (tale: Buffer) =>
      Buffer.concat([
        start,
        box('moov', Buffer.concat([box('mvhd', Buffer.alloc(4)), tale])),
        box('mdat', latin('x')),
      ]);
    const { bytes, contentType } = cleanMedia(film(box('udta', latin(GPS))), 'video');
    expect(contentType).toBe('video/mp4');
    expect(Buffer.from(bytes)).toEqual(film(box('free', Buffer.alloc(GPS.length))));
  });
});

describe('what is kept at all', () => {
  it.each([
    ['a page that says it is a picture', latin('<!DOCTYPE html><p>'), 'image'],
    ['a program', latin('MZ\x90\0\x03\0\0\0'), 'file'],
    ['a page as a file', latin('<html><script>'), 'file'],
    ['a drawing that can hold scripts', latin('<svg xmlns="x">'), 'image'],
    ['a document as a picture', latin('%PDF-1.7 …'), 'image'],
    ['HEIC, whose place we cannot take out', box('ftyp', latin('heic\0\0\0\0')), 'image'],
    ['nothing', Buffer.alloc(0), 'file'],
  ] as const)('not %s', (_what, bytes, kind) => {
    expect(() => cleanMedia(bytes, kind)).toThrowError(expect.objectContaining({ code: 'type_refused' }));
  });

  it.each([
    ['%PDF-1.7', 'file', 'application/pdf'],
    ['PK\x03\x04…', 'file', 'application/zip'],
    ['ID3\x04', 'audio', 'audio/mpeg'],
    ['OggS\0', 'audio', 'audio/ogg'],
    ['GIF89a', 'image', 'image/gif'],
  ] as const)('%s as %s is %s', (start, kind, contentType) => {
    expect(cleanMedia(latin(start), kind).contentType).toBe(contentType);
  });

  it('words in any script are text', () => {
    expect(cleanMedia(Buffer.from('สวัสดี'), 'file').contentType).toBe('text/plain');
  });

  it('a voice message in an MP4 container is heard as audio', () => {
    expect(cleanMedia(box('ftyp', latin('M4A \0\0\0\0')), 'audio').contentType).toBe('audio/mp4');
    expect(cleanMedia(box('ftyp', latin('mp42\0\0\0\0')), 'audio').contentType).toBe('video/mp4');
  });

  it('broken and cut pictures are refused, never kept with their place (10,000 mutations)', () => {
    const jpeg = Buffer.concat([SOI, JFIF, exif(6, 'II'), TABLES, SCANS, EOI]);
    const png = Buffer.concat([PNG, IHDR, chunk('eXIf', latin(GPS)), IDAT, IEND]);
    fc.assert(
      fc.property(
        fc.constantFrom(jpeg, png),
        fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { maxLength: 4 }),
        fc.nat(300),
        (picture, changes, cut) => {
          const bytes = Buffer.from(picture.subarray(0, Math.max(12, Math.min(picture.length, cut))));
          for (const [at, value] of changes) if (at >= 12 && at < bytes.length) bytes[at] = value;
          try {
            cleanMedia(bytes, 'image');
          } catch (error) {
            expect(error).toBeInstanceOf(BotError);
          }
        },
      ),
      { numRuns: 10_000 },
    );
    for (let end = 12; end < jpeg.length; end += 1)
      expect(() => cleanMedia(jpeg.subarray(0, end), 'image')).toThrowError(BotError);
  });
});
