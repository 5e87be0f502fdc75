import { CHOICE } from '../../../../bot/choice-values.ts';
import type { ScreenProps } from './screen-props.ts';

/** First words, three ways to begin, one line about privacy. */
export function Welcome({ lang, texts, nobody, state, actions }: Omit<ScreenProps, 'returning'>) {
  const last = nobody
    ? { text: texts.lines, value: CHOICE.lines }
    : { text: texts.human, value: CHOICE.human };
  const starts = [{ text: texts.ask, value: CHOICE.ask }, { text: texts.hurt, value: CHOICE.hurt }, last];
  return (
    <section class="welcome">
      <p>{texts.greeting}</p>
      <p>{texts.welcome}</p>
      {state.lines.length === 0 && (
        <div class="starts">
          {starts.map(({ text, value }) => (
            <button type="button" key={value} class={value} onClick={() => actions.say(text, value)}>
              {text}
            </button>
          ))}
        </div>
      )}
      <p class="privacy">
        {texts.privacyLine} <a href={`/privacy/${lang}`}>{texts.privacyLink}</a>
      </p>
    </section>
  );
}
