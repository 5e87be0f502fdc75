import { describe, expect, it } from 'vitest';
import { chooseLanguage } from '../../bot/language/choose-language.ts';
import { LANGUAGE_TAGS } from '../../bot/languages.ts';
import { coreTexts } from '../../bot/locales/core.ts';
import { nobodyReachable, type Reach, type ReachOf } from '../../bot/ports/reach.ts';
import { loadTables } from '../../bot/tables/load.ts';
import { askHuman } from '../../escalation/ask-human.ts';
import { greet } from '../../escalation/greet.ts';
import { guard } from '../../escalation/guard/guard-middleware.ts';
import { offerHuman } from '../../escalation/offer-human.ts';
import { OTHER_MS, otherLanguage } from '../../escalation/other-language.ts';
import { relay } from '../../escalation/relay.ts';
import { startButtons } from '../../escalation/start-buttons.ts';
import { Dialogue, NOON } from './dialogue.ts';

const tables = loadTables();
const REACHES: readonly Reach[] = [
  { state: 'now' },
  { state: 'at', at: NOON + 86_400_000 },
  { state: 'nobody' },
];

function dialogue(reachOf: ReachOf, state: object = {}) {
  return new Dialogue(
    [
      guard({ hearsDanger: () => undefined, tables, reachOf }),
      chooseLanguage,
      otherLanguage({ reachOf }),
      relay,
      greet({ reachOf, publicUrl: 'https://soudan.example/' }),
      startButtons({ reachOf }),
      askHuman({ tables, reachOf }),
      offerHuman({ tables, reachOf }),
    ],
    state,
  );
}
const locked = (tag: string) => ({ language: { tag, source: 'chosen' } });

describe('other words for a person', () => {
  it.each([
    ['km', 'ខ្ញុំចង់និយាយជាមួយមនុស្ស'],
    ['lo', 'ຂ້ອຍຢາກລົມກັບຄົນ'],
    ['zh', '我想和人谈谈'],
    ['fil', 'Gusto kong kumausap ng tao.'],
    ['ja-simple', '人と 話したい'],
    ['vi', 'Tôi muốn nói chuyện với người thật'],
  ] as const)('%s: %s', async (lang, words) => {
    const [reply] = await dialogue(nobodyReachable, locked(lang)).says(words);
    expect(reply?.text).toContain(coreTexts(lang).handoff.nobody);
  });
});

