import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isLanguageTag, type LanguageTag } from '../../bot/languages.ts';
import { type ArticleMeta, articleFront, articleMeta } from '../article.ts';
import type { ContentFault } from './content-fault.ts';
import { fingerprint } from './fingerprint.ts';
import { parseBody, type Section } from './parse-body.ts';
import { parseYaml } from './parse-yaml.ts';
import { splitFrontMatter } from './split-front-matter.ts';

/** An article in one language. */
export interface ArticleVariant {
  readonly lang: LanguageTag;
  readonly title: string;
  /** Of the file itself and of `asked.<lang>.yaml`. */
  readonly questions: readonly string[];
  /** `none` or the date of a native reader's review. */
  readonly reviewed: string;
  /** True when ja.md has changed since this translation was made: shown to the reader and by `doctor`. */
  readonly stale: boolean;
  /** `short` first, then the sections of `article.yaml` in their order. */
  readonly sections: readonly Section[];
}

/** A topic with what holds in every language and its language variants. */
export interface Article {
  readonly id: string;
  /** Absolute path of the topic's folder. */
  readonly folder: string;
  readonly meta: ArticleMeta;
  readonly variants: ReadonlyMap<LanguageTag, ArticleVariant>;
}

/** Articles without faults, and every fault. An article with a faulty file keeps its sound languages. */
export interface LoadedArticles {
  readonly articles: readonly Article[];
  readonly faults: readonly ContentFault[];
}

function checkSections(
  file: string,
  meta: ArticleMeta,
  sections: readonly Section[],
  line: number,
): ContentFault[] {
  const wanted = ['short', ...meta.sections.map(({ id }) => id).filter((id) => id !== 'short')].join(', ');
  const found = sections.map(({ id }) => id).join(', ');
  if (wanted === found) return [];
  return [{ file, line, message: `sections are ${found}; article.yaml says ${wanted}` }];
}

function loadVariant(
  file: string,
  text: string,
  lang: LanguageTag,
  meta: ArticleMeta,
  original: string | undefined,
): { variant?: ArticleVariant; faults: readonly ContentFault[] } {
  const parts = splitFrontMatter(text);
  if (!parts) return { faults: [{ file, line: 1, message: 'has no front matter between two --- lines' }] };
  const front = parseYaml(file, parts.yaml, articleFront, parts.yamlLine);
  const { sections, faults } = parseBody(file, parts.body, parts.bodyLine);
  const all = [
    ...(front.ok ? [] : front.faults),
    ...faults,
    ...checkSections(file, meta, sections, parts.bodyLine),
  ];
  if (!front.ok || all.length > 0) return { faults: all };
  const { title, questions, reviewed, translated_from: from } = front.value;
  const stale = lang !== 'ja' && original !== undefined && from !== undefined && from !== original;
  return { variant: { lang, title, questions, reviewed, stale, sections }, faults: [] };
}

const askedFile = z.array(z.string().min(1)).min(1);

/** `asked.<lang>.yaml`: a list of further ways in which people ask, for the search alone. */
function loadAsked(
  path: string,
  file: string,
): { asked: readonly string[]; faults: readonly ContentFault[] } {
  if (!existsSync(path)) return { asked: [], faults: [] };
  const parsed = parseYaml(file, readFileSync(path, 'utf8'), askedFile);
  return parsed.ok ? { asked: parsed.value, faults: [] } : { asked: [], faults: parsed.faults };
}

/** Reads every topic folder of `folder`. `label` stands before file names in faults. Never throws for bad content. */
export function loadArticles(folder: string, label = 'knowledge/articles'): LoadedArticles {
  const articles: Article[] = [];
  const faults: ContentFault[] = [];
  if (!existsSync(folder)) return { articles, faults };
  const topics = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const id of topics.map(({ name }) => name).sort()) {
    const path = join(folder, id);
    const metaFile = join(path, 'article.yaml');
    if (!existsSync(metaFile)) {
      faults.push({ file: `${label}/${id}`, line: 1, message: 'has no article.yaml' });
      continue;
    }
    const meta = parseYaml(`${label}/${id}/article.yaml`, readFileSync(metaFile, 'utf8'), articleMeta);
    if (!meta.ok) {
      faults.push(...meta.faults);
      continue;
    }
    const files = readdirSync(path)
      .filter((name) => name.endsWith('.md'))
      .sort();
    const original = files.includes('ja.md')
      ? fingerprint(readFileSync(join(path, 'ja.md'), 'utf8'))
      : undefined;
    const variants = new Map<LanguageTag, ArticleVariant>();
    for (const name of files) {
      const file = `${label}/${id}/${name}`;
      const lang = name.slice(0, -'.md'.length);
      if (!isLanguageTag(lang)) {
        faults.push({ file, line: 1, message: `${lang} is not one of our languages` });
        continue;
      }
      const loaded = loadVariant(file, readFileSync(join(path, name), 'utf8'), lang, meta.value, original);
      faults.push(...loaded.faults);
      if (!loaded.variant) continue;
      const more = loadAsked(join(path, `asked.${lang}.yaml`), `${label}/${id}/asked.${lang}.yaml`);
      faults.push(...more.faults);
      const questions = [...new Set([...loaded.variant.questions, ...more.asked])];
      variants.set(lang, { ...loaded.variant, questions });
    }
    if (variants.size > 0) articles.push({ id, folder: path, meta: meta.value, variants });
  }
  const ids = new Set(articles.map((article) => article.id));
  for (const { id, meta } of articles)
    for (const related of meta.related)
      if (!ids.has(related))
        faults.push({
          file: `${label}/${id}/article.yaml`,
          line: 1,
          message: `related: no article ${related}`,
        });
  return { articles, faults };
}
