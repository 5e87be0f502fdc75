import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BotError } from './errors.ts';

/** The product's own folder (where package.json and knowledge/ are), from the sources and from `dist/` alike. */
export function findRoot(from: string = import.meta.url): string {
  let folder = dirname(fileURLToPath(from));
  while (!existsSync(join(folder, 'knowledge', 'articles'))) {
    const parent = dirname(folder);
    if (parent === folder)
      throw new BotError('no_root', 'knowledge/articles was not found above the program: install it whole.');
    folder = parent;
  }
  return folder;
}
