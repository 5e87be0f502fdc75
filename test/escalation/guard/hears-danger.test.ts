import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGE_TAGS } from '../../../bot/languages.ts';
import { hearsDanger } from '../../../escalation/guard/hears-danger.ts';
import { LEXICONS } from '../../../escalation/guard/lexicons.ts';
import { burns, situationOf } from '../../../escalation/guard/situation-of.ts';
import { score, sentencesOf } from './sentences.ts';

const NOT_OURS = new URL('../../../knowledge/not-ours/', import.meta.url);
const ARTICLES = new URL('../../../knowledge/articles/', import.meta.url);
/** Topics whose questions may tell of an accident or a fire that happens now. */
const MAY_BE_NOW = new Set(['work-accident', 'disaster']);

function articleQuestions(): { topic: string; question: string }[] {
  return readdirSync(ARTICLES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: topic }) =>
      readdirSync(new URL(`${topic}/`, ARTICLES))
        .filter((file) => file.endsWith('.md'))
        .flatMap((file) => {
          const head = readFileSync(new URL(`${topic}/${file}`, ARTICLES), 'utf8').split(/^---$/m)[1] ?? '';
          const list = head.split(/^questions:$/m)[1] ?? '';
          return [...list.matchAll(/^ {2}- "?(.+?)"?$/gm)].map(([, question]) => ({
            topic,
            question: question ?? '',
          }));
        }),
    );
}

/** Questions on other topics than ours: games, cooking, small talk, insults. */
function otherQuestions(): { question: string }[] {
  return readdirSync(NOT_OURS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => {
      const list = readFileSync(new URL(`${name}/questions.yaml`, NOT_OURS), 'utf8');
      return [...list.matchAll(/^ {2}- "?(.+?)"?$/gm)].map(([, question]) => ({ question: question ?? '' }));
    });
}

const alarming = (questions: readonly { question: string }[]) =>
  questions.filter(({ question }) => hearsDanger(question) !== undefined).map(({ question }) => question);

describe.each(LANGUAGE_TAGS)('word guard, %s', (lang) => {
  it('hears the dangers and leaves the harmless alone', () => {
    const { recall, falseAlarms, missed, alarms } = score(sentencesOf('sentences', lang));
    expect(recall, missed.join('\n')).toBeGreaterThanOrEqual(0.97);
    expect(falseAlarms, alarms.join('\n')).toBeLessThanOrEqual(0.06);
  });

  it('hears most of what was written after the lexicon', () => {
    const { recall, falseAlarms, missed, alarms } = score(sentencesOf('held-out', lang));
    expect(recall, missed.join('\n')).toBeGreaterThanOrEqual(0.8);
    expect(falseAlarms, alarms.join('\n')).toBeLessThanOrEqual(0.1);
  });

  it('names the language of the text or one that shares its words', () => {
    const dangers = sentencesOf('sentences', lang).filter(({ expected }) => expected !== undefined);
    const own = dangers.filter(({ text }) => {
      const heard = hearsDanger(text)?.lang;
      return heard === lang || (lang === 'ja-simple' && heard === 'ja');
    });
    expect(own.length / dangers.length).toBeGreaterThanOrEqual(0.85);
  });
});

describe('word guard', () => {
  it('takes almost no article question for a danger', () => {
    const questions = articleQuestions();
    expect(questions.length).toBeGreaterThan(1_000);
    const others = questions.filter(({ topic }) => !MAY_BE_NOW.has(topic));
    const heard = alarming(others);
    expect(heard.length / others.length, heard.join('\n')).toBeLessThanOrEqual(0.005);
    expect(alarming(questions).length / questions.length).toBeLessThanOrEqual(0.015);
  });

  it('leaves questions that are not ours alone', () => {
    const questions = otherQuestions();
    expect(questions.length).toBeGreaterThan(500);
    const heard = alarming(questions);
    expect(heard.length / questions.length, heard.join('\n')).toBeLessThanOrEqual(0.002);
  });

  it('says which rule heard it, without the text', () => {
    expect(hearsDanger('I want to die')).toEqual({ kind: 'crisis', lang: 'en', rule: 'wish-to-die' });
    expect(hearsDanger('火事だ')).toEqual({ kind: 'emergency', lang: 'ja', rule: 'fire' });
    expect(hearsDanger('')).toBeUndefined();
  });

  it('names its rules so that the answer fits: an attack, oneself, a fire', () => {
    for (const { lang, native, latin } of LEXICONS) {
      for (const { self, violence, violenceIfNow } of [native, latin ?? {}]) {
        for (const rule of [...Object.keys(violence ?? {}), ...Object.keys(violenceIfNow ?? {})]) {
          expect(situationOf({ kind: 'crisis', lang, rule }), `${lang} ${rule}`).toBe('attack');
        }
        for (const rule of Object.keys(self ?? {})) {
          expect(situationOf({ kind: 'crisis', lang, rule }), `${lang} ${rule}`).toBe('self');
        }
      }
    }
    const fires = ['fire in the factory!!!', '工場が火事です', 'aago lagyo bachau', 'gini gannawa beraganna'];
    for (const text of fires) expect(burns(hearsDanger(text) ?? { rule: '' }), text).toBe(true);
  });

  it('hears a threat under a condition', () => {
    expect(hearsDanger('he says he will kill me if I tell anyone')?.rule).toMatch(/^threatened/);
    expect(hearsDanger('what is the penalty if a worker is hit')).toBeUndefined();
  });

  it('lets a crisis outrank an emergency, in whatever order they are written', () => {
    expect(hearsDanger('He is not breathing. I want to die.')?.kind).toBe('crisis');
    expect(hearsDanger('I want to die. He is not breathing.')?.kind).toBe('crisis');
  });

  it('takes a question, a rule or the past for what it is, unless it is now', () => {
    expect(hearsDanger('my boss hit me')).toBeUndefined();
    expect(hearsDanger('my boss hit me just now')?.kind).toBe('crisis');
    expect(hearsDanger('there was a fire in our dorm last year, is it safe now?')).toBeUndefined();
    expect(hearsDanger('last year he hit me, now he has a knife')?.kind).toBe('crisis');
  });

  it('counts an emoji only beside words', () => {
    expect(hearsDanger('🔪')).toBeUndefined();
    expect(hearsDanger('💊💊💊')).toBeUndefined();
    expect(hearsDanger('goodbye everyone')).toBeUndefined();
    expect(hearsDanger('goodbye everyone 💊')?.rule).toBe('farewell');
  });

  it('reads a danger at the end of a long message', () => {
    expect(hearsDanger(`${'We had a long day at the factory. '.repeat(1_000)}I want to die`)?.kind).toBe(
      'crisis',
    );
  });

  it('is the same for other case, spaces, breaks around it and invisible signs', () => {
    const all = LANGUAGE_TAGS.flatMap((lang) => sentencesOf('sentences', lang));
    fc.assert(
      fc.property(
        fc.constantFrom(...all),
        fc.constantFrom(' ', '\n', '  \n', '\u200b', '\ufeff', '\u2060'),
        ({ text }, around) => {
          const plain = hearsDanger(text);
          expect(hearsDanger(around + text + around)).toEqual(plain);
          expect(hearsDanger(text.toUpperCase())).toEqual(plain);
          expect(hearsDanger(text.replaceAll('a', 'a\u2060'))).toEqual(plain);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.string({ unit: 'grapheme' })),
        (text) => {
          hearsDanger(text);
        },
      ),
      { numRuns: 300 },
    );
  });
});
