import type { PageFiles } from '../../adapters/web/page-files.ts';
import { LANGUAGE_TAGS, type LanguageTag } from '../../bot/languages.ts';

/** Bytes that a first visit brings in one language: the page and its script. Nothing else is loaded. */
export interface LanguageWeight {
  readonly lang: LanguageTag;
  readonly gzip: number;
  readonly brotli: number;
}

/** What the first load weighs, compressed as it is sent. */
export function pageWeight(files: PageFiles): {
  readonly languages: readonly LanguageWeight[];
  readonly heaviest: LanguageWeight;
} {
  const script = [...files].find(([path]) => path.endsWith('/page.js'))?.[1];
  const languages = LANGUAGE_TAGS.map((lang): LanguageWeight => {
    const shell = files.get(`shell.person.${lang}.html`);
    if (!script || !shell) throw new Error(`The page was not built in ${lang}.`);
    return {
      lang,
      gzip: script.gzip.length + shell.gzip.length,
      brotli: script.brotli.length + shell.brotli.length,
    };
  });
  const heaviest = languages.reduce((most, next) => (next.gzip > most.gzip ? next : most));
  return { languages, heaviest };
}
