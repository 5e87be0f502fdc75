import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { htmlLang, LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from '../../../bot/languages.ts';
import { formatDate } from '../../../bot/locales/dates.ts';
import { privacyTexts } from './all-privacy.ts';

/** ISO date on which the page was last compared with what the program does. Raise it with each change of either. */
export const PRIVACY_AS_OF = '2026-11-24';

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h2>{title}</h2>
      <ul>{children}</ul>
    </section>
  );
}

/** The privacy page in one language: a whole HTML file without a script, fit for printing. */
export function renderPrivacy(lang: LanguageTag, css: string): string {
  const texts = privacyTexts(lang);
  const { stored, time, who, erase, phone } = texts;
  const list = ({ title, ...lines }: Readonly<Record<string, string>>) => (
    <Part title={title ?? ''}>
      {Object.values(lines).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </Part>
  );
  const body = renderToString(
    <main>
      <p class="screen-only">
        <a href={`/?lang=${lang}`}>← {texts.back}</a>
      </p>
      <h1>{texts.title}</h1>
      <p>{texts.purpose}</p>
      {[stored, time, who, erase, phone].map(list)}
      <p class="as-of">{texts.asOf.replace('{date}', formatDate(lang, PRIVACY_AS_OF))}</p>
      <nav class="screen-only" aria-label="Language">
        {LANGUAGE_TAGS.filter((tag) => tag !== lang).map((tag) => (
          <a key={tag} href={`/privacy/${tag}`} lang={htmlLang(tag)}>
            {LANGUAGES[tag].name}
          </a>
        ))}
      </nav>
    </main>,
  );
  return `<!doctype html>
<html lang="${htmlLang(lang)}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${texts.title} · Soudan</title><link rel="icon" href="data:,">
<style>${css}</style></head><body>${body}</body></html>
`;
}
