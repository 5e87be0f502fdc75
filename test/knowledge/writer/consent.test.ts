import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { conversationState } from '../../../bot/conversation.ts';
import { LANGUAGE_TAGS } from '../../../bot/languages.ts';
import { coreTexts } from '../../../bot/locales/core.ts';
import { stateAfterLate, stateForLate } from '../../../bot/worker/stored-state.ts';
import { NO_MODEL } from '../../../knowledge/writer/consent-middleware.ts';
import { type FakeOpenAi, startFakeOpenAi } from '../../fakes/openai/fake-openai.ts';
import { dialogueWith, openWithModel } from './model-scene.ts';

const QUESTION = 'how many days of paid leave do I get';
const GOOD = { text: 'After 6 months of continuous work you get 10 days of paid leave.', passage: 'p1' };
const texts = coreTexts('en').modelConsent;
let fake: FakeOpenAi;
let scene: Awaited<ReturnType<typeof openWithModel>>;
beforeAll(async () => {
  fake = await startFakeOpenAi();
  fake.replies.always({ content: { sentences: [GOOD] } });
  scene = await openWithModel(fake);
});
afterAll(() => fake.stop());
let before = 0;
beforeEach(() => {
  before = fake.requests.length;
});
const called = () => fake.requests.length - before;

