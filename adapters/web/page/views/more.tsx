import { ReturnBox } from './return-box.tsx';
import type { ScreenProps } from './screen-props.ts';

/** What is needed now and then: remembering, five words, a new beginning, privacy. */
export function More({ lang, texts, state, returning, actions }: Omit<ScreenProps, 'nobody'>) {
  return (
    <details class="more">
      <summary>{texts.more}</summary>
      <div class="panel">
        <p>
          <label>
            <input
              type="checkbox"
              checked={state.remembered}
              aria-describedby="remember-hint"
              onChange={(event) => actions.remember(event.currentTarget.checked)}
            />{' '}
            {texts.remember}
          </label>
        </p>
        <p class="hint" id="remember-hint">
          {texts.rememberHint}
        </p>
        <ReturnBox texts={texts} returning={returning} actions={actions} />
        <form
          class="come-back"
          onSubmit={(event) => {
            event.preventDefault();
            const field = event.currentTarget.elements.namedItem('code');
            if (field instanceof HTMLInputElement && field.value.trim()) actions.comeBack(field.value);
          }}
        >
          <label for="code">{texts.returnEnter}</label>
          <input
            id="code"
            name="code"
            type="text"
            lang="en"
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            maxLength={100}
          />
          <button type="submit">{texts.returnOpen}</button>
          <p role="status" class="problem">
            {returning.problem === 'wrong' && texts.returnWrong}
            {returning.problem === 'later' && texts.returnLater}
            {returning.problem === 'failed' && texts.failed}
          </p>
        </form>
        <p>
          <button type="button" onClick={actions.startAgain} aria-describedby="again-hint">
            {texts.newConversation}
          </button>
        </p>
        <p class="hint" id="again-hint">
          {texts.newConversationHint}
        </p>
        <details class="erase">
          <summary>{texts.eraseAll}</summary>
          <p class="hint">{texts.eraseHint}</p>
          <button type="button" onClick={actions.eraseAll}>
            {texts.eraseConfirm}
          </button>
        </details>
        <p class="hint">
          <b>{texts.quickExit}</b>: {texts.quickExitHint}
        </p>
        <p>
          <a href={`/privacy/${lang}`}>{texts.privacyLink}</a>
        </p>
      </div>
    </details>
  );
}
