/** Number of hash buckets, a power of two. Stored in the weights: a table of another size is refused. */
export const BUCKETS = 1 << 15;

const LONGEST = 5;

function bucket(feature: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < feature.length; index += 1) {
    hash = Math.imul(hash ^ feature.charCodeAt(index), 0x01000193);
  }
  return (hash ^ (hash >>> 15)) & (BUCKETS - 1);
}

/**
 * Hashed features of a lower-case text in NFC: per word the runs of one to five letters with the word's ends
 * marked, the word itself, and each letter with a mark (ñ, ã, ł tell languages apart). Marks are off in the
 * runs, so that writing without them looks the same. At most 64 words are looked at.
 */
export function features(text: string): number[] {
  const found: number[] = [];
  let words = 0;
  for (const [word] of text.matchAll(/[\p{L}\p{M}']+/gu)) {
    words += 1;
    if (words > 64) break;
    for (const letter of word)
      if (letter > '\u007f' && /\p{Script=Latin}/u.test(letter)) found.push(bucket(`^${letter}`));
    const plain = word
      .normalize('NFD')
      .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
      .replaceAll('đ', 'd')
      .normalize('NFC')
      .slice(0, 40);
    const marked = `<${plain}>`;
    found.push(bucket(`=${plain}`));
    for (let from = 0; from < marked.length; from += 1) {
      for (let size = 1; size <= LONGEST && from + size <= marked.length; size += 1) {
        if (size > 1 || (from > 0 && from < marked.length - 1))
          found.push(bucket(marked.slice(from, from + size)));
      }
    }
  }
  return found;
}
