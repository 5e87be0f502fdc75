import { htmlLang, isLanguageTag, type LanguageTag } from '../../../../bot/languages.ts';
import { formatDate } from '../../../../bot/locales/dates.ts';
import type { Line } from '../lines.ts';
import { textParts } from '../text-parts.ts';
import type { ScreenProps } from './screen-props.ts';

/** One message with its links, sources and, for our own, how its sending went. */
export function LineView(
  props: Pick<ScreenProps, 'lang' | 'texts' | 'actions'> & { readonly line: Line; readonly newest: boolean },
) {
  const { line, lang, texts, actions, newest } = props;
  const speaker = line.author === 'you' ? texts.you : line.author === 'advisor' ? texts.advisor : 'Soudan';
  const spoken = isLanguageTag(line.lang) ? htmlLang(line.lang) : line.lang;
  return (
    <div class={`line ${line.author} ${line.kind ?? ''}`}>
      <span class={line.author === 'advisor' ? 'speaker' : 'hidden'}>{speaker}: </span>
      {line.erased ? (
        <p class="text erased">{texts.erased}</p>
      ) : line.text === '' ? null : (
        <p class="text" lang={spoken} dir="auto">
          {textParts(line.text, line.links).map(({ text, href }, index) =>
            href ? (
              <a
                key={index}
                href={href}
                {...(href.startsWith('https:') ? { target: '_blank', rel: 'noopener noreferrer' } : {})}
              >
                {text}
              </a>
            ) : (
              text
            ),
          )}
        </p>
      )}
      {line.files.map((name) => (
        <p key={name} class="file">
          📎 {name}
        </p>
      ))}
      {line.citations.map(({ title, url, lang: written, checked }) => (
        <p key={url} class="source">
          {texts.source}:{' '}
          <a href={url} target="_blank" rel="noopener noreferrer" lang={written} dir="auto">
            {title}
          </a>{' '}
          ({texts.checkedOn.replace('{date}', dateOf(lang, checked))})
        </p>
      ))}
      {line.author === 'you' && (newest || line.state !== 'sent') && (
        <p class={`state ${line.state}`} aria-live="off">
          {line.state === 'refused' ? texts.fileRefused : texts[line.state]}
          {line.state === 'failed' && (
            <button type="button" onClick={() => actions.retry(line.key)}>
              {texts.retry}
            </button>
          )}
        </p>
      )}
    </div>
  );
}

function dateOf(lang: LanguageTag, iso: string): string {
  // Browsers leave out the month names of smaller languages and would say them in English.
  if (Intl.DateTimeFormat.supportedLocalesOf(htmlLang(lang)).length === 0) return iso;
  try {
    return formatDate(lang, iso);
  } catch {
    return iso;
  }
}
