import { describe, expect, it } from 'vitest';
import type { Activity } from '../../bot/activity.ts';
import { freshConversation } from '../../bot/conversation.ts';
import { silentLog } from '../../bot/log.ts';
import type { Message } from '../../bot/message.ts';
import { runMiddleware } from '../../bot/middleware.ts';
import { createTurn } from '../../bot/turn.ts';
import { privacyLine } from '../../escalation/privacy-line.ts';

async function say(
  state = freshConversation('trainee'),
  reply: Partial<Message> | null = {},
  channel = 'line',
) {
  const activity: Activity = {
    type: 'message',
    id: 'e1',
    channel,
    conversation: `${channel}:U1`,
    address: null,
    from: { id: 'U1', role: 'trainee' },
    at: 0,
    text: 'hello',
  };
  const signal = new AbortController().signal;
  const turn = createTurn({ activity, state, now: 0, signal, log: silentLog, uuid: () => 'id' });
  turn.locale = 'vi';
  await runMiddleware(
    [
      privacyLine({ publicUrl: 'https://soudan.example' }),
      async (inner) => {
        if (reply)
          inner.reply({
            kind: 'answer',
            lang: 'vi',
            text: 'x',
            urgency: 'none',
            purpose: 'ordinary',
            ...reply,
          });
      },
    ],
    turn,
  );
  return turn;
}

describe('the privacy line', () => {
  it('stands behind the first answer, once, in the language of the answer', async () => {
    const first = await say();
    expect(first.effects.replies).toHaveLength(2);
    expect(first.effects.replies[1]?.text).toContain('https://soudan.example/privacy/vi');
    const second = await say(first.state);
    expect(second.effects.replies).toHaveLength(1);
  });

  it('never stands between a person in danger and the numbers, and waits for the next answer', async () => {
    const danger = await say(undefined, { kind: 'crisis', urgency: 'critical', purpose: 'safety' });
    expect(danger.effects.replies).toHaveLength(1);
    expect((await say(danger.state)).effects.replies).toHaveLength(2);
  });

  it('is left out on the web page and where nothing was answered', async () => {
    expect((await say(undefined, {}, 'web')).effects.replies).toHaveLength(1);
    expect((await say(undefined, null)).effects.replies).toHaveLength(0);
  });
});
