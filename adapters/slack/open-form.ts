import type { types } from '@slack/bolt';
import type { Clock } from '../../bot/clock.ts';
import type { SlackAddress } from './address.ts';
import { CHOICE_ACTION, FORM_CALLBACK, FORM_VALUE } from './ids.ts';
import type { TokenOf } from './installations.ts';
import type { SlackClient } from './slack-client.ts';
import type { SlackForms } from './sync-answers.ts';

/** A `trigger_id` lives for 3 s; half a second is kept for the way. */
export const TRIGGER_MS = 2_500;

/** A click that may open a form. */
export interface FormTrigger {
  readonly id: string;
  /** Epoch milliseconds after which it is not used. */
  readonly expiresAt: number;
}

/** How it ended: the form is open, a button waits for another click, or there is no form of that name. */
export type FormOutcome = 'opened' | 'button' | 'none';

/** Opens forms; see {@link createFormOpener}. */
export type FormOpener = (
  name: string,
  address: SlackAddress,
  trigger: FormTrigger | undefined,
  signal: AbortSignal,
) => Promise<FormOutcome>;

/**
 * The express lane for forms: `views.open` at once while the click is fresh. When it is not, or Slack refuses, the person
 * alone sees a button that opens the same form with a fresh click. Throws SlackApiError or DeliveryError when that fails too.
 */
export function createFormOpener(parts: {
  readonly client: SlackClient;
  readonly tokenOf: TokenOf;
  readonly forms: SlackForms;
  readonly clock: Clock;
}): FormOpener {
  const { client, tokenOf, forms, clock } = parts;

  async function open(
    view: Readonly<Record<string, unknown>>,
    token: string,
    trigger: FormTrigger,
    signal: AbortSignal,
  ): Promise<boolean> {
    const timeoutMs = trigger.expiresAt - clock.now();
    if (timeoutMs <= 0) return false;
    try {
      await client.call({ endpoint: 'views.open', token, signal, timeoutMs }, (api) =>
        api.views.open({ trigger_id: trigger.id, view: view as unknown as types.ModalView }),
      );
      return true;
    } catch {
      // The client has logged it; the button is the way that always works.
      return false;
    }
  }

  return async (name, address, trigger, signal) => {
    const view = forms.view(name);
    if (!view) return 'none';
    const token = await tokenOf(address);
    const complete = {
      ...view,
      type: 'modal',
      callback_id: `${FORM_CALLBACK}${name}`,
      private_metadata: JSON.stringify(address),
    };
    if (trigger && (await open(complete, token, trigger, signal))) return 'opened';
    const { channel, user, thread } = address;
    if (user === undefined) return 'none';
    const { prompt, open: label } = forms.words(name);
    const button: types.Button = {
      type: 'button',
      action_id: `${CHOICE_ACTION}:form`,
      text: { type: 'plain_text', text: label, emoji: false },
      value: `${FORM_VALUE}${name}`,
    };
    await client.call({ endpoint: 'chat.postEphemeral', token, signal }, (api) =>
      api.chat.postEphemeral({
        channel,
        user,
        ...(thread ? { thread_ts: thread } : {}),
        text: prompt,
        blocks: [
          { type: 'section', text: { type: 'plain_text', text: prompt, emoji: false } },
          { type: 'actions', elements: [button] },
        ],
      }),
    );
    return 'button';
  };
}
