import { renderToString } from 'preact-render-to-string';
import { htmlLang, LANGUAGE_TAGS, type LanguageTag } from '../../../bot/languages.ts';
import type { ChatState } from './chat.ts';
import type { PageData } from './page-data.ts';
import { screenTexts } from './texts/all-texts.ts';
import { Screen } from './views/screen.tsx';
import type { ScreenActions } from './views/screen-props.ts';

const EMPTY: ChatState = { lines: [], connection: 'idle', typing: false, remembered: false, ended: false };
const nothing = () => {};
const ACTIONS: ScreenActions = {
  say: nothing,
  sendFile: nothing,
  retry: nothing,
  leave: nothing,
  chooseLanguage: nothing,
  remember: nothing,
  startAgain: nothing,
  eraseAll: nothing,
  makeReturnCode: nothing,
  comeBack: nothing,
};

/** What a shell is made of. */
export interface ShellOptions {
  readonly lang: LanguageTag;
  readonly nobody: boolean;
  /** Folder of the build's files, with a slash at both ends. */
  readonly files: string;
  readonly css: string;
}

/** The whole first page in one language: it reads, calls 119 and leaves before any script has come. */
export function renderShell({ lang, nobody, files, css }: ShellOptions): string {
  const texts = screenTexts(lang);
  const data: PageData = { lang, texts, nobody, files };
  const screen = renderToString(
    <Screen
      lang={lang}
      texts={texts}
      nobody={nobody}
      alarmed={false}
      state={EMPTY}
      returning={{}}
      actions={ACTIONS}
    />,
  );
  const others = [lang, ...LANGUAGE_TAGS.filter((tag) => tag !== lang)];
  const withoutScript = renderToString(
    <div class="noscript">
      <p>
        <a href="tel:119">119</a> <a href="tel:110">110</a>
      </p>
      {others.map((tag) => (
        <p key={tag} lang={htmlLang(tag)}>
          {screenTexts(tag).noScript} 119 ({screenTexts(tag).fire}), 110 ({screenTexts(tag).police})
        </p>
      ))}
    </div>,
  );
  // "<" may not stand in a data block: "</script" in a text would end it.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="${htmlLang(lang)}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="robots" content="noindex">
<title>${texts.title}</title><link rel="icon" href="data:,">
<style>${css}</style>
<script type="application/json" id="page-data">${json}</script>
<script type="module" src="${files}page.js"></script></head>
<body><div id="app">${screen}</div><noscript>${withoutScript}</noscript></body></html>
`;
}
