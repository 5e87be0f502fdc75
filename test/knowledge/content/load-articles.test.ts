import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatFault } from '../../../knowledge/content/content-fault.ts';
import { fingerprint } from '../../../knowledge/content/fingerprint.ts';
import { loadContent } from '../../../knowledge/content/load-content.ts';

const ROOT = join(import.meta.dirname, '../fixtures/root');
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'soudan-'));
  cpSync(ROOT, root, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

const path = (name: string) => join(root, 'knowledge', name);
function edit(name: string, change: (text: string) => string): void {
  writeFileSync(path(name), change(readFileSync(path(name), 'utf8')));
}
const faults = () => loadContent(root).faults.map(formatFault);

describe('articles', () => {
  it('are read with their sections, questions and sources', () => {
    const { articles, faults } = loadContent(root);
    expect(faults).toEqual([]);
    const leave = articles.find(({ id }) => id === 'paid-leave');
    expect([...(leave?.variants.keys() ?? [])].sort()).toEqual(['en', 'ja', 'vi']);
    const english = leave?.variants.get('en');
    expect(english?.sections.map(({ id }) => id)).toEqual(['short', 'details', 'old', 'do-now', 'call']);
    expect(english?.sections[0]).toEqual({
      id: 'short',
      heading: '',
      text: 'After six months you get 10 days of paid leave.',
    });
    expect(english?.questions).toHaveLength(3);
    expect(leave?.meta.sources[1]?.checked).toBe('2026-11-01');
  });

  it('name file and line of what is wrong, and keep the sound languages', () => {
    edit('articles/paid-leave/article.yaml', (text) => text.replace('"2026-11-02"', 'yesterday'));
    edit('articles/passport/en.md', (text) => text.replace('Nobody may', 'Nobody **may**'));
    edit('articles/work-accident/vi.md', (text) => text.replace('{{lines labour}}', '{{lynes labour}}'));
    expect(faults()).toEqual([
      expect.stringMatching(/^knowledge\/articles\/paid-leave\/article\.yaml:7: sources\.0\.checked: /),
      expect.stringMatching(/^knowledge\/articles\/passport\/en\.md:10: only paragraphs and lists/),
      expect.stringMatching(
        /^knowledge\/articles\/work-accident\/vi\.md:26: \{\{lynes labour\}\} is no reference/,
      ),
    ]);
    const accident = loadContent(root).articles.find(({ id }) => id === 'work-accident');
    expect([...(accident?.variants.keys() ?? [])]).toEqual(['en', 'ja']);
  });

  it.each([
    ['articles/passport/en.md', (text: string) => text.replace('---\n', ''), /:1: has no front matter/],
    ['articles/passport/en.md', (text: string) => text.replace('{#details}', ''), /:12: the heading has no/],
    ['articles/passport/en.md', (text: string) => text.replace('## Who', '# Who'), /headings have two signs/],
    [
      'articles/passport/en.md',
      (text: string) => text.replace('{#old}', '{#new}'),
      /sections are short, details, new/,
    ],
    ['articles/passport/en.md', (text: string) => text.replace('title:', 'tittle:'), /en\.md:2: /],
    [
      'articles/passport/article.yaml',
      (text: string) => text.replace('paid-leave', 'nothing'),
      /no article nothing/,
    ],
    ['articles/passport/article.yaml', () => 'audience: [trainee', /article\.yaml:1: /],
    [
      'not-ours/weather/topic.yaml',
      () => 'leads_to: nowhere\n',
      /not-ours\/weather\/topic\.yaml:1: leads_to/,
    ],
    ['not-ours/weather/questions.yaml', (text: string) => `${text}xx:\n  - "?"\n`, /questions\.yaml:\d+: /],
  ])('%s with a fault says %s', (file, change, message) => {
    edit(file, change);
    expect(faults().some((fault) => message.test(fault))).toBe(true);
  });

  it('know a translation of an older original', () => {
    const original = fingerprint(readFileSync(path('articles/paid-leave/ja.md'), 'utf8'));
    const from = (mark: string) =>
      edit('articles/paid-leave/vi.md', (text) =>
        text.replace('reviewed: none', `reviewed: none\ntranslated_from: "${mark}"`),
      );
    from(original);
    const stale = () =>
      loadContent(root)
        .articles.find(({ id }) => id === 'paid-leave')
        ?.variants.get('vi')?.stale;
    expect(stale()).toBe(false);
    edit('articles/paid-leave/ja.md', (text) => text.replace('10日', '11日'));
    expect(stale()).toBe(true);
  });
});
