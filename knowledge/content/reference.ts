import type { LanguageTag } from '../../bot/languages.ts';
import type { Link } from '../../bot/message.ts';

/** Data placed into a text by reference: `{{line ID}}`, `{{lines CATEGORY}}`, `{{form ID}}`, `{{office ID}}`, `{{wages}}`. */
export interface Reference {
  readonly kind: 'line' | 'lines' | 'form' | 'office' | 'wages';
  /** Empty for `wages` without an argument. */
  readonly id: string;
}

/** What stands in place of a reference, in the reader's language. Undefined when the tables hold nothing for it. */
export type ReferenceTexts = (
  reference: Reference,
  lang: LanguageTag,
  /** Epoch milliseconds: opening hours and wages depend on the day. */
  now: number,
) => { readonly text: string; readonly links?: readonly Link[] } | undefined;

const PATTERN = /\{\{\s*(line|lines|form|office|wages)(?:\s+([a-z0-9-]+))?\s*\}\}/g;

/** The text without its references: what is indexed and embedded. */
export function withoutReferences(text: string): string {
  return text
    .replace(PATTERN, ' ')
    .replace(/[ \t]+/g, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Puts the tables' words in place of the references. A reference with nothing behind it leaves no trace. */
export function expandReferences(
  text: string,
  texts: ReferenceTexts,
  lang: LanguageTag,
  now: number,
): { text: string; links: Link[] } {
  const links: Link[] = [];
  const expanded = text.replace(PATTERN, (_whole, kind: Reference['kind'], id?: string) => {
    const found = texts({ kind, id: id ?? '' }, lang, now);
    links.push(...(found?.links ?? []));
    return found?.text ?? '';
  });
  return {
    text: expanded
      .replace(/[ \t]+$/gm, '')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    links,
  };
}

/** Marks in `{{…}}` that are no known reference, with their offset. */
export function unknownReferences(text: string): { readonly mark: string; readonly offset: number }[] {
  const known = new Set([...text.matchAll(PATTERN)].map((match) => match.index));
  return [...text.matchAll(/\{\{[^}]*\}\}?/g)]
    .filter((match) => !known.has(match.index))
    .map((match) => ({ mark: match[0], offset: match.index }));
}
