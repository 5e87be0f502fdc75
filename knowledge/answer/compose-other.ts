import { CHOICE, choiceValue } from '../../bot/choice-values.ts';
import { coreTexts } from '../../bot/locales/core.ts';
import { sayByReach } from '../../bot/locales/say-by-reach.ts';
import type { Choice, Link, Message } from '../../bot/message.ts';
import { chooseVariant, shortTitle } from './choose-variant.ts';
import type { ComposeInput } from './compose-answer.ts';

/** Categories of the lines that stand in when nobody of ours can be reached; OTIT has no line in Japanese. */
const GENERAL_LINES = ['otit', 'labour'];

/** Words about a person and, when nobody is connected, the lines that answer instead. */
function offer(input: ComposeInput): { text: string; links: readonly Link[]; choice: Choice } {
  const { lang, reach, references, now } = input;
  const texts = coreTexts(lang);
  const text = sayByReach(texts.offer, reach, lang);
  if (reach.state !== 'nobody')
    return { text, links: [], choice: { value: CHOICE.human, label: texts.buttons.human } };
  const lines = GENERAL_LINES.map((id) => references({ kind: 'lines', id }, lang, now)).find(
    (found) => found && found.text !== '',
  );
  return {
    text: lines ? `${text}\n\n${lines.text}` : '',
    links: lines?.links ?? [],
    choice: { value: CHOICE.lines, label: texts.buttons.lines },
  };
}

/** Honest "I don't know" with an offer of a person, or of the lines. */
export function composeUnknown(input: ComposeInput): Message {
  const texts = coreTexts(input.lang);
  const { text, links, choice } = offer(input);
  return {
    kind: 'unknown',
    lang: input.lang,
    text: [texts.unknown, text].filter(Boolean).join('\n\n'),
    urgency: 'low',
    purpose: 'ordinary',
    choices: [choice],
    links,
  };
}

/** Which of these do you mean? Undefined when fewer than two of the topics have a text. */
export function composeClarify(topics: readonly string[], input: ComposeInput): Message | undefined {
  const texts = coreTexts(input.lang);
  const offered = topics.flatMap((id) => {
    const topic = input.topics.get(id);
    const variant = topic?.ours ? chooseVariant(topic.article, input.lang) : undefined;
    return variant
      ? [{ value: choiceValue('topic', id), label: shortTitle(variant), title: variant.title }]
      : [];
  });
  if (offered.length < 2) return undefined;
  return {
    kind: 'clarify',
    lang: input.lang,
    text: [texts.clarify, ...offered.map(({ title }, index) => `${index + 1}. ${title}`)].join('\n'),
    urgency: 'none',
    purpose: 'ordinary',
    choices: [
      ...offered.map(({ value, label }) => ({ value, label })),
      { value: CHOICE.other, label: texts.buttons.other },
    ],
  };
}

/** A friendly word back. `topic`: id of the small-talk topic, which says what kind of word it was. */
export function composeSmalltalk(topic: string, input: ComposeInput): Message {
  const { smalltalk, buttons } = coreTexts(input.lang);
  const text = /thank/.test(topic)
    ? smalltalk.thanks
    : /bye|farewell/.test(topic)
      ? smalltalk.bye
      : /who|about|bot/.test(topic)
        ? smalltalk.whoAreYou
        : smalltalk.hello;
  return {
    kind: 'smalltalk',
    lang: input.lang,
    text,
    urgency: 'none',
    purpose: 'ordinary',
    choices: [{ value: CHOICE.ask, label: buttons.ask }],
  };
}
