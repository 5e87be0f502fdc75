import type { ContentFault } from './content-fault.ts';
import { unknownReferences } from './reference.ts';

/** A part of an article's text. The text before the first heading is the section `short`. */
export interface Section {
  readonly id: string;
  /** Heading in the language; empty for `short`. */
  readonly heading: string;
  readonly text: string;
}

const HEADING = /^(#{1,6})\s+(.*?)\s*(?:\{#([a-z0-9-]+)\})?\s*$/;
/** Markup that a phone would show as signs. */
const MARKUP = /\*\*|__|\]\(|^\s*\|.*\|\s*$|^\s*>|<[a-z/][^>]*>/i;

/** Cuts a body into sections. `firstLine` is the body's first line in its file. Faults name file and line. */
export function parseBody(
  file: string,
  body: string,
  firstLine: number,
): { sections: Section[]; faults: ContentFault[] } {
  const sections: { id: string; heading: string; lines: string[]; line: number }[] = [
    { id: 'short', heading: '', lines: [], line: firstLine },
  ];
  const faults: ContentFault[] = [];
  for (const [index, line] of body.split('\n').entries()) {
    const at = firstLine + index;
    const fault = (message: string) => faults.push({ file, line: at, message });
    const heading = HEADING.exec(line);
    if (heading) {
      if (heading[1] !== '##') fault('headings have two signs: ## Heading {#id}');
      if (!heading[3]) fault('the heading has no {#id}');
      sections.push({ id: heading[3] ?? '', heading: heading[2] ?? '', lines: [], line: at });
      continue;
    }
    if (MARKUP.test(line)) fault('only paragraphs and lists: no bold, links, tables, quotes or HTML');
    for (const { mark } of unknownReferences(line)) fault(`${mark} is no reference we know`);
    sections.at(-1)?.lines.push(line);
  }
  for (const { id, line, lines } of sections)
    if (!lines.join('').trim()) faults.push({ file, line, message: `section "${id}" is empty` });
  return {
    sections: sections.map(({ id, heading, lines }) => ({ id, heading, text: lines.join('\n').trim() })),
    faults,
  };
}
