import { afterEach, describe, expect, it } from 'vitest';
import { call, post, startTalk } from './client.ts';
import { message, type Service, startService } from './service.ts';

let service: Service;
afterEach(() => service.close());

describe('erasing a conversation', () => {
  it('erases every line, the state and the return code, and ends the talk', async () => {
    service = await startService({ answer: () => [message('an answer')] });
    const talk = await startTalk(service);
    const conversation = `web:${talk.id}`;
    for (let n = 0; n < 120; n += 1) await service.say(conversation, message(`line ${n}`));
    await post(service, talk, 'my secret', 'client-id-1');
    const state = {
      key: `conversation/${conversation}`,
      value: { version: 1, audience: 'trainee', lastTopic: 'secret' },
      expected: null,
    };
    await service.stores.store.commit({ at: 0, entries: [state] });
    const made = await call(service, 'POST', `/conversations/${talk.id}/returncode`, { token: talk.token });

    const erased = await call(service, 'POST', `/conversations/${talk.id}/erase`, { token: talk.token });
    expect(erased.status).toBe(200);
    const rows = await service.stores.transcript.since(conversation, 0, 500);
    expect(rows).toHaveLength(122);
    expect(rows.every((row) => row.erased && row.body === null)).toBe(true);
    const left = (await service.stores.store.read([state.key])).get(state.key);
    expect(left?.value).toEqual({ version: 1, audience: 'trainee', left: true });
    const back = await call(service, 'POST', '/returncode', { body: { code: made.body.code } });
    expect(back.status).toBe(404);
    const path = `/conversations/${talk.id}/activities`;
    expect((await call(service, 'GET', path, { token: talk.token })).status).toBe(404);
  });

  it('needs the token of that conversation', async () => {
    service = await startService();
    const [mine, other] = [await startTalk(service), await startTalk(service)];
    const erased = await call(service, 'POST', `/conversations/${mine.id}/erase`, { token: other.token });
    expect(erased.status).toBe(403);
  });
});
