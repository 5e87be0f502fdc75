/** Boxes that phones put place, time and device into. */
const TALES = new Set(['udta', 'meta', 'uuid']);
const PARENTS = new Set(['moov', 'trak', 'moof', 'traf']);

/**
 * The same film or voice with its user data (`udta`, `meta`: place, device) turned into empty `free` boxes of the same
 * size, so that no offset moves. What does not look like boxes is left as it is.
 */
export function stripMp4(bytes: Uint8Array): Uint8Array {
  const data = Buffer.from(bytes);
  blank(data, 0, data.length);
  return data;
}

function blank(data: Buffer, from: number, to: number): void {
  for (let at = from; at + 8 <= to; ) {
    const size = data.readUInt32BE(at) || to - at;
    const type = data.toString('latin1', at + 4, at + 8);
    // Size 1 announces a 64-bit size, which only media data uses.
    const real = size === 1 && at + 16 <= to ? Number(data.readBigUInt64BE(at + 8)) : size;
    const end = at + real;
    if (real < 8 || end > to) return;
    if (TALES.has(type)) {
      data.write('free', at + 4, 'latin1');
      data.fill(0, at + 8, end);
    } else if (PARENTS.has(type)) blank(data, at + 8, end);
    at = end;
  }
}
