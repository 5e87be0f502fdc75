import type { messagingApi } from '@line/bot-sdk';
import type { Choice } from '../../bot/message.ts';
import { graphemeCount } from '../text/cut.ts';
import { choiceAction } from './choice-action.ts';
import { renderChoiceList } from './choice-list.ts';
import { LIMITS } from './limits.ts';
import type { PostbackSeal } from './postback.ts';

/** Quick replies while all choices fit them whole; else lists of buttons that stay in the chat. */
export function renderChoices(
  choices: readonly Choice[],
  prompt: string,
  seal: PostbackSeal,
): { readonly quickReply?: messagingApi.QuickReply; readonly lists: readonly messagingApi.FlexMessage[] } {
  if (choices.length === 0) return { lists: [] };
  const short = choices.every((choice) => graphemeCount(choice.label) <= LIMITS.label);
  if (!short || choices.length > LIMITS.quickReplies)
    return { lists: renderChoiceList(choices, prompt, seal) };
  const items = choices.map((choice) => ({ type: 'action', action: choiceAction(choice, seal) }));
  return { quickReply: { items }, lists: [] };
}
