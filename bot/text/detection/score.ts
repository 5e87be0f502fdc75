import { brotliDecompressSync } from 'node:zlib';
import { BotError } from '../../errors.ts';
import { CANDIDATES, CLASSES, type DetectionClass, type SharedScript } from './classes.ts';
import { BUCKETS, features } from './features.ts';
import weights from './weights.json' with { type: 'json' };

/** One class and its share of the belief, 0–1. */
export interface Belief {
  readonly name: DetectionClass;
  readonly share: number;
}

let table: Int8Array | undefined;

function loaded(): Int8Array {
  if (table) return table;
  const bytes = brotliDecompressSync(Buffer.from(weights.data, 'base64'));
  if (bytes.length !== BUCKETS * CLASSES.length || weights.classes.join() !== CLASSES.join()) {
    throw new BotError('detector_weights', 'weights.json is of another detector: run train.ts again.');
  }
  table = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  return table;
}

/**
 * How likely each class wrote a lower-case NFC text in one script, best first. A linear model over
 * {@link features}; about 20 µs a message. Shares sum to 1; a text without letters gives equal shares.
 */
export function scoreText(text: string, script: SharedScript): readonly Belief[] {
  const data = loaded();
  const found = features(text);
  const candidates = CANDIDATES[script];
  const sums = candidates.map((kind) => {
    let sum = 0;
    for (const feature of found) sum += data[feature * CLASSES.length + kind] ?? 0;
    return sum * weights.scale * scaleOf(found.length);
  });
  const top = Math.max(...sums);
  const exps = sums.map((sum) => Math.exp(sum - top));
  const total = exps.reduce((a, b) => a + b, 0);
  return candidates
    .map((kind, index) => ({ name: CLASSES[kind] ?? 'en', share: (exps[index] ?? 0) / total }))
    .sort((a, b) => b.share - a.share);
}

/** Long texts have more features; the square root keeps the belief in bounds. Same in training. */
export function scaleOf(count: number): number {
  return count === 0 ? 0 : 1 / Math.sqrt(count);
}
