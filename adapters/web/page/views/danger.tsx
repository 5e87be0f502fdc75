import { CHOICE } from '../../../../bot/choice-values.ts';
import type { ScreenTexts } from '../texts/screen-texts.ts';
import type { ScreenProps } from './screen-props.ts';

function Numbers({ texts }: { readonly texts: ScreenTexts }) {
  return (
    <>
      <a href="tel:119">
        <b>119</b> {texts.fire}
      </a>
      <a href="tel:110">
        <b>110</b> {texts.police}
      </a>
    </>
  );
}

/** The two numbers that always answer, one tap away; they work without JavaScript and without a network of ours. */
export function Danger({ texts, actions }: Pick<ScreenProps, 'texts' | 'actions'>) {
  return (
    <details class="danger">
      <summary>
        {texts.danger}{' '}
        <span class="numbers">
          <b>119</b> · <b>110</b>
        </span>
      </summary>
      <div class="calls">
        <Numbers texts={texts} />
        <button type="button" onClick={() => actions.say(texts.hurt, CHOICE.hurt)}>
          {texts.reportDanger}
        </button>
      </div>
    </details>
  );
}

/** The same numbers right below what the person has just said: there before, and without, any answer of a server. */
export function NumbersNow({ texts }: Pick<ScreenProps, 'texts'>) {
  return (
    <section class="danger now" aria-label={texts.danger}>
      <div class="calls">
        <Numbers texts={texts} />
      </div>
    </section>
  );
}
