import { describe, expect, it } from 'vitest';
import { conversationState } from '../../bot/conversation.ts';
import { chooseLanguage } from '../../bot/language/choose-language.ts';
import { LANGUAGE_TAGS, type LanguageTag } from '../../bot/languages.ts';
import type { Middleware } from '../../bot/middleware.ts';
import { nobodyReachable } from '../../bot/ports/reach.ts';
import { loadTables } from '../../bot/tables/load.ts';
import {
  DANGER_ENDS_MS,
  guard,
  type HearsDanger,
  REMIND_MS,
} from '../../escalation/guard/guard-middleware.ts';
import { hearsDanger as hearsReally } from '../../escalation/guard/hears-danger.ts';
import { textsOf } from '../../escalation/guard/texts/texts-of.ts';
import { Dialogue, NOON } from './dialogue.ts';

const tables = loadTables();

/** Hears "die", "attack" and "blood" with a language behind a colon: `die:vi`. */
const hearsDanger: HearsDanger = (text) => {
  const [, word, lang] = /(die|attack|blood|fire):([a-z-]+)/.exec(text) ?? [];
  if (!word) return undefined;
  const kind = word === 'blood' || word === 'fire' ? 'emergency' : 'crisis';
  const what = word === 'attack' ? 'violence' : word;
  return { kind, lang: lang as LanguageTag, rule: `lexicon:${lang}:${what}` };
};

const ordinary: Middleware = async (turn) =>
  turn.reply({ kind: 'answer', lang: turn.locale, text: 'ordinary', urgency: 'none', purpose: 'ordinary' });

const first = guard({ hearsDanger, tables, reachOf: nobodyReachable });
const dialogue = (state: object = {}) => new Dialogue([first, chooseLanguage, ordinary], state);

describe.each(LANGUAGE_TAGS)('danger in %s', (lang) => {
  it.each([
    ['die', 'self', 'crisis'],
    ['attack', 'attack', 'crisis'],
    ['blood', 'emergency', 'emergency'],
  ] as const)('%s: fixed answer, case and state at once', async (word, situation, kind) => {
    const user = dialogue();
    const replies = await user.says(`${word}:${lang}`);
    expect(replies.length).toBe(2);
    expect(replies.every((reply) => reply.lang === lang && reply.kind === kind)).toBe(true);
    expect(replies[0]?.text).toContain(textsOf(lang)[situation].open);
    expect(user.effects?.cases).toEqual([
      {
        id: 'case-1',
        kind,
        urgency: 'critical',
        language: lang,
        reasons: [expect.stringMatching(/^lexicon:/)],
      },
    ]);
    expect(JSON.stringify(user.effects?.audit)).not.toContain(`${word}:${lang}"`);
    expect(user.state).toMatchObject({ language: { tag: lang }, danger: { kind, situation, said: 1 } });
    expect(conversationState.safeParse(user.state).success).toBe(true);
  });

  it('fire: out first, and the word that 119 waits for', async () => {
    const [reply] = await dialogue().says(`fire:${lang}`);
    expect(reply?.text).toContain(textsOf(lang).fire);
    expect(reply?.text).toContain('火事です。');
    expect(reply?.text).not.toContain(textsOf(lang).emergency.steps);
  });

  it('says another text each time, and one case is enough', async () => {
    const user = dialogue();
    const said: string[] = [];
    for (let time = 0; time < 3; time += 1)
      said.push((await user.says(`die:${lang}`)).map(({ text }) => text).join('\n'));
    expect(new Set(said).size).toBe(3);
    expect(user.effects?.cases).toEqual([]);
    expect(user.state.danger).toMatchObject({ said: 3, caseId: 'case-1' });
  });

  it('"I am safe" closes kindly, typed as on the button', async () => {
    const user = dialogue();
    await user.says(`die:${lang}`);
    const [reply] = await user.says(textsOf(lang).safe.yes);
    expect(reply).toMatchObject({ kind: 'support', lang, text: textsOf(lang).glad });
    expect(user.state.danger).toBeUndefined();
    expect(user.effects?.cases).toEqual([]);
  });

  it('"I am not safe" repeats the numbers with other words', async () => {
    const user = dialogue();
    const before = await user.says(`attack:${lang}`);
    const after = await user.says(textsOf(lang).safe.no);
    expect(after[0]?.text).toContain(textsOf(lang).notSafe);
    expect(after[0]?.text).toContain(textsOf(lang).attack.again);
    expect(after[0]?.text).toContain('110');
    expect(after.map(({ text }) => text)).not.toEqual(before.map(({ text }) => text));
    expect(user.state.danger).toMatchObject({ situation: 'attack', said: 2 });
  });
});

