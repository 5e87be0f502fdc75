import type { Json } from '../../bot/json.ts';
import { maskIdentifiers } from '../../bot/text/mask.ts';

const text = (value: unknown): string | undefined =>
  typeof value === 'string' ? maskIdentifiers(value) : undefined;

function optionValue(option: unknown): string | undefined {
  return typeof option === 'object' && option !== null && 'value' in option ? text(option.value) : undefined;
}

/** What one input holds: words, a date, a choice, several choices, or null when it was left empty. */
function inputValue(input: Readonly<Record<string, unknown>>): Json {
  const { selected_option, selected_options } = input;
  if (Array.isArray(selected_options)) return selected_options.flatMap((each) => optionValue(each) ?? []);
  return (
    text(input.value) ??
    optionValue(selected_option) ??
    text(input.selected_date) ??
    text(input.selected_time) ??
    null
  );
}

/** A submitted form as `{ block id: value }`, identifiers masked. One input a block, as Slack has it. */
export function formValues(
  values: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>,
): Readonly<Record<string, Json>> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([block, inputs]) => {
      const [input] = Object.values(inputs);
      return input ? [[block, inputValue(input)]] : [];
    }),
  );
}
