import { cutUnits } from './cut.ts';

/** Borders from the kindest to the harshest: paragraph, line, sentence (Latin, CJK, Burmese, Khmer, Devanagari, Sinhala), space. */
const BORDERS: readonly RegExp[] = [/\n{2,}/g, /\n/g, /(?<=[.!?])\s+|(?<=[。！？၊။។៕।॥෴])\s*/g, /\s+/g];

/** End of the last match of `border` that starts in the second half of `head`; 0 when there is none. */
function lastBorder(head: string, border: RegExp): { end: number; next: number } | undefined {
  let found: { end: number; next: number } | undefined;
  for (const match of head.matchAll(border)) {
    if (match.index >= head.length / 2) found = { end: match.index, next: match.index + match[0].length };
  }
  return found;
}

/**
 * Splits `text` into parts of at most `max` UTF-16 code units. Prefers the end of a paragraph, then of a
 * line, a sentence, a word; only a text without any of them is cut inside, on a grapheme border. A phone
 * number or an address has no white space inside, so it stays whole. Nothing but white space at a border is lost.
 */
export function splitText(text: string, max: number): readonly string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > max) {
    // One more character, so that a border exactly at the limit is seen.
    const head = rest.slice(0, max + 1);
    let border: { end: number; next: number } | undefined;
    for (const kind of BORDERS) {
      border = lastBorder(head, kind);
      if (border) break;
    }
    if (!border || border.end === 0) {
      const piece = cutUnits(rest, max);
      border = { end: piece.length, next: piece.length };
    }
    parts.push(rest.slice(0, border.end).trimEnd());
    rest = rest.slice(border.next).trimStart();
  }
  if (rest !== '') parts.push(rest);
  return parts;
}
