import { isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { ContentFault } from './content-fault.ts';

/** The parsed value, or every fault with its line. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly ContentFault[] };

/** The node that an issue's path leads to; the deepest one that exists when the last step is missing. */
function nodeAt(root: Node | null, path: readonly PropertyKey[]): Node | null {
  let node = root;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => (isScalar(key) ? key.value : key) === step);
      const next = pair && isNode(pair.value) ? pair.value : null;
      if (!next) return node;
      node = next;
    } else if (isSeq(node)) {
      const next = node.items[Number(step)];
      if (!isNode(next)) return node;
      node = next;
    } else return node;
  }
  return node;
}

/**
 * Reads YAML and checks it against a schema. `firstLine` is the line of the file on which `text` starts
 * (front matter begins on line 2). Never throws for bad content.
 */
export function parseYaml<T>(file: string, text: string, schema: z.ZodType<T>, firstLine = 1): Parsed<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineOf = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  if (document.errors.length > 0)
    return {
      ok: false,
      faults: document.errors.map((error) => ({
        file,
        line: lineOf(error.pos[0]),
        message: error.message.split('\n')[0] ?? 'is not YAML',
      })),
    };
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { ok: true, value: parsed.data };
  return {
    ok: false,
    faults: parsed.error.issues.map((issue) => ({
      file,
      line: lineOf(nodeAt(document.contents, issue.path)?.range?.[0] ?? 0),
      message: `${issue.path.map(String).join('.') || 'document'}: ${issue.message}`,
    })),
  };
}
