import { describe, expect, it } from 'vitest';
import { LANGUAGE_TAGS, type LanguageTag } from '../../bot/languages.ts';
import type { FlowTexts, SpokenFlow } from '../../flows/texts/flow-texts.ts';
import { FlowDialogue, labels } from './dialogue.ts';
import { sampleFlow } from './sample-flow.ts';

function words(self: string, other: string, hand: string, foot: string, head: string): FlowTexts {
  const step = (name: string, options?: Record<string, string>) => ({
    ask: `${name}?`,
    name,
    ...(options ? { options } : {}),
  });
  return {
    title: 'Sample',
    intro: 'INTRO',
    steps: {
      consent: step('Consent'),
      who: step('Who', { self, other }),
      name: step('Name'),
      where: step('Where', { hand, foot, head }),
      doctor: step('Doctor'),
      story: step('Story'),
      photos: step('Photos'),
    },
  };
}

const english = words('Me', 'Somebody else', 'Hand', 'Foot', 'Head');
const spoken: SpokenFlow = {
  flow: sampleFlow,
  texts: {
    ...(Object.fromEntries(LANGUAGE_TAGS.map((tag) => [tag, english])) as Record<LanguageTag, FlowTexts>),
    ja: words('自分', 'ほかの人', '手', '足', '頭'),
    vi: words('Tôi', 'Người khác', 'Bàn tay', 'Bàn chân', 'Đầu'),
    my: words('ကျွန်တော်/ကျွန်မ', 'တခြားလူ', 'လက်', 'ခြေထောက်', 'ခေါင်း'),
  },
};

const started = async (lang: LanguageTag) => {
  const user = new FlowDialogue(spoken, lang);
  await user.taps('flow:sample');
  return user;
};

describe('a flow in a conversation', () => {
  it.each([
    ['en', ['yes', 'me', '1, 2', 'It fell on my hand', 'skip', 'send']],
    ['vi', ['toi dong y', 'tôi', '1, 2', 'Hộp rơi vào tay', 'bỏ qua', 'gửi']],
    ['my', ['သဘောတူပါတယ်', '၁', '၁၊ ၂', 'သေတ္တာ ပြုတ်ကျတယ်', 'ကျော်မယ်', 'ပို့မယ်']],
    ['ja', ['同意します', '自分', '１、２', '箱が落ちた', '答えずに進む', '送る']],
  ] as const)('is answered in words in %s and submitted once', async (lang, texts) => {
    const user = await started(lang);
    await user.tells(...texts);
    expect(user.reports).toHaveLength(1);
    expect(user.reports[0]).toMatchObject({
      answers: { who: { value: 'self' }, where: { value: ['hand', 'foot'] }, story: { value: texts[3] } },
    });
    expect(user.state.flow).toBeUndefined();
    await user.taps('do:submit:review');
    expect(user.reports).toHaveLength(1);
  });

  it('shows where it is, the controls that fit, and all answers at the end', async () => {
    const user = new FlowDialogue(spoken, 'en');
    const first = await user.taps('flow:sample');
    expect(first?.text).toBe('INTRO\n\n1/6 Consent?');
    expect(labels(first)).toEqual(['I agree', "I don't agree", 'Stop']);
    expect(labels(await user.says('yes'))).toEqual([
      'Me',
      'Somebody else',
      "I don't know",
      'Go back',
      'Stop',
    ]);
    const review = await user.tells('2', 'Minh', '1, 3', "I don't know", 'It fell', 'skip');
    expect(review?.text).toContain(
      "2. Who: Somebody else\n3. Name: Minh\n4. Where: Hand, Head\n5. Doctor: I don't know",
    );
    expect(labels(review)).toEqual(['Send', 'Go back', 'Stop']);
  });

  it('changes an answer by its number', async () => {
    const user = await started('en');
    await user.tells('yes', 'me', '1, 2', 'It fell', 'skip');
    expect((await user.says('2'))?.text).toContain('Who?');
    expect((await user.says('Somebody else'))?.text).toContain('Name?');
  });

  it('answers a question in the middle and asks again', async () => {
    const user = await started('en');
    const answer = await user.tells('yes', 'When do I call 119?');
    expect(user.effects?.replies.map(({ kind }) => kind)).toEqual(['answer', 'flow']);
    expect(answer?.text).toContain('Let us go on');
    expect(answer?.text).toContain('Who?');
    const story = await user.tells('me', '1, 2', 'Is it my fault?');
    expect(user.asked).toContain('Is it my fault?');
    expect(story?.text).toContain('Photos?');
  });

  it('ignores a tap on an old button and shows the open question', async () => {
    const user = await started('en');
    await user.tells('yes', 'me');
    expect((await user.taps('step:who:other'))?.text).toContain('Where?');
    expect((await user.taps('do:back:who'))?.text).toContain('Where?');
    expect(user.state.flow?.step).toBe('where');
  });

  it('lets other buttons through and waits', async () => {
    const user = await started('en');
    await user.taps('human');
    expect(user.passedOn).toBe(1);
    expect(user.state.flow?.step).toBe('consent');
  });

  it('stops only after a second yes, in words of any language', async () => {
    const user = await started('vi');
    expect((await user.tells('đồng ý', 'dừng lại'))?.text).toContain('Bạn muốn dừng lại không?');
    expect((await user.says('không'))?.text).toContain('Who?');
    await user.tells('stop', 'yes');
    expect(user.state.flow).toBeUndefined();
    expect(user.reports).toEqual([]);
  });

  it('keeps nothing without consent', async () => {
    const user = await started('en');
    expect((await user.says('no'))?.text).toContain('Nothing was kept');
    expect(user.state.flow).toBeUndefined();
  });

  it('goes on in another language, and days later by its button', async () => {
    const user = await started('en');
    await user.says('yes');
    user.lang = 'ja';
    user.now += 5 * 86_400_000;
    const message = await user.taps('flow:sample');
    expect(message?.text).toBe('質問の続きです。\n\n2/6 Who?');
    expect((await user.says('ほかの人'))?.text).toContain('Name?');
  });

  it('keeps a photo that comes before its question', async () => {
    const user = await started('en');
    const photo = { attachments: [{ id: 'p1', kind: 'image' }] };
    expect((await user.says('', photo))?.text).toContain('keep it for your answers');
    const asked = await user.tells('yes', 'me', '1, 2', 'It fell');
    expect(labels(asked)).toEqual(['Done', 'Go back', 'Stop']);
    await user.says('', { attachments: [{ id: 'p2', kind: 'image' }] });
    await user.tells('Done', 'send');
    expect(user.reports[0]).toMatchObject({ answers: { photos: { value: ['p1', 'p2'] } } });
  });

  it('raises the alarm once, before the next question', async () => {
    const alarming = { ...spoken, flow: { ...sampleFlow, alarm: (answers: object) => 'who' in answers } };
    const user = new FlowDialogue(alarming, 'en');
    await user.taps('flow:sample');
    await user.tells('yes', 'me', '1, 2');
    expect(user.alarms).toBe(1);
  });

  it('drops answers of another version kindly', async () => {
    const user = await started('en');
    user.state = { ...user.state, flow: { id: 'sample', version: 9, step: 'gone', answers: {} } };
    expect((await user.says('hello'))?.text).toContain('Please start again');
    expect(user.state.flow).toBeUndefined();
  });
});
