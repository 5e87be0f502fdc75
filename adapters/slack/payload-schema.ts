import { z } from 'zod';
import { slackId, slackTs } from './address.ts';

/** Shapes of what Slack sends. Loose on purpose: Slack adds fields without notice, and what we cannot read becomes `unknown`. */

const file = z.object({
  id: slackId,
  name: z.string().nullish().catch(undefined),
  mimetype: z.string().optional().catch(undefined),
  size: z.number().optional().catch(undefined),
  url_private: z.string().optional().catch(undefined),
  url_private_download: z.string().optional().catch(undefined),
});

/** See {@link messageEvent}. */
export type SlackFile = z.infer<typeof file>;

const author = { user: slackId.optional(), bot_id: z.string().optional() };
const inner = z.object({
  ...author,
  ts: slackTs,
  thread_ts: slackTs.optional(),
  subtype: z.string().optional(),
});

/** `message` (with its subtypes) and `app_mention`. */
export const messageEvent = z.object({
  ...author,
  type: z.string(),
  subtype: z.string().optional(),
  channel: slackId,
  channel_type: z.string().optional(),
  text: z.string().nullish(),
  ts: slackTs,
  thread_ts: slackTs.optional(),
  deleted_ts: slackTs.optional(),
  message: inner.optional().catch(undefined),
  previous_message: inner.optional().catch(undefined),
  files: z.array(file).optional().catch(undefined),
});

/** `app_home_opened`. */
export const homeEvent = z.object({ user: slackId, channel: slackId, tab: z.string() });

/** `tokens_revoked`: only the bot's own tokens matter. */
export const revokedEvent = z.object({ tokens: z.object({ bot: z.array(z.string()).optional() }) });

/** Body of an Events API request. */
export const envelope = z.object({
  team_id: slackId,
  enterprise_id: slackId.nullish(),
  event_id: z.string().min(1).max(64),
  event_time: z.number().int().nonnegative().optional().catch(undefined),
  event: z.looseObject({ type: z.string().max(100) }),
  authorizations: z
    .array(z.object({ user_id: slackId.optional(), is_enterprise_install: z.boolean().nullish() }))
    .optional()
    .catch(undefined),
});

/** See {@link envelope}. */
export type Envelope = z.infer<typeof envelope>;

/** Who acted and where the app is installed, in interactive payloads. */
const actor = {
  team: z.object({ id: slackId }).nullish(),
  enterprise: z.object({ id: slackId }).nullish(),
  is_enterprise_install: z.boolean().optional().catch(undefined),
  user: z.object({ id: slackId, team_id: slackId.optional() }),
  trigger_id: z.string().max(200).optional(),
};

const option = z.object({ value: z.string(), text: z.object({ text: z.string() }).optional() });

/** One click or choice. */
export const blockAction = z.object({
  type: z.string(),
  action_id: z.string(),
  action_ts: z.string().max(40).optional(),
  value: z.string().optional(),
  text: z.object({ text: z.string() }).optional().catch(undefined),
  selected_option: option.nullish(),
});

/** `block_actions`. */
export const actionsBody = z.object({
  ...actor,
  channel: z.object({ id: slackId }),
  message: z.object({ ts: slackTs, thread_ts: slackTs.optional() }).optional().catch(undefined),
  container: z
    .object({
      is_ephemeral: z.boolean().optional(),
      thread_ts: slackTs.optional(),
      message_ts: slackTs.optional(),
    })
    .optional()
    .catch(undefined),
  actions: z.array(z.unknown()).min(1),
  response_url: z.string().optional(),
});

/** `view_submission`. */
export const viewBody = z.object({
  ...actor,
  view: z.object({
    id: z.string().max(64),
    callback_id: z.string(),
    private_metadata: z.string().max(3_000).optional(),
    state: z.object({
      values: z.record(z.string(), z.record(z.string(), z.looseObject({ type: z.string() }))),
    }),
  }),
});

/** A slash command's form. */
export const commandBody = z.object({
  command: z.string(),
  text: z.string().optional(),
  team_id: slackId,
  enterprise_id: slackId.optional(),
  is_enterprise_install: z.string().optional(),
  channel_id: slackId,
  user_id: slackId,
  trigger_id: z.string().min(1).max(200),
  response_url: z.string().optional(),
});
