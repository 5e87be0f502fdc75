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

/** Bytes of `value` as JSON in UTF-8. */
export function jsonBytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
