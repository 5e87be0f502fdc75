import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../../adapters/botframework/directline');

it('W-6: the archived Bot Framework SDK gives types only, so nothing of it runs here', () => {
  const imports = readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .flatMap(
      (name) =>
        readFileSync(join(folder, name), 'utf8').match(/^import .*from 'bot(builder|framework).*$/gm) ?? [],
    );
  expect(imports.length).toBeGreaterThan(0);
  expect(imports.filter((line) => !line.startsWith('import type '))).toEqual([]);
});
