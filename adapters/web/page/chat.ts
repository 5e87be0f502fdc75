import { type Backend, BackendError } from './backend.ts';
import { addActivities, type Line } from './lines.ts';
import { type Connection, type Receiver, type ReceiverEnv, startReceiver } from './receiver.ts';
import { createSender } from './sender.ts';
import type { SessionStore } from './session-store.ts';
import type { WireSet } from './wire.ts';

/** All that the screen shows of a conversation. */
export interface ChatState {
  readonly lines: readonly Line[];
  readonly connection: Connection;
  readonly typing: boolean;
  readonly remembered: boolean;
  /** The conversation was closed elsewhere. */
  readonly ended: boolean;
}

/** What a chat needs; the browser's things, so that tests can run it in Node. */
export interface ChatEnv extends Pick<ReceiverEnv, 'openSocket' | 'sleep' | 'random' | 'online'> {
  readonly backend: Backend;
  readonly store: SessionStore;
  readonly locale: () => string;
  readonly newId: () => string;
  readonly onChange: (state: ChatState) => void;
}

/** One person's chat. */
export interface Chat {
  readonly state: () => ChatState;
  /** Goes on with the stored conversation, if there is one. */
  resume(): void;
  /** Shows the line at once and sends it; `value` is that of a tapped button. */
  say(text: string, value?: string): void;
  /** Sends a file; the line shows its name. */
  sendFile(file: File): void;
  retry(key: string): void;
  /** Opens the conversation of five words; says how that went. */
  comeBack(code: string): Promise<'open' | 'wrong' | 'later' | 'failed'>;
  makeReturnCode(): Promise<string>;
  remember(on: boolean): Promise<void>;
  /** The network is back, or the page is looked at again. */
  wake(): void;
  /** Erases the conversation on the server, then forgets it here. Throws when the server could not be reached. */
  eraseAll(): Promise<void>;
  /** Forgets the conversation here; `end` also closes it on the server. */
  forget(end: boolean): void;
}

const TYPING_MS = 15_000;

/** See {@link Chat}. Nothing is sent before the person writes: opening the page leaves no trace on the server. */
export function createChat(env: ChatEnv): Chat {
  const { backend, store } = env;
  let state: ChatState = {
    lines: [],
    connection: 'idle',
    typing: false,
    remembered: store.load()?.remembered ?? false,
    ended: false,
  };
  let receiver: Receiver | undefined;
  let starting: Promise<void> | undefined;
  let typingEnds = new AbortController();

  const set = (change: Partial<ChatState>) => {
    state = { ...state, ...change };
    env.onChange(state);
  };
  const showTyping = (on: boolean) => {
    typingEnds.abort();
    typingEnds = new AbortController();
    const { signal } = typingEnds;
    if (state.typing !== on) set({ typing: on });
    if (on)
      void env.sleep(TYPING_MS, signal).then(() => {
        if (!signal.aborted) set({ typing: false });
      });
  };
  const onSet = (incoming: WireSet) => {
    const heard = incoming.activities.filter(({ type, from }) => type === 'message' && from?.role !== 'user');
    if (incoming.activities.some(({ type }) => type === 'typing')) showTyping(true);
    if (heard.length > 0) showTyping(false);
    set({ lines: addActivities(state.lines, incoming) });
  };
  const drop = () => {
    receiver?.stop();
    receiver = undefined;
    starting = undefined;
    store.clear();
    showTyping(false);
  };
  const listen = (url?: string) => {
    receiver ??= startReceiver(
      {
        ...env,
        onSet,
        onConnection: (connection) => {
          if (connection === 'online' && state.connection !== 'online') sender.retryAll();
          if (connection !== state.connection) set({ connection });
        },
        onEnded: () => {
          drop();
          set({ connection: 'idle', remembered: false, ended: true });
        },
      },
      url,
    );
  };
  const ensure = (): Promise<void> => {
    if (receiver) return Promise.resolve();
    starting ??= (async () => {
      try {
        if (store.load()) return listen();
        set({ connection: 'connecting' });
        const { streamUrl } = await backend.start(env.locale());
        set({ ended: false });
        listen(streamUrl);
      } catch (error) {
        set({ connection: env.online() ? 'reconnecting' : 'offline' });
        throw error;
      } finally {
        starting = undefined;
      }
    })();
    return starting;
  };
  const sender = createSender({
    backend,
    ensure,
    sleep: (ms) => env.sleep(ms, new AbortController().signal),
    onState: (id, next) =>
      set({ lines: state.lines.map((line) => (line.key === id ? { ...line, state: next } : line)) }),
    onEnded: drop,
  });

  const send = (text: string, extra: { value?: string; file?: File }) => {
    const id = env.newId();
    const line: Line = {
      key: id,
      author: 'you',
      text,
      lang: env.locale(),
      state: 'sending',
      links: [],
      citations: [],
      choices: [],
      files: extra.file ? [extra.file.name] : [],
    };
    set({ lines: [...state.lines, line] });
    sender.send({ id, text, locale: env.locale(), ...extra });
  };

  return {
    state: () => state,
    resume: () => {
      if (store.load()) listen();
    },
    say: (text, value) => send(text, value === undefined ? {} : { value }),
    sendFile: (file) => send('', { file }),
    retry: (key) => sender.retry(key),
    comeBack: async (code) => {
      try {
        await backend.redeem(code, env.locale());
      } catch (error) {
        const status = error instanceof BackendError ? error.status : 0;
        return status === 404 ? 'wrong' : status === 429 ? 'later' : 'failed';
      }
      receiver?.stop();
      receiver = undefined;
      set({ lines: [], ended: false, remembered: false });
      listen();
      return 'open';
    },
    makeReturnCode: async () => {
      await ensure();
      return backend.returnCode();
    },
    remember: async (on) => {
      await ensure();
      await backend.remember(on);
      set({ remembered: on });
    },
    wake: () => {
      receiver?.wake();
      sender.retryAll();
    },
    eraseAll: async () => {
      if (store.load()) await backend.erase();
      drop();
      set({ lines: [], connection: 'idle', remembered: false, ended: false });
    },
    forget: (end) => {
      if (end) backend.end();
      drop();
      set({ lines: [], connection: 'idle', remembered: false, ended: false });
    },
  };
}
