import type { messagingApi } from '@line/bot-sdk';
import type { Choice } from '../../bot/message.ts';
import { cutUnits, graphemeCount } from '../text/cut.ts';
import { choiceAction } from './choice-action.ts';
import { jsonBytes, LIMITS } from './limits.ts';
import type { PostbackSeal } from './postback.ts';

/** A short label is a button; a long one is a tappable box whose words wrap, because nothing may be cut away. */
function rowOf(choice: Choice, seal: PostbackSeal): messagingApi.FlexComponent {
  const action = choiceAction(choice, seal);
  if (graphemeCount(choice.label) <= LIMITS.label) {
    return { type: 'button', style: 'secondary', height: 'sm', margin: 'sm', action };
  }
  return {
    type: 'box',
    layout: 'vertical',
    margin: 'sm',
    paddingAll: '12px',
    cornerRadius: '8px',
    backgroundColor: '#E5E7EB',
    action,
    contents: [{ type: 'text', text: choice.label, wrap: true, align: 'center', color: '#111111' }],
  };
}

const bubbleOf = (rows: messagingApi.FlexComponent[]): messagingApi.FlexBubble => ({
  type: 'bubble',
  size: 'mega',
  body: { type: 'box', layout: 'vertical', contents: rows },
});

/** Cuts a list into runs of at most `size`, as equally long as possible, so that no page holds a single row. */
function evenRuns<T>(list: readonly T[], size: number): readonly T[][] {
  const runs = Math.ceil(list.length / size);
  const each = Math.ceil(list.length / runs);
  return Array.from({ length: runs }, (_, index) => list.slice(index * each, (index + 1) * each)).filter(
    (run) => run.length > 0,
  );
}

/**
 * Any number of choices as Flex carousels (L-28): at most 8 rows a bubble, 12 bubbles and 45 KB a message. `prompt` is the
 * question; it is shown where Flex cannot be (`altText`, also the notification).
 */
export function renderChoiceList(
  choices: readonly Choice[],
  prompt: string,
  seal: PostbackSeal,
): readonly messagingApi.FlexMessage[] {
  const altText = cutUnits(
    prompt.trim() || choices.map((choice) => choice.label).join(' / '),
    LIMITS.altText,
  );
  const message = (contents: messagingApi.FlexBubble[]): messagingApi.FlexMessage => {
    const [only] = contents;
    return contents.length === 1 && only
      ? { type: 'flex', altText, contents: only }
      : { type: 'flex', altText, contents: { type: 'carousel', contents } };
  };
  const messages: messagingApi.FlexMessage[] = [];
  let bubbles: messagingApi.FlexBubble[] = [];
  for (const run of evenRuns(choices, LIMITS.rowsPerBubble)) {
    const bubble = bubbleOf(run.map((choice) => rowOf(choice, seal)));
    const tooMany = bubbles.length === LIMITS.bubblesPerCarousel;
    if (tooMany || (bubbles.length > 0 && jsonBytes([...bubbles, bubble]) > LIMITS.carouselBytes)) {
      messages.push(message(bubbles));
      bubbles = [];
    }
    bubbles.push(bubble);
  }
  if (bubbles.length > 0) messages.push(message(bubbles));
  return messages;
}
