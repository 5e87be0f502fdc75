import { join } from 'node:path';
import { expect, it } from 'vitest';
import { LANGUAGE_TAGS } from '../../../bot/languages.ts';
import { loadTables } from '../../../bot/tables/load.ts';
import { referenceText } from '../../../bot/tables/reference-text.ts';
import { loadContent } from '../../../knowledge/content/load-content.ts';
import { expandReferences } from '../../../knowledge/content/reference.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const content = loadContent(root);

it('the content has no fault', () => {
  expect(content.faults).toEqual([]);
  expect(content.articles.length).toBeGreaterThanOrEqual(30);
});

it('every article a trainee reads exists in all fifteen languages, made from the newest Japanese text', () => {
  const gaps = content.articles
    .filter(({ meta }) => meta.audience.includes('trainee'))
    .flatMap(({ id, variants }) =>
      LANGUAGE_TAGS.filter((tag) => !variants.has(tag) || variants.get(tag)?.stale).map(
        (tag) => `${id}/${tag}`,
      ),
    );
  expect(gaps).toEqual([]);
});

it('every reference finds its table, and every article ends with somebody to call', () => {
  const tables = loadTables();
  const now = Date.parse('2026-11-25T12:00:00+09:00');
  const faults: string[] = [];
  for (const { id, variants } of content.articles)
    for (const [lang, { sections }] of variants) {
      const call = sections.find((section) => section.id === 'call');
      const { links } = expandReferences(
        call?.text ?? '',
        ({ kind, id: what }) => {
          const found = referenceText(tables, `${kind} ${what}`, lang, now);
          if (!found) faults.push(`${id}/${lang}: ${kind} ${what}`);
          return found;
        },
        lang,
        now,
      );
      if (links.length === 0) faults.push(`${id}/${lang}: nobody to call`);
    }
  expect(faults).toEqual([]);
});