describe('while danger is open', () => {
  it('ordinary words get their answer, with the numbers before it at most once every few minutes', async () => {
    const user = dialogue();
    await user.says('die:vi');
    expect((await user.says('paid leave')).map(({ text }) => text)).toEqual(['ordinary']);
    user.waits(REMIND_MS);
    expect((await user.says('paid leave')).map(({ text }) => text)).toEqual([
      textsOf('vi').reminder,
      'ordinary',
    ]);
    expect((await user.says('overtime')).map(({ text }) => text)).toEqual(['ordinary']);
    expect(user.state.danger?.said).toBe(1);
  });

  it('ages out after a day', async () => {
    const user = dialogue();
    await user.says('die:vi');
    user.waits(DANGER_ENDS_MS + 1);
    expect((await user.says('paid leave')).map(({ text }) => text)).toEqual(['ordinary']);
    expect(user.state.danger).toBeUndefined();
  });

  it('a yes to something else closes nothing', async () => {
    const user = dialogue();
    await user.says('die:en');
    await user.says('how many days of leave');
    expect((await user.says('yes')).map(({ text }) => text)).toEqual(['ordinary']);
    expect(user.state.danger).toBeDefined();
  });

  it('a sentence that only holds the words of a button closes nothing', async () => {
    const user = dialogue();
    await user.says('die:en');
    await user.says('I do not think yes I am safe');
    expect(user.state.danger).toBeDefined();
  });

  it('a plain no, typed, means: not safe', async () => {
    const user = dialogue();
    await user.says('die:vi');
    const [reply] = await user.says('không');
    expect(reply?.text).toContain(textsOf('vi').notSafe);
  });

  it('a new kind of danger gets its own first text and its own case', async () => {
    const user = dialogue();
    await user.says('die:en');
    const [reply] = await user.says('blood:en');
    expect(reply?.text).toContain(textsOf('en').emergency.open);
    expect(user.effects?.cases).toMatchObject([{ kind: 'emergency' }]);
  });

  it('a timer neither reminds nor hears', async () => {
    const user = dialogue();
    await user.says('die:vi');
    user.waits(REMIND_MS);
    expect((await user.wakes('check-in')).map(({ text }) => text)).toEqual(['ordinary']);
  });
});

describe('with the real recogniser', () => {
  it.each([
    ['I want to die', 'self', 'en'],
    ['my boss is beating me right now', 'attack', 'en'],
    ['tôi muốn chết', 'self', 'vi'],
  ] as const)('%s', async (text, situation, lang) => {
    const real = guard({ hearsDanger: hearsReally, tables, reachOf: nobodyReachable });
    const user = new Dialogue([real, chooseLanguage, ordinary]);
    const [reply] = await user.says(text);
    expect(reply?.lang).toBe(lang);
    expect(reply?.text).toContain(textsOf(lang)[situation].open);
  });
});

describe('the guard', () => {
  it('opens danger when "I am not safe" comes from a starter button', async () => {
    const user = dialogue();
    const [reply, second] = await user.taps('safe:no');
    expect(reply?.text).toMatch(/119[\s\S]*110/);
    expect(reply?.text).toContain('助けてください。');
    expect(second?.choices?.map(({ value }) => value)).toEqual(['safe:yes', 'safe:no']);
    expect(user.effects?.cases).toMatchObject([
      { kind: 'crisis', urgency: 'critical', reasons: ['safe:no'] },
    ]);
  });

  it('keeps the language that the person chose', async () => {
    const user = dialogue({ language: { tag: 'km', source: 'chosen' } });
    expect((await user.says('die:en'))[0]?.lang).toBe('km');
  });

  it('keeps a known language when a word of another one is heard by chance', async () => {
    const user = dialogue({ language: { tag: 'vi', source: 'detected' } });
    expect((await user.says('tôi bị đau quá die:id các bạn ơi'))[0]?.lang).toBe('vi');
  });

  it('follows the script in which the danger is written', async () => {
    const user = dialogue({ language: { tag: 'en', source: 'detected' } });
    expect((await user.says('ช่วยด้วย die:th'))[0]?.lang).toBe('th');
  });

  it('does not hear the words of our own buttons', async () => {
    expect((await dialogue().taps('ask', 'die:en')).map(({ text }) => text)).toEqual(['ordinary']);
  });

  it('speaks also while a human has the conversation', async () => {
    const user = dialogue({ human: { caseId: 'c', advisor: 'a', since: NOON } });
    expect((await user.says('die:en'))[0]?.kind).toBe('crisis');
  });

  it('puts the numbers before the answer when the recogniser breaks', async () => {
    const broken = guard({
      hearsDanger: () => {
        throw new Error('broken');
      },
      tables,
      reachOf: nobodyReachable,
    });
    const user = new Dialogue([broken, ordinary]);
    expect((await user.says('hello')).map(({ text }) => text)).toEqual([textsOf('en').reminder, 'ordinary']);
  });
});
