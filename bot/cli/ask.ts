import { z } from 'zod';
import type { Activity } from '../activity.ts';
import type { Clock } from '../clock.ts';
import { type ConversationState, freshConversation } from '../conversation.ts';
import { isLanguageTag, type LanguageTag } from '../languages.ts';
import { silentLog } from '../log.ts';
import type { Choice, Citation, Message, ReplyKind, Urgency } from '../message.ts';
import { URGENCIES } from '../message.ts';
import { type Middleware, runMiddleware } from '../middleware.ts';
import { createTurn } from '../turn.ts';

/** One line of `ask --jsonl`. */
export const askLine = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string().min(1).max(5000),
  lang: z
    .union([z.literal('auto'), z.custom<LanguageTag>(isLanguageTag, 'is not one of our languages')])
    .optional(),
  audience: z.enum(['trainee', 'company']).optional(),
  history: z.array(z.object({ role: z.enum(['user', 'bot']), text: z.string() })).optional(),
});

/** See {@link askLine}. */
export type AskLine = z.infer<typeof askLine>;

/** One answer of `ask --json` and `ask --jsonl` (contract §2). */
export interface AskResult {
  readonly id: string | number;
  readonly kind: ReplyKind;
  readonly language: LanguageTag;
  readonly urgency: Urgency;
  readonly flow: string | null;
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly choices: readonly Choice[];
  readonly ms: number;
}

/** What counts most among a turn's messages: urgency, then having sources. */
function weight({ urgency, citations }: Message): number {
  return URGENCIES.indexOf(urgency) * 2 + (citations?.length ? 1 : 0);
}

/** Several messages of one turn as one: words joined; the weightiest one (of equals the last) names kind and language. */
function joinReplies(replies: readonly Message[]): Omit<AskResult, 'id' | 'ms'> {
  const leading = replies.toReversed().sort((a, b) => weight(b) - weight(a))[0];
  return {
    kind: leading?.kind ?? 'unknown',
    language: leading?.lang ?? 'en',
    urgency: leading?.urgency ?? 'none',
    flow: replies.find((reply) => reply.flow)?.flow ?? null,
    text: replies.map((reply) => reply.text).join('\n\n'),
    citations: replies.flatMap((reply) => reply.citations ?? []),
    choices: replies.flatMap((reply) => reply.choices ?? []),
  };
}

/**
 * One fresh conversation through the channels' own middleware list; nothing is stored or sent. History is
 * replayed turn by turn (the person's lines), so that follow-up questions find their topic.
 */
export async function ask(
  middleware: readonly Middleware[],
  clock: Clock,
  line: AskLine,
): Promise<AskResult> {
  const started = performance.now();
  const conversation = `terminal:${clock.uuid()}`;
  let state: ConversationState = freshConversation(line.audience ?? 'trainee');
  state.privacyShown = true;
  if (line.lang && line.lang !== 'auto') state.language = { tag: line.lang, source: 'chosen' };
  const said = [
    ...(line.history ?? []).filter(({ role }) => role === 'user').map(({ text }) => text),
    line.text,
  ];
  let result: Omit<AskResult, 'id' | 'ms'> = joinReplies([]);
  for (const [index, text] of said.entries()) {
    const now = clock.now();
    const activity: Activity = {
      type: 'message',
      id: `${conversation}:${index}`,
      channel: 'terminal',
      conversation,
      address: null,
      from: { id: 'terminal', role: line.audience ?? 'trainee' },
      at: now,
      text,
    };
    const signal = new AbortController().signal;
    const turn = createTurn({ activity, state, now, signal, log: silentLog, uuid: clock.uuid });
    await runMiddleware(middleware, turn);
    state = turn.state;
    result = joinReplies(turn.effects.replies);
  }
  return { id: line.id, ...result, ms: Math.round((performance.now() - started) * 10) / 10 };
}

/** What `ask` prints for a person at a terminal. */
export function formatAnswer(result: AskResult): string {
  const sources = result.citations.map(({ title, url, checked }) => `  ${title} — ${url} (${checked})`);
  const choices = result.choices.map(({ label }, index) => `  ${index + 1}. ${label}`);
  return [
    result.text,
    sources.length > 0 ? ['', ...sources].join('\n') : '',
    choices.length > 0 ? ['', ...choices].join('\n') : '',
  ]
    .filter(Boolean)
    .join('\n');
}
