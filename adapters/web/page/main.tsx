import { hydrate } from 'preact';
import type { LanguageTag } from '../../../bot/languages.ts';
import { App } from './app.tsx';
import { createBackend } from './backend.ts';
import { type ChatState, createChat } from './chat.ts';
import type { PageData } from './page-data.ts';
import { onEscapeTwice, quickExit } from './quick-exit.ts';
import { createSessionStore } from './session-store.ts';
import type { ScreenTexts } from './texts/screen-texts.ts';

/** A browser may refuse even the look at its storage. */
function storage(which: 'sessionStorage' | 'localStorage'): Storage | undefined {
  try {
    return window[which];
  } catch {
    return undefined;
  }
}

/** 128 random bits; `crypto.randomUUID` is missing on plain http. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function start(root: Element, data: PageData): void {
  let lang: LanguageTag = data.lang;
  let listener: (state: ChatState) => void = () => {};
  const store = createSessionStore({ session: storage('sessionStorage'), local: storage('localStorage') });
  const backend = createBackend('/v3/directline', store, (input, init) => fetch(input, init));
  const chat = createChat({
    backend,
    store,
    locale: () => lang,
    newId,
    openSocket: (url) => {
      // The host that served the page also has its stream, whatever name a proxy gave it.
      const { pathname, search } = new URL(url);
      return new WebSocket(`${location.origin.replace(/^http/, 'ws')}${pathname}${search}`);
    },
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve();
        const timer = setTimeout(resolve, ms);
        signal.addEventListener('abort', () => {
          clearTimeout(timer);
          resolve();
        });
      }),
    random: () => (crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) / 256,
    online: () => navigator.onLine,
    onChange: (state) => listener(state),
  });
  const leave = () => quickExit(chat, window);
  const empty: ChatState = { lines: [], connection: 'idle', typing: false, remembered: false, ended: false };

  hydrate(
    <App
      lang={data.lang}
      texts={data.texts}
      nobody={data.nobody}
      initial={empty}
      chat={chat}
      follow={(next) => {
        listener = next;
        next(chat.state());
        return () => {
          listener = () => {};
        };
      }}
      loadTexts={async (tag) => {
        const response = await fetch(`${data.files}texts.${tag}.json`);
        if (!response.ok) throw new Error(`status ${response.status}`);
        return (await response.json()) as ScreenTexts;
      }}
      onLanguage={(tag) => {
        lang = tag;
        const url = new URL(location.href);
        url.searchParams.set('lang', tag);
        history.replaceState(null, '', url);
      }}
      leave={leave}
    />,
    root,
  );
  onEscapeTwice(window, leave);
  window.addEventListener('online', () => chat.wake());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') chat.wake();
  });
  // A page kept for "back" must not show the talk again after the person has left.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
  chat.resume();
}

const root = document.getElementById('app');
const data = document.getElementById('page-data')?.textContent;
if (root && data) start(root, JSON.parse(data) as PageData);
