import type { Activity } from '../../bot/activity.ts';
import { maskIdentifiers } from '../../bot/text/mask.ts';
import { conversationOf, isDirect, readAddress, type SlackAddress, timeOf } from './address.ts';
import { formValues } from './form-values.ts';
import { CHOICE_ACTION, FORM_CALLBACK } from './ids.ts';
import { unknownActivity } from './parse-event.ts';
import { actionsBody, blockAction, commandBody, viewBody } from './payload-schema.ts';
import { plainText } from './plain-text.ts';

/** Slack takes answers at a `response_url` for 30 minutes; a minute is kept for the clocks. */
const RESPONSE_URL_MS = 29 * 60_000;

/** Our values are short (Choice.value); anything longer is not ours. */
const MAX_VALUE = 300;

interface Actor {
  readonly team?: { readonly id: string } | null | undefined;
  readonly enterprise?: { readonly id: string } | null | undefined;
  readonly is_enterprise_install?: boolean | undefined;
  readonly user: { readonly id: string; readonly team_id?: string | undefined };
}

function placeOf({ team, enterprise, is_enterprise_install: wide, user }: Actor) {
  return {
    team: team?.id ?? user.team_id ?? enterprise?.id ?? 'nobody',
    ...(wide && enterprise ? { enterprise: enterprise.id } : {}),
  };
}

const base = (id: string, address: SlackAddress, user: string, at: number) => ({
  id,
  channel: 'slack',
  conversation: conversationOf(address),
  address,
  from: { id: user, role: 'company' as const },
  at,
});

const handleOf = (url: string | undefined, now: number) =>
  url === undefined ? {} : { replyHandle: { token: url, expiresAt: now + RESPONSE_URL_MS } };

/** A tapped button or a chosen option of ours; undefined when the payload is of another form. */
export function parseActions(raw: unknown, now: number): Activity | undefined {
  const parsed = actionsBody.safeParse(raw);
  const action = parsed.success ? blockAction.safeParse(parsed.data.actions[0]) : undefined;
  if (!parsed.success || !action?.success) return undefined;
  const { user, channel, message, container, trigger_id } = parsed.data;
  const { action_id, action_ts, value: pressed, selected_option, text } = action.data;
  const place = placeOf(parsed.data);
  const time = action_ts && /^\d{1,16}\.\d{1,10}$/.test(action_ts) ? action_ts : undefined;
  const at = time === undefined ? now : timeOf(time);
  const id = trigger_id ?? `${user.id}:${action_ts ?? now}`;
  const value = selected_option?.value ?? pressed;
  if (!action_id.startsWith(CHOICE_ACTION) || value === undefined || value.length > MAX_VALUE)
    return unknownActivity(id, place.team, at, 'action.foreign');

  const root = message?.thread_ts ?? container?.thread_ts;
  // An ephemeral message outside a thread answers a slash command: its conversation is the person's alone.
  const only = container?.is_ephemeral === true && root === undefined && !isDirect(channel.id);
  const thread = root ?? (only || container?.is_ephemeral ? undefined : message?.ts);
  const address: SlackAddress = {
    ...place,
    channel: channel.id,
    user: user.id,
    ...(thread ? { thread } : {}),
    ...(time ? { since: time } : {}),
    ...(only ? { only } : {}),
  };
  const label = selected_option?.text?.text ?? text?.text;
  return {
    ...base(id, address, user.id, at),
    type: 'action',
    value,
    ...(label === undefined ? {} : { text: label }),
    ...(only ? handleOf(parsed.data.response_url, now) : {}),
  };
}

/** The name and the address that one of our forms was opened with; undefined when the form is not ours. */
export function formOf(
  raw: unknown,
): { name: string; address: SlackAddress; fields: ReturnType<typeof formValues> } | undefined {
  const parsed = viewBody.safeParse(raw);
  if (!parsed.success) return undefined;
  const { callback_id, private_metadata, state } = parsed.data.view;
  if (!callback_id.startsWith(FORM_CALLBACK)) return undefined;
  try {
    const address = readAddress(JSON.parse(private_metadata ?? 'null'));
    const name = callback_id.slice(FORM_CALLBACK.length);
    return address && { name, address, fields: formValues(state.values) };
  } catch {
    return undefined;
  }
}

/** A submitted form of ours: an action `form:NAME` with its fields, in the conversation that it was opened from. */
export function parseView(raw: unknown, now: number): Activity | undefined {
  const parsed = viewBody.safeParse(raw);
  if (!parsed.success) return undefined;
  const { user, view, trigger_id } = parsed.data;
  const { team } = placeOf(parsed.data);
  const id = trigger_id ?? `view:${view.id}`;
  const form = formOf(raw);
  // The address was written by us into the form; the person and the team are Slack's word.
  if (!form || form.address.team !== team || form.address.user !== user.id)
    return unknownActivity(id, team, now, 'view.foreign');
  return {
    ...base(id, form.address, user.id, now),
    type: 'action',
    value: `form:${form.name}`,
    fields: form.fields,
  };
}

/** A slash command: its words as a message that only the person sees answered; without words a greeting. */
export function parseCommand(raw: unknown, now: number): Activity | undefined {
  const parsed = commandBody.safeParse(raw);
  if (!parsed.success) return undefined;
  const { team_id: team, channel_id: channel, user_id: user, trigger_id, response_url } = parsed.data;
  const wide = parsed.data.is_enterprise_install === 'true' && parsed.data.enterprise_id;
  const address: SlackAddress = {
    team,
    ...(wide ? { enterprise: wide } : {}),
    channel,
    user,
    ...(isDirect(channel) ? {} : { only: true }),
  };
  const common = { ...base(trigger_id, address, user, now), ...handleOf(response_url, now) };
  const text = maskIdentifiers(plainText(parsed.data.text ?? ''));
  return text === '' ? { ...common, type: 'joined', returning: true } : { ...common, type: 'message', text };
}
