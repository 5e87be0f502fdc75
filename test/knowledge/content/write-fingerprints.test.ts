import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadContent } from '../../../knowledge/content/load-content.ts';
import { writeFingerprints } from '../../../knowledge/content/write-fingerprints.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'soudan-'));
  cpSync(join(import.meta.dirname, '../fixtures/root'), root, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

it('marks new translations, leaves marked ones alone, and the files stay sound', () => {
  const articles = join(root, 'knowledge', 'articles');
  const original = join(articles, 'paid-leave', 'ja.md');
  expect(writeFingerprints(articles).sort()).toEqual([
    'paid-leave/en.md',
    'paid-leave/vi.md',
    'work-accident/en.md',
    'work-accident/vi.md',
  ]);
  expect(writeFingerprints(articles)).toEqual([]);
  const stale = () =>
    loadContent(root)
      .articles.find(({ id }) => id === 'paid-leave')
      ?.variants.get('vi')?.stale;
  expect([loadContent(root).faults, stale()]).toEqual([[], false]);

  writeFileSync(original, readFileSync(original, 'utf8').replace('10日', '11日'));
  expect([writeFingerprints(articles), stale()]).toEqual([[], true]);
  expect(writeFingerprints(articles, false)).toContain('paid-leave/vi.md');
  expect(stale()).toBe(false);
});
