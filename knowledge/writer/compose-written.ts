import { choiceId, choiceValue } from '../../bot/choice-values.ts';
import { coreTexts } from '../../bot/locales/core.ts';
import { sayByReach } from '../../bot/locales/say-by-reach.ts';
import type { Message } from '../../bot/message.ts';
import type { Reach } from '../../bot/ports/reach.ts';
import type { DraftSentence } from '../../bot/ports/writer.ts';
import type { ArticlePassages } from '../answer/passages-of.ts';

/**
 * The checked sentences in place of the article's own: its sources, kind and buttons stay, whom to call is added in
 * the article's words, and "more" gives the article itself.
 */
export function composeWritten(
  sentences: readonly DraftSentence[],
  base: Message,
  topic: string,
  source: ArticlePassages,
  reach: Reach,
): Message {
  const texts = coreTexts(source.lang);
  const parts = [sentences.map(({ text }) => text).join('\n')];
  const { call } = source;
  if (call && !sentences.some(({ passage }) => passage === call.passage)) parts.push(call.text);
  if (source.stale) parts.push(texts.staleTranslation);
  if (base.kind === 'rights' && reach.state !== 'nobody')
    parts.push(sayByReach(texts.offer, reach, source.lang));
  const text = parts.join('\n\n');
  const others = (base.choices ?? []).filter(({ value }) => choiceId('more', value) === undefined);
  return {
    ...base,
    text,
    choices: [{ value: choiceValue('topic', topic), label: texts.buttons.more }, ...others],
    links: source.links.filter(
      ({ label }, index, all) =>
        text.includes(label) && all.findIndex((other) => other.label === label) === index,
    ),
  };
}
