import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openConversation } from '../../adapters/terminal/direct-line-client.ts';
import { renderSaid } from '../../adapters/terminal/terminal-chat.ts';
import { systemClock } from '../../bot/clock.ts';
import { type OpenedService, openService } from './open-service.ts';

let opened: OpenedService;
beforeAll(async () => {
  opened = await openService();
});
afterAll(() => opened.stop());

/** Texts that the person has on the screen, after something new has come. */
async function reads(name: string, already: number): Promise<string[]> {
  const person = opened.line.user(name);
  await vi.waitFor(() => expect(person.sees().length).toBeGreaterThan(already), { timeout: 20_000 });
  return person.sees().map((seen) => JSON.stringify(seen));
}

describe('on LINE', () => {
  it('greets who adds the account, in the language of the phone and in easy Japanese', async () => {
    await opened.line.user('moe').follows();
    const seen = (await reads('moe', 0)).join('\n');
    expect(seen).toMatch(/Soudan/);
    expect(seen).toMatch(/そうだん|相談/);
  });

  it('answers a question without tone marks with the number and its legal source', async () => {
    const before = opened.line.user('linh').sees().length;
    await opened.line.user('linh').says('toi duoc nghi phep bao nhieu ngay sau 6 thang');
    const seen = (await reads('linh', before)).join('\n');
    expect(seen).toMatch(/\b10 ngày/);
    expect(seen).toMatch(/39/);
    expect(seen).toMatch(/https:\/\//);
  });

  it('answers danger with the numbers and opens a case', async () => {
    const before = opened.line.user('an').sees().length;
    await opened.line.user('an').says('toi muon chet');
    const seen = (await reads('an', before)).join('\n');
    expect(seen).toMatch(/119/);
    expect(seen).toMatch(/110/);
  });

  it('says honestly that it does not know', async () => {
    const before = opened.line.user('bao').sees().length;
    await opened.line.user('bao').says('xyzzy plugh quux');
    const seen = (await reads('bao', before)).join('\n');
    expect(seen).not.toMatch(/📖/);
  });
});

describe('in the web chat', () => {
  it('serves the page, and answers with citations', async () => {
    const page = await fetch(opened.url, { headers: { 'accept-language': 'vi' } });
    expect(page.status).toBe(200);
    expect(await page.text()).toMatch(/lang="vi"/);

    const conversation = await openConversation(opened.url, systemClock.uuid);
    await conversation.say('how many days of paid leave after six months');
    let said = '';
    await vi.waitFor(
      async () => {
        said += (await conversation.news()).map(renderSaid).join('\n');
        expect(said).toMatch(/10 days/);
      },
      { timeout: 20_000, interval: 100 },
    );
    expect(said).toMatch(/Article 39/);
  });

  it('is ready, and says that it searches by words', async () => {
    const ready = (await (await fetch(`${opened.url}/readyz`)).json()) as Record<string, unknown>;
    expect(ready).toMatchObject({ ready: true, store: 'ok', embedder: 'words-only' });
  });
});
