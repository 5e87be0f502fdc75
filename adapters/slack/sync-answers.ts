import type { types } from '@slack/bolt';
import type { Json } from '../../bot/json.ts';
import { formOf } from './parse-interaction.ts';

/** One line of a select that is filled while a person types. */
export interface SlackOption {
  /** At most 75 characters each; longer ones are cut (text) or left out (value). */
  readonly text: string;
  readonly value: string;
}

/** What a flow wants to say at once, within the request itself. Pure functions: Slack waits for 3 seconds in all. */
export interface SlackForms {
  /** A form's view without `callback_id` and `private_metadata`; undefined when there is none of that name. */
  readonly view: (name: string) => Readonly<Record<string, Json>> | undefined;
  /** Words on the button that opens the form again, and above it. */
  readonly words: (name: string) => { readonly prompt: string; readonly open: string };
  /** Problems by block id; undefined or empty when the form may be sent. */
  readonly errors?: (
    name: string,
    fields: Readonly<Record<string, Json>>,
  ) => Readonly<Record<string, string>> | undefined;
  /** Options for what was typed into the select `action`. */
  readonly options?: (action: string, typed: string) => readonly SlackOption[];
}

/** Synchronous answers, computed from a payload alone. */
export interface SyncAnswers {
  options(body: unknown): readonly types.PlainTextOption[];
  formErrors(body: unknown): Record<string, string> | undefined;
}

const MAX_OPTIONS = 100;
const MAX_OPTION = 75;

function field(body: unknown, name: string): string {
  const value = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  return typeof value === 'string' ? value : '';
}

/** See {@link SyncAnswers}; without forms every select is empty and every form may be sent. */
export function createSyncAnswers(forms: SlackForms | undefined): SyncAnswers {
  return {
    options: (body) =>
      (forms?.options?.(field(body, 'action_id'), field(body, 'value')) ?? [])
        .filter(({ value }) => value.length <= MAX_OPTION)
        .slice(0, MAX_OPTIONS)
        .map(({ text, value }) => ({
          text: { type: 'plain_text', text: text.slice(0, MAX_OPTION), emoji: false },
          value,
        })),
    formErrors(body) {
      const form = formOf(body);
      const errors = form && forms?.errors?.(form.name, form.fields);
      return errors && Object.keys(errors).length > 0 ? { ...errors } : undefined;
    },
  };
}
