import { afterEach, describe, expect, it } from 'vitest';
import { makeReturnCode, readReturnCode } from '../../../adapters/botframework/directline/return-code.ts';
import { RETURN_WORDS } from '../../../adapters/botframework/directline/return-words.ts';
import { createManualClock } from '../../fakes/manual-clock.ts';
import { call, post, startTalk, type Talk } from './client.ts';
import { type Service, startService } from './service.ts';

describe('return code words', () => {
  it('are 1,024 different words, so that five are 50 bits', () => {
    expect(new Set(RETURN_WORDS).size).toBe(1024);
    expect(RETURN_WORDS.every((word) => /^[a-z]{3,8}$/.test(word))).toBe(true);
  });

  it('are read in any case, with any separators, in full width and with one wrong letter a word', () => {
    const code = 'banana window zebra coffee travel';
    for (const typed of [
      code,
      ' Banana-WINDOW, zebra;coffee\ntravel',
      'ｂａｎａｎａ window zebra coffee travel',
    ])
      expect(readReturnCode(typed)).toBe(code);
    expect(readReturnCode('banan windov zebra coffe travell')).toBe(code);
    expect(readReturnCode('banana window zebra coffee')).toBeUndefined();
    expect(readReturnCode('banana window zebra coffee qqqqqq')).toBeUndefined();
    expect(readReturnCode(makeReturnCode())).toBeDefined();
  });
});

describe('return code', () => {
  let service: Service;
  afterEach(() => service.close());
  const make = async (talk: Talk) =>
    String(
      (await call(service, 'POST', `/conversations/${talk.id}/returncode`, { token: talk.token })).body.code,
    );
  const redeem = (code: string, headers?: Record<string, string>) =>
    call(service, 'POST', '/returncode', { body: { code, locale: 'vi' }, ...(headers ? { headers } : {}) });

  it('opens the conversation again on another phone, also after a quick exit', async () => {
    service = await startService();
    const talk = await startTalk(service);
    await post(service, talk, 'it happened on Monday');
    const code = await make(talk);
    const body = { type: 'endOfConversation' };
    await call(service, 'POST', `/conversations/${talk.id}/activities`, { token: talk.token, body });
    const back = await redeem(code.toUpperCase());
    expect(back).toMatchObject({ status: 200, body: { conversationId: talk.id } });
    expect(service.accepted.at(-1)).toMatchObject({ type: 'joined', returning: true, locale: 'vi' });
    const token = String(back.body.token);
    const path = `/conversations/${talk.id}/activities`;
    expect((await call(service, 'GET', path, { token })).body).toMatchObject({
      activities: [{ text: 'it happened on Monday' }],
    });
    expect((await call(service, 'GET', path, { token: talk.token })).status).toBe(404);
  });

  it('is stored as a keyed hash only; a new code replaces the old', async () => {
    service = await startService();
    const talk = await startTalk(service);
    const first = await make(talk);
    const entries = await service.stores.store.read([`directline/${talk.id}`]);
    expect(JSON.stringify([...entries])).not.toContain(first.split(' ')[0]);
    const second = await make(talk);
    expect((await redeem(first)).status).toBe(404);
    expect((await redeem(second)).status).toBe(200);
  });

  it('dies 30 days after it was last used', async () => {
    const clock = createManualClock();
    service = await startService({ clock });
    const code = await make(await startTalk(service));
    const days = (count: number) => clock.advance(count * 24 * 3600_000);
    await days(29);
    expect((await redeem(code)).status).toBe(200);
    await days(29);
    expect((await redeem(code)).status).toBe(200);
    await days(30);
    expect((await redeem(code)).status).toBe(404);
  });

  it('allows few tries per address and says when to come back', async () => {
    service = await startService({ limits: { returnTriesPerHour: 3 } });
    for (let tries = 0; tries < 3; tries += 1)
      expect((await redeem('one two three four five')).status).toBe(404);
    const refused = await redeem('one two three four five');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