describe('consent to a model', () => {
  it('is asked for beside the article’s answer, once; nothing is sent before', async () => {
    const dialogue = dialogueWith(scene, 'en');
    const [answer, ask, ...more] = await dialogue.say(QUESTION);
    expect(more).toEqual([]);
    expect(answer?.text).toContain('paid leave');
    expect(ask?.text).toBe(texts.ask);
    expect(ask?.choices?.slice(0, 2)).toEqual([
      { value: 'model:yes', label: texts.yes },
      { value: 'model:no', label: texts.no },
    ]);
    expect(ask?.choices?.some(({ value }) => value.startsWith('more:') || value === 'lines')).toBe(true);
    expect(await dialogue.say(QUESTION)).toHaveLength(1);
    expect(called()).toBe(0);
  });

  it('given by a tap: recorded with version, language and time, and the waiting question is answered', async () => {
    const dialogue = dialogueWith(scene, 'en');
    await dialogue.say(QUESTION);
    const replies = await dialogue.tap('model:yes');
    expect(replies[0]?.text).toBe(texts.accepted);
    expect(replies[1]?.text.startsWith(GOOD.text)).toBe(true);
    expect(called()).toBe(1);
    const state = dialogue.state();
    expect(state.modelConsent).toEqual({ given: true, version: 1, language: 'en', at: scene.clock.now() });
    expect(state.modelAsk).toEqual({ at: scene.clock.now() });
    expect(dialogue.audited).toEqual(['model.consent']);
    expect(conversationState.parse(state)).toEqual(state);
    expect((await dialogue.say(QUESTION))[0]?.text.startsWith(GOOD.text)).toBe(true);
  });

  it.each(['Yes, it may', 'yes', 'ok', '1', 'YES IT MAY!'])('given by typing: %s', async (typed) => {
    const dialogue = dialogueWith(scene, 'en');
    await dialogue.say(QUESTION);
    await dialogue.say(typed);
    expect(dialogue.state().modelConsent?.given).toBe(true);
  });

  it.each(['No', '2', 'no thanks', 'no AI'])('refused by typing: %s', async (typed) => {
    const dialogue = dialogueWith(scene, 'en');
    await dialogue.say(QUESTION);
    const replies = await dialogue.say(typed);
    expect(replies.map(({ text }) => text)).toEqual([texts.declined]);
    expect(await dialogue.say(QUESTION)).toHaveLength(1);
    expect(called()).toBe(0);
    expect(dialogue.state().modelConsent?.given).toBe(false);
  });

  it('is not given by a yes to something else, later', async () => {
    const dialogue = dialogueWith(scene, 'en');
    await dialogue.say(QUESTION);
    await dialogue.say('what should I do after an accident at work');
    await dialogue.say('yes');
    expect(dialogue.state().modelConsent).toBeUndefined();
    expect(called()).toBe(0);
  });

  it.each([
    ['danger', { danger: { kind: 'emergency' as const, since: 0, last: 0, said: 1 } }],
    ['a human', { human: { caseId: 'c', advisor: 'a', since: 0 } }],
    ['a flow', { flow: { id: 'f', version: 1, step: 's', answers: {} } }],
  ])('is not given by typing while %s has the word', async (_name, part) => {
    const dialogue = dialogueWith(scene, 'en');
    await dialogue.say(QUESTION);
    dialogue.change(part);
    await dialogue.say('yes');
    expect(dialogue.state().modelConsent).toBeUndefined();
    expect(called()).toBe(0);
  });

  it('counts for nothing while danger is open, nor for an older text', async () => {
    const dialogue = dialogueWith(scene, 'en');
    dialogue.change({
      modelConsent: { given: true, version: 1, language: 'en', at: 0 },
      danger: { kind: 'crisis', since: 0, last: 0, said: 1 },
    });
    expect(await dialogue.say(QUESTION)).toHaveLength(1);
    const older = dialogueWith(scene, 'en');
    older.change({ modelConsent: { given: true, version: 0, language: 'en', at: 0 }, modelAsk: { at: 0 } });
    expect((await older.say(QUESTION))[1]?.text).toBe(texts.ask);
    expect(called()).toBe(0);
  });

  it.each(LANGUAGE_TAGS)('is taken back by the words that the %s text gives', async (lang) => {
    const { accepted } = coreTexts(lang).modelConsent;
    const words = /["“«「]([^"”»」]+)["”»」]/u.exec(accepted)?.[1] ?? '';
    expect(words.length).toBeGreaterThan(3);
    const dialogue = dialogueWith(scene, lang);
    dialogue.change({ modelConsent: { given: true, version: 1, language: lang, at: 0 } });
    const replies = await dialogue.say(` ${words.toUpperCase()}! `);
    expect(replies.map(({ text }) => text)).toEqual([coreTexts(lang).modelConsent.declined]);
    expect(dialogue.state().modelConsent?.given).toBe(false);
    expect(dialogue.audited).toEqual(['model.withdrawn']);
  });

  it('has words of its own in every language but easy Japanese, which shares the Japanese ones', () => {
    expect(NO_MODEL.size).toBe(LANGUAGE_TAGS.length - 1);
  });

  it('taken back by a late event stays taken back; a late yes changes nothing', () => {
    const yes = { given: true, version: 1, language: 'en' as const, at: 1 };
    const state = { version: 1 as const, audience: 'trainee' as const, modelConsent: yes, lastTopic: 'x' };
    const seen = stateForLate(state);
    expect(seen.modelConsent).toEqual(yes);
    const no = { ...yes, given: false };
    expect(stateAfterLate(state, { ...seen, modelConsent: no }).modelConsent).toEqual(no);
    expect(
      stateAfterLate({ ...state, modelConsent: no }, { ...seen, modelConsent: yes }).modelConsent,
    ).toEqual(no);
  });
});

describe('without a model', () => {
  it('nothing is asked, a withdrawal is heard, an old button gives no consent', async () => {
    const bare = await openWithModel(undefined);
    const dialogue = dialogueWith(bare, 'en');
    expect(await dialogue.say(QUESTION)).toHaveLength(1);
    expect((await dialogue.tap('model:yes'))[0]?.text).toBe(texts.declined);
    expect((await dialogue.say('no AI'))[0]?.text).toBe(texts.declined);
    expect(dialogue.state().modelConsent?.given).toBe(false);
  });
});

describe('a company', () => {
  it('is never asked, and served by a model only when the installation has agreed', async () => {
    const topic = scene.knowledge.index.topics.get('paid-leave');
    const question = (topic?.ours && topic.article.variants.get('ja')?.questions[0]) || '';
    const refusing = dialogueWith(scene, 'ja', { audience: 'company' });
    const [own, ...others] = await refusing.say(question);
    expect(others).toEqual([]);
    expect(called()).toBe(0);
    const agreeing = dialogueWith(await openWithModel(fake, true), 'ja', { audience: 'company' });
    const [message] = await agreeing.say(question);
    expect(message?.text).toBe(own?.text);
    expect(called()).toBe(1);
  });
});
