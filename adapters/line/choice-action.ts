import type { messagingApi } from '@line/bot-sdk';
import type { Choice } from '../../bot/message.ts';
import { cutGraphemes, cutUnits } from '../text/cut.ts';
import { LIMITS } from './limits.ts';
import type { PostbackSeal } from './postback.ts';

/** What a tap does: our sealed value comes back and the label appears in the chat as the person's words (L-27). */
export function choiceAction(choice: Choice, seal: PostbackSeal): messagingApi.Action {
  const label = cutGraphemes(choice.label, LIMITS.label);
  const words = cutUnits(choice.label, LIMITS.displayText);
  const data = seal.seal(choice.value);
  // A value too long to seal goes as typed words: every handler takes the label as text too.
  if (data === undefined) return { type: 'message', label, text: words };
  return { type: 'postback', label, data, displayText: words };
}
