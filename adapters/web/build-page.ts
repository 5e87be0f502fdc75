import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, transform } from 'esbuild';
import { LANGUAGE_TAGS } from '../../bot/languages.ts';
import { renderShell } from './page/render-shell.tsx';
import { screenTexts } from './page/texts/all-texts.ts';
import { renderPrivacy } from './privacy/render-privacy.tsx';

/** Browsers from 2021 and 2022 on: a cheap Android keeps its Chrome up to date, an iPhone 6s has Safari 15. */
const TARGET = ['chrome93', 'safari15.4', 'firefox92'];

/** Where the sources are and where the files go. */
export interface BuildPageOptions {
  /** Folder of package.json. */
  readonly root: string;
  /** Made when missing; what was there before stays. */
  readonly outDir: string;
}

/**
 * Builds everything that the browser gets: script, texts, one shell and one privacy page a language (the shell
 * twice: with and without a person to talk to). Pages are whole files, so serving one is reading memory.
 */
export async function buildPage({ root, outDir }: BuildPageOptions): Promise<void> {
  const bundle = await build({
    absWorkingDir: root,
    entryPoints: ['adapters/web/page/main.tsx'],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: TARGET,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    supported: { destructuring: true },
    legalComments: 'none',
    logLevel: 'warning',
  });
  const script = bundle.outputFiles[0]?.text ?? '';
  const css = await minifyCss(join(root, 'adapters/web/page/page.css'));
  const printCss = await minifyCss(join(root, 'adapters/web/privacy/privacy.css'));
  const texts = LANGUAGE_TAGS.map((lang) => [lang, JSON.stringify(screenTexts(lang))] as const);
  const hash = createHash('sha256').update(script).update(JSON.stringify(texts)).digest('hex').slice(0, 16);

  const files = new Map<string, string>([[`page/${hash}/page.js`, script]]);
  for (const [lang, json] of texts) files.set(`page/${hash}/texts.${lang}.json`, json);
  for (const lang of LANGUAGE_TAGS) {
    for (const nobody of [false, true]) {
      const name = `shell.${nobody ? 'nobody' : 'person'}.${lang}.html`;
      files.set(name, renderShell({ lang, nobody, css, files: `/page/${hash}/` }));
    }
    files.set(`privacy.${lang}.html`, renderPrivacy(lang, printCss));
  }
  for (const [name, text] of files) {
    const path = join(outDir, name);
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(path, text);
  }
}

async function minifyCss(path: string): Promise<string> {
  const { code } = await transform(await readFile(path, 'utf8'), {
    loader: 'css',
    minify: true,
    target: TARGET,
  });
  return code.trim();
}
