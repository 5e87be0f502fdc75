import { useEffect, useState } from 'preact/hooks';
import { CHOICE, choiceValue } from '../../../bot/choice-values.ts';
import { htmlLang, LANGUAGES, type LanguageTag } from '../../../bot/languages.ts';
import type { Chat, ChatState } from './chat.ts';
import type { ScreenTexts } from './texts/screen-texts.ts';
import { useReadingPlace } from './use-reading-place.ts';
import { Screen } from './views/screen.tsx';
import type { ReturnState, ScreenActions } from './views/screen-props.ts';

/** What the page is started with. */
export interface AppProps {
  readonly lang: LanguageTag;
  readonly texts: ScreenTexts;
  readonly nobody: boolean;
  readonly initial: ChatState;
  readonly chat: Chat;
  /** Tells the app of each change of the chat; gives the function that stops it. */
  readonly follow: (listener: (state: ChatState) => void) => () => void;
  readonly loadTexts: (lang: LanguageTag) => Promise<ScreenTexts>;
  /** Notes the language for new messages. */
  readonly onLanguage: (lang: LanguageTag, texts: ScreenTexts) => void;
  readonly leave: () => void;
}

/** The screen with its memory. */
export function App(props: AppProps) {
  const { chat } = props;
  const [state, setState] = useState(props.initial);
  const [spoken, setSpoken] = useState({ lang: props.lang, texts: props.texts });
  const [alarmed, setAlarmed] = useState(false);
  const [returning, setReturning] = useState<ReturnState>({});
  useEffect(() => props.follow(setState), [props.follow]);
  useReadingPlace(state.lines);

  const actions: ScreenActions = {
    say: (text, value) => {
      const button = document.activeElement instanceof HTMLButtonElement && document.activeElement;
      chat.say(text, value);
      if (value === CHOICE.hurt) setAlarmed(true);
      // A tapped choice disappears: the focus goes to the talk, not to the top of the page.
      if (value !== undefined && button) document.getElementById('talk')?.focus({ preventScroll: true });
    },
    sendFile: chat.sendFile,
    retry: chat.retry,
    leave: props.leave,
    chooseLanguage: (lang) => {
      props.loadTexts(lang).then(
        (texts) => {
          props.onLanguage(lang, texts);
          setSpoken({ lang, texts });
          if (state.lines.length > 0) chat.say(LANGUAGES[lang].name, choiceValue('lang', lang));
        },
        // No network: the list goes back to the language that is shown.
        () => setSpoken({ ...spoken }),
      );
    },
    remember: (on) => void chat.remember(on).catch(() => setState({ ...chat.state() })),
    startAgain: () => {
      chat.forget(false);
      setAlarmed(false);
      setReturning({});
    },
    eraseAll: () => {
      chat.eraseAll().then(
        () => setReturning({}),
        () => setReturning({ problem: 'failed' }),
      );
    },
    makeReturnCode: () => {
      chat.makeReturnCode().then(
        (code) => setReturning({ code }),
        () => setReturning({ problem: 'failed' }),
      );
    },
    comeBack: (code) => {
      void chat
        .comeBack(code)
        .then((outcome) => setReturning(outcome === 'open' ? {} : { problem: outcome }));
    },
  };
  useEffect(() => {
    document.documentElement.lang = htmlLang(spoken.lang);
    document.title = spoken.texts.title;
  }, [spoken]);
  return (
    <Screen
      {...spoken}
      nobody={props.nobody}
      alarmed={alarmed}
      state={state}
      returning={returning}
      actions={actions}
    />
  );
}
