import type { WireLink } from './wire.ts';

/** A piece of a message: plain words, or words that lead somewhere. */
export interface TextPart {
  readonly text: string;
  readonly href?: string;
}

/**
 * Japanese phone numbers as people write them: 0120-250-168, 03-6233-9266, 0570-078377. What stands before is a
 * group of its own: Safari before 16.4 refuses a script that looks behind.
 */
const PHONE = /(^|[^\d-])(0\d{1,4}-\d{2,4}-\d{3,4}|0\d{3}-\d{6})(?![\d-])/g;

/** Cuts a text at its links and phone numbers. Pure; the parts together are the text. */
export function textParts(text: string, links: readonly WireLink[]): readonly TextPart[] {
  const marks: { from: number; to: number; href: string }[] = [];
  const add = (from: number, to: number, href: string) => {
    if (marks.every((mark) => to <= mark.from || from >= mark.to)) marks.push({ from, to, href });
  };
  // The longest label first, so that a label inside another does not cut it.
  for (const { label, href } of [...links].sort((a, b) => b.label.length - a.label.length)) {
    if (!label) continue;
    for (let at = text.indexOf(label); at >= 0; at = text.indexOf(label, at + label.length))
      add(at, at + label.length, href);
  }
  for (const match of text.matchAll(PHONE)) {
    const number = match[2] ?? '';
    const from = match.index + (match[1]?.length ?? 0);
    add(from, from + number.length, `tel:${number.replaceAll('-', '')}`);
  }
  marks.sort((a, b) => a.from - b.from);
  const parts: TextPart[] = [];
  let at = 0;
  for (const { from, to, href } of marks) {
    if (from > at) parts.push({ text: text.slice(at, from) });
    parts.push({ text: text.slice(from, to), href });
    at = to;
  }
  if (at < text.length) parts.push({ text: text.slice(at) });
  return parts;
}
