/** First code point (zero) of each script's digits that our people type, full-width included. */
const ZEROS = [
  0x0660, 0x06f0, 0x0966, 0x09e6, 0x0be6, 0x0de6, 0x0e50, 0x0ed0, 0x1040, 0x1090, 0x17e0, 0x1810, 0xff10,
];

const ASCII = new Map<string, string>(
  ZEROS.flatMap((zero) =>
    Array.from({ length: 10 }, (_, digit) => [String.fromCodePoint(zero + digit), String(digit)] as const),
  ),
);
// Sinhala archaic numbers have no zero: U+111E1 is one.
for (let digit = 1; digit <= 9; digit += 1) ASCII.set(String.fromCodePoint(0x111e0 + digit), String(digit));

const NATIVE = new RegExp(`[${[...ASCII.keys()].join('')}]`, 'gu');

/**
 * Native digits → ASCII: Thai, Lao, Khmer, Burmese (and Shan), Devanagari, Bengali, Sinhala (Lith and
 * archaic), Mongolian, Tamil, Arabic, full-width. Everything else stays as it is.
 */
export function asciiDigits(text: string): string {
  return text.replace(NATIVE, (digit) => ASCII.get(digit) ?? digit);
}
