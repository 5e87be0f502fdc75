import { createHmac, randomInt } from 'node:crypto';
import { RETURN_WORDS } from './return-words.ts';

/** Words in a code. */
export const RETURN_LENGTH = 5;
/** Milliseconds for which a code is good after it was made or last used. */
export const RETURN_MS = 30 * 24 * 3600 * 1000;

const KNOWN = new Set(RETURN_WORDS);

/** Five words, 50 bits, uniformly drawn. */
export function makeReturnCode(): string {
  return Array.from({ length: RETURN_LENGTH }, () => RETURN_WORDS[randomInt(RETURN_WORDS.length)]).join(' ');
}

/**
 * The code as we made it, from what a person typed: any case, any separators, full-width letters, one mistyped
 * letter a word. Undefined when it is not five words of the list.
 */
export function readReturnCode(typed: string): string | undefined {
  const words = typed
    .slice(0, 200)
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean);
  if (words.length !== RETURN_LENGTH) return undefined;
  const known = words.map((word) => (KNOWN.has(word) ? word : nearest(word)));
  return known.every((word) => word !== undefined) ? known.join(' ') : undefined;
}

/** What is stored instead of the code: worthless without the key. */
export function hashReturnCode(key: Uint8Array, code: string): string {
  return createHmac('sha256', key).update('directline return code\n').update(code).digest('base64url');
}

function nearest(word: string): string | undefined {
  const near = RETURN_WORDS.filter((known) => withinOneEdit(word, known));
  return near.length === 1 ? near[0] : undefined;
}

function withinOneEdit(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [x, y] = [a.slice(start), b.slice(start)];
  return x.slice(1) === y.slice(1) || x.slice(1) === y || x === y.slice(1);
}
