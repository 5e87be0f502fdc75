import { htmlLang } from '../../../../bot/languages.ts';
import { openChoices } from '../lines.ts';
import { Composer } from './composer.tsx';
import { Danger, NumbersNow } from './danger.tsx';
import { Header } from './header.tsx';
import { LineView } from './line-view.tsx';
import { More } from './more.tsx';
import { ReturnBox } from './return-box.tsx';
import type { ScreenProps } from './screen-props.ts';
import { Welcome } from './welcome.tsx';

/**
 * The whole screen from its props, the same on the server and in the browser. The log and the status line stand
 * there, labelled, before the first message; nothing ever moves the focus when a message comes (W-8).
 */
export function Screen(props: ScreenProps) {
  const { lang, texts, state, returning, actions } = props;
  const choices = openChoices(state.lines);
  const last = state.lines.at(-1);
  const mine = state.lines.filter(({ author }) => author === 'you').at(-1)?.key;
  const deep = state.lines.some(({ kind }) => kind === 'flow' || kind === 'handoff');
  return (
    <div class="screen" lang={htmlLang(lang)}>
      <Header lang={lang} texts={texts} actions={actions} />
      <main class="talk" id="talk" tabIndex={-1}>
        <Danger texts={texts} actions={actions} />
        <Welcome {...props} />
        <div class="log" role="log" aria-label={texts.conversation}>
          {state.lines.map((line) => (
            <LineView
              key={line.key}
              line={line}
              newest={line.key === mine}
              lang={lang}
              texts={texts}
              actions={actions}
            />
          ))}
        </div>
        {props.alarmed && <NumbersNow texts={texts} />}
        {choices.length > 0 && (
          <fieldset class="choices" key={last?.key}>
            <legend class="hidden">{texts.choices}</legend>
            {choices.map(({ title, value }) => (
              <button type="button" key={value} lang={last?.lang} onClick={() => actions.say(title, value)}>
                {title}
              </button>
            ))}
          </fieldset>
        )}
        {deep && <ReturnBox texts={texts} returning={returning} actions={actions} />}
      </main>
      <footer class="bottom">
        <p class="status" role="status" aria-atomic="true">
          {statusOf(props)}
        </p>
        <p class="hidden" role="alert">
          {state.lines.some((line) => line.state === 'failed') && texts.failed}
          {last?.state === 'refused' && texts.fileRefused}
        </p>
        <Composer lang={lang} texts={texts} actions={actions} />
        <More {...props} />
      </footer>
    </div>
  );
}

function statusOf({ state, texts }: ScreenProps): string {
  const { connection } = state;
  if (state.ended) return texts.ended;
  if (connection === 'connecting' || connection === 'reconnecting' || connection === 'offline')
    return texts[connection];
  return state.typing ? texts.typing : '';
}
