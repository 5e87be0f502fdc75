import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from './fingerprint.ts';
import { splitFrontMatter } from './split-front-matter.ts';

/**
 * Writes into each translation the fingerprint of the `ja.md` beside it: "made from this version". With `onlyNew`
 * a translation that already names one is left alone (it may be stale, and that must stay visible). Gives the
 * changed files, relative to `folder`.
 */
export function writeFingerprints(folder: string, onlyNew = true): string[] {
  const changed: string[] = [];
  for (const topic of readdirSync(folder, { withFileTypes: true })) {
    const original = join(folder, topic.name, 'ja.md');
    if (!topic.isDirectory() || !existsSync(original)) continue;
    const mark = fingerprint(readFileSync(original, 'utf8'));
    for (const name of readdirSync(join(folder, topic.name))) {
      if (!name.endsWith('.md') || name === 'ja.md') continue;
      const path = join(folder, topic.name, name);
      const text = readFileSync(path, 'utf8');
      const front = splitFrontMatter(text)?.yaml;
      if (front === undefined) continue;
      const line = /^translated_from:.*$/m;
      if (line.test(front) && onlyNew) continue;
      const fresh = line.test(front)
        ? front.replace(line, `translated_from: "${mark}"`)
        : front.replace(/^reviewed:.*$/m, (reviewed) => `${reviewed}\ntranslated_from: "${mark}"`);
      if (fresh === front) continue;
      writeFileSync(
        path,
        text.replace(front, () => fresh),
      );
      changed.push(`${topic.name}/${name}`);
    }
  }
  return changed;
}
