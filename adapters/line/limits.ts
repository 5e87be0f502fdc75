/** What LINE accepts in one call or one message (L-20 … L-29). Characters are UTF-16 code units unless said otherwise. */
export const LIMITS = {
  /** L-25. */
  messagesPerCall: 5,
  /** L-25: bytes of the JSON body; a little room is kept for `to` or `replyToken`. */
  bodyBytes: 2_000_000 - 1_000,
  /** L-26. */
  text: 5_000,
  /** L-27. */
  quickReplies: 13,
  /** L-27, L-28: grapheme clusters. */
  label: 20,
  /** L-27. */
  displayText: 300,
  /** L-27. */
  postbackData: 300,
  /** Conservative: the service takes 1,500, older docs say 400. */
  altText: 400,
  /** L-28. */
  bubblesPerCarousel: 12,
  /** Our own measure, so that a bubble fits a phone's screen. */
  rowsPerBubble: 8,
  /** L-28: 50 KB for the carousel; kept below it. */
  carouselBytes: 45_000,
} as const;

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Number of grapheme clusters: how LINE counts labels (L-26). */
export function graphemeCount(text: string): number {
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}

/** `text` with at most `max` grapheme clusters; a cut text ends in `…`. */
export function cutGraphemes(text: string, max: number): string {
  const parts = Array.from(segmenter.segment(text), (part) => part.segment);
  return parts.length <= max
    ? text
    : `${parts
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`;
}

/** The longest beginning of `text` with at most `max` UTF-16 code units that ends between two grapheme clusters. */
export function cutUnits(text: string, max: number): string {
  if (text.length <= max) return text;
  // A cluster that straddles the border is left out whole; a cluster longer than `max` is cut between code points.
  const border = segmenter.segment(text).containing(max)?.index ?? max;
  if (border > 0) return text.slice(0, border);
  const splitsPair = /[\uD800-\uDBFF]/.test(text.charAt(max - 1));
  return text.slice(0, splitsPair ? max - 1 : max);
}

/** Bytes of `value` as JSON in UTF-8. */
export function jsonBytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
