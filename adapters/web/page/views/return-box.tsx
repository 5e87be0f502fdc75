import type { ScreenProps } from './screen-props.ts';

/** Five words to come back with: shown on request, once made they stay on the screen until it is left. */
export function ReturnBox({
  texts,
  returning,
  actions,
}: Pick<ScreenProps, 'texts' | 'returning' | 'actions'>) {
  return (
    <section class="return">
      <h2>{texts.returnTitle}</h2>
      <p>{texts.returnHint}</p>
      {returning.code ? null : (
        <button type="button" onClick={actions.makeReturnCode}>
          {texts.returnMake}
        </button>
      )}
      <div role="status">
        {returning.code && (
          <p>
            {texts.returnShown}: <strong lang="en">{returning.code}</strong>
          </p>
        )}
      </div>
    </section>
  );
}
