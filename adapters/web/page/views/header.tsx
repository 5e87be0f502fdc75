import { htmlLang, LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from '../../../../bot/languages.ts';
import { NEUTRAL_PAGE } from '../neutral-page.ts';
import type { ScreenProps } from './screen-props.ts';

/** Name, language, way out. The language list and the way out also work without JavaScript. */
export function Header({ lang, texts, actions }: Pick<ScreenProps, 'lang' | 'texts' | 'actions'>) {
  return (
    <header class="top">
      <h1>
        Soudan <span lang="ja">相談</span>
      </h1>
      <form class="language" method="get" action="/">
        <label for="lang" class="hidden">
          {texts.chooseLanguage} / Language
        </label>
        <select
          id="lang"
          name="lang"
          value={lang}
          onChange={(event) => actions.chooseLanguage(event.currentTarget.value as LanguageTag)}
        >
          {LANGUAGE_TAGS.map((tag) => (
            <option key={tag} value={tag} lang={htmlLang(tag)} selected={tag === lang}>
              {LANGUAGES[tag].name}
            </option>
          ))}
        </select>
        <noscript>
          <button type="submit">OK</button>
        </noscript>
      </form>
      <a
        class="exit"
        href={NEUTRAL_PAGE}
        rel="noreferrer"
        title={texts.quickExitHint}
        onClick={(event) => {
          event.preventDefault();
          actions.leave();
        }}
      >
        {texts.quickExit}
      </a>
    </header>
  );
}
