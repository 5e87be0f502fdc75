const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Number of grapheme clusters: how people count, and how LINE counts labels (L-26). */
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
