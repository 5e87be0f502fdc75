import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Activity } from '../../../bot/activity.ts';
import { type ConversationState, freshConversation } from '../../../bot/conversation.ts';
import type { LanguageTag } from '../../../bot/languages.ts';
import { coreTexts } from '../../../bot/locales/core.ts';
import { silentLog } from '../../../bot/log.ts';
import type { Message } from '../../../bot/message.ts';
import type { Reach } from '../../../bot/ports/reach.ts';
import { createTurn } from '../../../bot/turn.ts';
import { type Knowledge, openKnowledge } from '../../../knowledge/open-knowledge.ts';
import { FakeEmbedder } from '../fake-embedder.ts';

const ROOT = join(import.meta.dirname, '../../..');
const NOW = Date.parse('2026-11-24T03:00:00Z');
let folder: string;
let knowledge: Knowledge;
let reach: Reach = { state: 'nobody' };
const embedder = new FakeEmbedder();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'soudan-'));
  knowledge = await openKnowledge({
    root: ROOT,
    contentRoot: join(import.meta.dirname, '../fixtures/root'),
    cacheDir: folder,
    embedder,
    log: silentLog,
    references: ({ kind, id }, lang) =>
      id === 'otit' && lang === 'ja'
        ? { text: '', links: [] }
        : {
            text: `${kind} ${id} in ${lang}: 0120-000-000`,
            links: [{ label: '0120-000-000', href: 'tel:0120000000' }],
          },
    reachOf: () => reach,
    offerFlow: (flow) => ({ value: `flow:${flow}`, label: flow }),
  });
  await knowledge.index.complete();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A conversation with the knowledge middleware alone. */
function dialogue(lang: LanguageTag = 'en', audience: 'trainee' | 'company' = 'trainee') {
  let state: ConversationState = {
    ...freshConversation(audience),
    language: { tag: lang, source: 'chosen' },
  };
  let count = 0;
  const turn = async (part: Pick<Activity, 'type'> & Record<string, unknown>) => {
    count += 1;
    const base = { id: `${count}`, channel: 'test', conversation: 'test:1', address: null, at: NOW };
    const activity = { ...base, from: { id: 'u', role: audience }, ...part } as Activity;
    const context = createTurn({
      activity,
      state,
      now: NOW,
      signal: new AbortController().signal,
      log: silentLog,
      uuid: () => 'id',
    });
    let passed = false;
    await knowledge.middleware(context, async () => {
      passed = true;
    });
    state = context.state;
    const reply: Message | undefined = context.effects.replies[0];
    return { reply, passed, state };
  };
  return {
    says: (text: string) => turn({ type: 'message', text }),
    taps: (value: string) => turn({ type: 'action', value }),
    turn,
  };
}

describe('an answer', () => {
  it('comes with its sources, primary first, and the numbers of the article', async () => {
    const { reply, state } = await dialogue().says('How many days of paid leave do I get?');
    expect(reply).toMatchObject({ kind: 'answer', lang: 'en', urgency: 'none' });
    expect(reply?.text).toContain('After six months you get 10 days');
    expect(reply?.citations?.map(({ title, checked, article }) => [title, checked, article])).toEqual([
      ['The law', '2026-11-01', 'paid-leave'],
      ["Somebody's summary", '2026-11-02', 'paid-leave'],
    ]);
    expect(state.lastTopic).toBe('paid-leave');
    expect(reply?.links).toContainEqual({ label: '0120-000-000', href: 'tel:0120000000' });
    expect(reply?.text).toContain('lines labour in en');
  });

  it('is found without tone marks and given in the language of the asker', async () => {
    const { reply } = await dialogue('vi').says('cty ko cho nghi phep');
    expect(reply?.text).toContain('10 ngày nghỉ phép');
    expect(reply?.lang).toBe('vi');
  });

  it('leaves out a section that no longer holds', async () => {
    const { reply } = await dialogue().says('paid leave days');
    expect(reply?.text).not.toContain('This was so');
  });

  it('falls back to a language that the article has, and says which', async () => {
    const { reply } = await dialogue('vi').taps('topic:passport');
    expect(reply).toMatchObject({ kind: 'rights', lang: 'en' });
  });

  it('is not given to an audience that the article is not for', async () => {
    const { reply, state } = await dialogue('en', 'company').says('my boss took my passport');
    expect(reply?.kind).not.toBe('rights');
    expect(state.lastTopic).not.toBe('passport');
  });

  it('offers the flow of its article and related topics; a tapped topic is answered', async () => {
    const talk = dialogue();
    const { reply } = await talk.says('I cut my finger in the machine at work');
    expect(reply?.flow).toBe('injury-report');
    expect(reply?.choices).toContainEqual({ value: 'flow:injury-report', label: 'injury-report' });
    const leave = await talk.says('how many days of paid leave');
    expect(leave.reply?.choices).toContainEqual({ value: 'topic:work-accident', label: 'Accident at work' });
    expect((await talk.taps('topic:work-accident')).reply?.text).toContain('Get treatment first');
    expect((await talk.says('accident at work')).reply?.text).toContain('Get treatment first');
  });

  it('about rights offers a person only when one can be reached', async () => {
    const ask = async () => (await dialogue().says('company keeps my passport')).reply;
    expect((await ask())?.choices?.map(({ value }) => value)).toContain('lines');
    expect((await ask())?.text).not.toContain(coreTexts('en').offer.now);
    reach = { state: 'now' };
    expect((await ask())?.choices?.map(({ value }) => value)).toContain('human');
    expect((await ask())?.text).toContain(coreTexts('en').offer.now);
    reach = { state: 'nobody' };
  });
});

describe('no answer', () => {
  it('is said honestly, with lines that answer instead of a person', async () => {
    const { reply } = await dialogue().says('will it rain tomorrow');
    expect(reply).toMatchObject({ kind: 'unknown', urgency: 'low' });
    expect(reply?.text).toContain(coreTexts('en').unknown);
    expect(reply?.text).toContain('lines otit in en');
    expect(reply?.citations ?? []).toEqual([]);
  });

  it('never announces numbers without one: OTIT has no line in Japanese', async () => {
    const { reply } = await dialogue('ja').says('zzqx');
    expect(reply?.text).toContain(coreTexts('ja').offer.nobody);
    expect(reply?.text).toContain('lines labour in ja');
  });

  it('is needed for small talk', async () => {
    expect((await dialogue().says('thank you')).reply).toMatchObject({
      kind: 'smalltalk',
      text: coreTexts('en').smalltalk.thanks,
    });
  });

  it('is for files, joins and other buttons: they go on to the next', async () => {
    for (const part of [
      { type: 'joined' as const },
      { type: 'message' as const, text: '' },
      { type: 'action' as const, value: 'human' },
    ]) {
      const { passed, reply } = await dialogue().turn(part);
      expect([passed, reply]).toEqual([true, undefined]);
    }
  });
});

describe('without vectors', () => {
  it('words and letters answer alone', async () => {
    embedder.broken = 'gone';
    const { reply } = await dialogue('vi').says('nghi phep may ngay');
    expect(reply?.text).toContain('10 ngày nghỉ phép');
    embedder.broken = undefined;
    expect(knowledge.stats()).toMatchObject({
      embedder: 'ready',
      articles: 3,
      coverage: { en: 3, vi: 2, ja: 2 },
    });
  });
});
