import { htmlLang } from '../../../../bot/languages.ts';
import type { ScreenProps } from './screen-props.ts';

/** Longest text of one message, in UTF-16 units. */
const MAX_LENGTH = 4000;
/** An iPhone turns its HEIC photos into JPEG when HEIC is not on the list. */
const FILES = 'image/jpeg,image/png,image/webp,application/pdf';

/** Where the person writes. Enter sends, Shift and Enter make a new line. */
export function Composer({ lang, texts, actions }: Pick<ScreenProps, 'lang' | 'texts' | 'actions'>) {
  const send = (form: HTMLFormElement) => {
    const field = form.elements.namedItem('text');
    if (!(field instanceof HTMLTextAreaElement)) return;
    const text = field.value.trim();
    if (!text) return;
    field.value = '';
    actions.say(text);
    field.focus();
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send(event.currentTarget);
      }}
    >
      <textarea
        name="text"
        rows={1}
        maxLength={MAX_LENGTH}
        lang={htmlLang(lang)}
        dir="auto"
        aria-label={texts.inputLabel}
        placeholder={texts.inputPlaceholder}
        enterkeyhint="send"
        autocomplete="off"
        onKeyDown={(event) => {
          // While an input method composes, Enter only takes the word.
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          const { form } = event.currentTarget;
          if (form) send(form);
        }}
      />
      <label class="attach" title={texts.attach}>
        <span aria-hidden="true">📷</span>
        <input
          type="file"
          class="hidden"
          aria-label={texts.attach}
          accept={FILES}
          onChange={(event) => {
            const field = event.currentTarget;
            const file = field.files?.[0];
            if (file) actions.sendFile(file);
            field.value = '';
          }}
        />
      </label>
      <button type="submit">{texts.send}</button>
    </form>
  );
}
