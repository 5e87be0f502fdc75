import { CHOICE } from '../../../../bot/choice-values.ts';
import type { ScreenProps } from './screen-props.ts';

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
        <a href="tel:119">
          <b>119</b> {texts.fire}
        </a>
        <a href="tel:110">
          <b>110</b> {texts.police}
        </a>
        <button type="button" onClick={() => actions.say(texts.hurt, CHOICE.hurt)}>
          {texts.reportDanger}
        </button>
      </div>
    </details>
  );
}
