import type { Activity } from '../activity.ts';
import type { Adapter } from '../adapter.ts';
import type { Clock } from '../clock.ts';
import type { ConversationState } from '../conversation.ts';
import type { Json } from '../json.ts';
import type { Lane } from '../ports/inbox.ts';
import type { MediaDraft } from '../ports/media.ts';
import type { Commit } from '../ports/store.ts';
import type { TranscriptDraft } from '../ports/transcript.ts';
import type { TurnContext } from '../turn.ts';
import { planDeliveries } from './plan-deliveries.ts';
import { stateKey } from './stored-state.ts';

/** What the plan is made from. */
export interface PlanInput {
  readonly lane: Lane;
  readonly turn: TurnContext;
  readonly adapter: Adapter;
  /** State to store. */
  readonly state: ConversationState;
  /** Version of the state that the turn read; null = there was none. */
  readonly expected: number | null;
  /** The activity's reply handle went to something that waited for it. */
  readonly handleUsed: boolean;
  readonly clock: Clock;
}

/** One commit for everything that a turn decided. Performs nothing. */
export function planCommit({ lane, turn, adapter, state, expected, handleUsed, clock }: PlanInput): Commit {
  const { activity, effects } = turn;
  const { conversation, channel } = activity;
  const { replyHandle: _used, ...handless } = activity;
  const at = clock.now();
  const muted = activity.mayReply === false;
  // After a block nothing may be pushed, whatever a timer wants to say.
  const replies =
    muted || state.left ? [] : effects.replies.map((message) => ({ messageId: clock.uuid(), message }));
  const said = replies.map(
    ({ messageId, message }): TranscriptDraft => ({
      conversation,
      author: 'bot',
      at,
      messageId,
      body: message as unknown as Json,
    }),
  );
  const media = adapter.fetch ? mediaJobs(activity, at, clock) : [];
  return {
    lane: { conversation, fence: lane.fence, release: true },
    at,
    entries: [{ key: stateKey(conversation), value: state as unknown as Json, expected }],
    inboxDone: [lane.row.id],
    transcript: [...heardLine(activity, media), ...said],
    outbox: planDeliveries(replies, handleUsed ? handless : activity, adapter, clock),
    timers: muted ? [] : effects.timers.map((timer) => ({ ...timer, conversation, channel })),
    media,
    cases: effects.cases.map((draft) => ({ ...draft, conversation })),
    audit: effects.audit.map((entry) => ({ ...entry, actor: 'bot' })),
    erase: effects.erase.map((messageId) => ({ conversation, messageId })),
  };
}

/**
 * The person's line. Buttons are shown as what they said; timers and joinings have no line. Each attachment names the
 * media job that brings it home (`media`, see `Media.read`), and nothing of the channel's private data.
 */
function heardLine(activity: Activity, media: readonly MediaDraft[]): TranscriptDraft[] {
  const shown = activity.type === 'message' || (activity.type === 'action' && activity.text !== undefined);
  if (!shown) return [];
  const { address: _address, replyHandle: _handle, ...open } = activity;
  const attachments = (activity.type === 'message' ? (activity.attachments ?? []) : []).map(
    ({ ref: _ref, ...shown }, index) => ({ ...shown, ...(media[index] ? { media: media[index].id } : {}) }),
  );
  const body = attachments.length > 0 ? { ...open, attachments } : open;
  return [
    {
      conversation: activity.conversation,
      author: 'user',
      at: activity.at,
      messageId: messageIdOf(activity),
      body: body as unknown as Json,
    },
  ];
}

function messageIdOf(activity: Activity): string {
  return activity.type === 'message' ? (activity.messageId ?? activity.id) : activity.id;
}

function mediaJobs(activity: Activity, createdAt: number, clock: Clock): MediaDraft[] {
  if (activity.type !== 'message') return [];
  const { channel, conversation } = activity;
  return (activity.attachments ?? []).map((attachment) => ({
    id: clock.uuid(),
    channel,
    conversation,
    messageId: messageIdOf(activity),
    attachment,
    createdAt,
  }));
}