describe.each(LANGUAGE_TAGS)('in %s', (lang) => {
  const { buttons, handoff, greeting, offer } = coreTexts(lang);

  it('a joining is greeted, with all languages, three ways in and one privacy line', async () => {
    const user = dialogue(nobodyReachable);
    const [reply, more] = await user.joins({ locale: lang });
    const read = lang === 'ja' ? coreTexts('ja-simple') : coreTexts(lang);
    expect(more).toBeUndefined();
    expect(reply?.text).toContain(read.greeting);
    expect(reply?.text).toContain(coreTexts('ja-simple').greeting);
    expect(reply?.text.match(/https:\/\/soudan\.example\/privacy\//g)).toHaveLength(1);
    const values = reply?.choices?.map(({ value }) => value) ?? [];
    expect(values.slice(0, 3)).toEqual(['ask', 'hurt', 'lines']);
    expect(values.filter((value) => value.startsWith('lang:'))).toHaveLength(15);
    expect(user.state.privacyShown).toBe(true);
    const [again] = await user.joins({ returning: true });
    expect(again?.text).not.toContain(greeting);
    expect(again?.text.length).toBeLessThan(reply?.text.length ?? 0);
  });

  it.each([buttons.human, buttons.human.toUpperCase()])('typed: %s', async (words) => {
    for (const reach of REACHES) {
      const user = dialogue(() => reach, locked(lang));
      const [reply] = await user.says(words);
      if (reach.state === 'nobody') {
        expect(reply?.kind).toBe('support');
        expect(reply?.text).toContain(handoff.nobody);
        expect(reply?.text).toMatch(/119[\s\S]*110[\s\S]*助けてください。[\s\S]*場所は…です。/);
        expect(reply?.text).toContain('03-4306-1138');
        expect(user.effects?.cases).toEqual([]);
      } else {
        expect(reply?.kind).toBe('handoff');
        expect(user.effects?.cases).toMatchObject([{ kind: 'question', language: lang }]);
      }
    }
  });

  it('"phone numbers" gives numbers with links, in every version', async () => {
    const [reply] = await dialogue(nobodyReachable, locked(lang)).says(buttons.lines);
    expect(reply?.kind).toBe('support');
    expect(reply?.text).toContain('119');
    expect(reply?.links).toContainEqual({ label: '119', href: 'tel:119' });
  });

  it('"hurt or afraid" asks directly, with numbers and two answers', async () => {
    const user = dialogue(nobodyReachable, locked(lang));
    const [reply] = await user.says(buttons.hurt);
    expect(reply).toMatchObject({ kind: 'support', urgency: 'high' });
    expect(reply?.text).toMatch(/119[\s\S]*110/);
    expect(reply?.choices?.map(({ value }) => value)).toEqual(['safe:yes', 'safe:no', 'lines']);
  });

  it('what nobody answered gets an offer that is true', async () => {
    for (const reach of REACHES) {
      const user = dialogue(() => reach, locked(lang));
      const replies = [
        ...(await user.says('qwzx')),
        ...(await user.says('', { attachments: [{ id: '1', kind: 'image' }] })),
        ...(await user.says('OK', { sticker: true })),
        ...(await user.taps('topic:gone')),
      ];
      expect(replies).toHaveLength(4);
      for (const reply of replies) {
        expect(reply.kind).not.toBe('handoff');
        expect(reply.choices?.map(({ value }) => value)).toEqual([
          reach.state === 'nobody' ? 'lines' : 'human',
        ]);
        if (reach.state === 'nobody') expect(reply.text).not.toContain(offer.now);
      }
      expect(replies[1]?.text).toContain(coreTexts(lang).attachmentReceived);
      expect(replies[2]?.text).toContain(coreTexts(lang).sticker);
    }
  });
});

describe('relay', () => {
  it('is silent while a human has the conversation', async () => {
    const user = dialogue(nobodyReachable, { human: { caseId: 'c', advisor: 'a', since: NOON } });
    expect(await user.says('hello?')).toEqual([]);
    expect(await user.joins({ returning: true })).toEqual([]);
  });
});

describe('a language that is not ours', () => {
  it('is answered in English, with a line in easy Japanese and an offer, once in ten minutes', async () => {
    const user = dialogue(nobodyReachable);
    const korean = '회사에서 월급을 주지 않아요. 어떻게 해야 하나요?';
    const replies = await user.says(korean);
    expect(replies.map(({ lang }) => lang)).toEqual(['en', 'ja-simple']);
    expect(replies[1]?.text).toBe(coreTexts('ja-simple').otherLanguage);
    expect(replies[1]?.choices?.map(({ value }) => value)).toEqual(['lines']);
    expect(await user.says(korean)).toHaveLength(1);
    user.waits(OTHER_MS);
    expect(await user.says(korean)).toHaveLength(2);
  });
});

describe('the last word', () => {
  it('is silent for timers', async () => {
    expect(await dialogue(nobodyReachable).wakes('check-in')).toEqual([]);
  });

  it('greets staff of a company without the words for trainees', async () => {
    const user = new Dialogue([chooseLanguage, greet({ reachOf: nobodyReachable })], { audience: 'company' });
    const [reply] = await user.joins({ locale: 'ja' });
    expect(reply?.text).not.toContain(coreTexts('ja').greeting);
    expect(reply?.choices?.filter(({ value }) => value.startsWith('lang:'))).toHaveLength(2);
  });
});
