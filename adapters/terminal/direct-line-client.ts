import { z } from 'zod';
import { BotError } from '../../bot/errors.ts';

const generated = z.object({ token: z.string() });
const opened = z.object({ conversationId: z.string(), token: z.string() });
const said = z.object({
  watermark: z.string().optional(),
  activities: z.array(
    z.looseObject({
      type: z.string(),
      text: z.string().optional(),
      from: z.looseObject({ role: z.string().optional() }).optional(),
      suggestedActions: z
        .looseObject({
          actions: z.array(z.looseObject({ title: z.string().optional(), value: z.unknown() })),
        })
        .optional(),
      channelData: z
        .looseObject({
          soudan: z
            .looseObject({
              citations: z
                .array(z.looseObject({ title: z.string(), url: z.string(), checked: z.string() }))
                .optional(),
            })
            .optional(),
        })
        .optional(),
    }),
  ),
});

/** A line that the other side said. */
export type Said = z.infer<typeof said>['activities'][number];

/** A conversation over Direct Line 3.0, by polling: a terminal needs no socket. */
export interface DirectLineConversation {
  readonly id: string;
  say(text: string): Promise<void>;
  tap(value: unknown, text: string): Promise<void>;
  /** What was said since the last call, by the other side only. */
  news(): Promise<readonly Said[]>;
}

/** Opens a conversation at `base`, e.g. `http://127.0.0.1:3978`. Throws BotError `unreachable`. */
export async function openConversation(base: string, uuid: () => string): Promise<DirectLineConversation> {
  const call = async (path: string, init: RequestInit): Promise<unknown> => {
    const response = await fetch(`${base}/v3/directline${path}`, init);
    if (!response.ok)
      throw new BotError('unreachable', `The service at ${base} answered ${response.status}.`);
    return response.json();
  };
  const first = generated.parse(await call('/tokens/generate', { method: 'POST' }));
  const authorization = `Bearer ${first.token}`;
  const { conversationId, token } = opened.parse(
    await call('/conversations', { method: 'POST', headers: { authorization } }),
  );
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const path = `/conversations/${conversationId}/activities`;
  let watermark = '';
  const post = async (body: object) => {
    const activity = {
      type: 'message',
      from: { id: 'terminal' },
      channelData: { clientActivityID: uuid() },
      ...body,
    };
    await call(path, { method: 'POST', headers, body: JSON.stringify(activity) });
  };
  return {
    id: conversationId,
    say: (text) => post({ text }),
    tap: (value, text) => post({ value, text }),
    news: async () => {
      const answer = said.parse(await call(`${path}?watermark=${watermark}`, { headers }));
      watermark = answer.watermark ?? watermark;
      return answer.activities.filter(({ type, from }) => type === 'message' && from?.role !== 'user');
    },
  };
}
