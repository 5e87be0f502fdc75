import type { Choice } from '../bot/message.ts';
import { foldedLight } from '../bot/text/folded.ts';

const bare = (text: string) =>
  foldedLight(text)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

/**
 * Finds the value of the label that a typed text is, in whole: marks on Latin letters, case and punctuation may
 * differ. A sentence that only holds a label's words is a question of its own. The first of equal labels wins.
 */
export function typedLabels(labels: readonly Choice[]): (text: string) => string | undefined {
  const values = new Map<string, string>();
  for (const { value, label } of labels) if (!values.has(bare(label))) values.set(bare(label), value);
  return (text) => (text.length > 120 ? undefined : values.get(bare(text)));
}
