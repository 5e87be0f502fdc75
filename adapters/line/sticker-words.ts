/** How many of LINE's keywords are kept: it sends up to 15 in a random choice, the first ones say enough. */
const KEYWORDS = 3;

/**
 * A sticker's meaning in words: what the person wrote on it, else LINE's own keywords (English), else the
 * neutral word `sticker`.
 */
export function stickerWords(sticker: {
  readonly text?: string;
  readonly keywords?: readonly string[];
}): string {
  const written = sticker.text?.trim();
  if (written) return written;
  const keywords = (sticker.keywords ?? []).map((word) => word.trim()).filter(Boolean);
  return keywords.length > 0 ? keywords.slice(0, KEYWORDS).join(', ') : 'sticker';
}
