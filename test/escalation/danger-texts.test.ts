import { describe, expect, it } from 'vitest';
import { LANGUAGE_TAGS, LANGUAGES } from '../../bot/languages.ts';
import { coreTexts } from '../../bot/locales/core.ts';
import type { Reach } from '../../bot/ports/reach.ts';
import { loadTables } from '../../bot/tables/load.ts';
import { composeDanger, safeChoices } from '../../escalation/guard/compose-danger.ts';
import type { Situation } from '../../escalation/guard/texts/danger-texts.ts';
import { textsOf } from '../../escalation/guard/texts/texts-of.ts';
import { NOON } from './dialogue.ts';

const tables = loadTables();
const SITUATIONS: readonly Situation[] = ['self', 'attack', 'emergency'];
const REACHES: readonly Reach[] = [
  { state: 'now' },
  { state: 'at', at: NOON + 3_600_000 },
  { state: 'nobody' },
];
const graphemes = (text: string) => [...new Intl.Segmenter().segment(text)].length;

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [String(value('Monday 09:00'))];
  return value && typeof value === 'object' ? Object.values(value).flatMap(strings) : [];
}

describe.each(LANGUAGE_TAGS)('danger texts in %s', (lang) => {
  const compose = (situation: Situation | undefined, told: number, reach: Reach = { state: 'nobody' }) =>
    composeDanger({
      kind: situation === 'emergency' ? 'emergency' : 'crisis',
      situation,
      lang,
      audience: 'trainee',
      told,
      reach,
      tables,
      now: NOON,
    });

  it('are written, in the script of the language, with nothing left open', () => {
    const all = strings(textsOf(lang));
    expect(all.every((text) => text.trim().length > 0)).toBe(true);
    expect(all.join(' ')).not.toMatch(/\{|\}|undefined|TODO|\$|XXX/);
    const sign = { Latn: /\p{Script=Latin}/u, Jpan: /\p{Script=Hiragana}/u, Hans: /\p{Script=Han}/u }[
      LANGUAGES[lang].script as string
    ];
    const own =
      sign ??
      new RegExp(`\\p{Script=${new Intl.Locale('en', { script: LANGUAGES[lang].script }).script}}`, 'u');
    for (const text of strings({ ...textsOf(lang), meanings: null })) expect(text).toMatch(own);
  });

  it.each(SITUATIONS)(
    'first answer (%s): numbers first, the question, what to say, who sees it',
    (situation) => {
      for (const reach of REACHES) {
        const [first, second] = compose(situation, 0, reach);
        expect(first?.text).toMatch(situation === 'attack' ? /^110: / : /^119: /);
        for (const number of ['119', '110']) {
          expect(first?.text).toContain(number);
          expect(first?.links).toContainEqual({ label: number, href: `tel:${number}` });
        }
        expect(first?.text).toContain(textsOf(lang).safe.ask);
        expect(first?.text).toContain('場所は…です。');
        expect(second?.text).toContain(textsOf(lang).company);
        expect(second?.choices).toEqual(safeChoices(lang));
        for (const message of [first, second]) {
          expect(message).toMatchObject({ urgency: 'critical', purpose: 'safety', lang });
          expect(graphemes(message?.text ?? '')).toBeLessThanOrEqual(900);
        }
      }
    },
  );

  it.each(SITUATIONS)(
    'never say the same text twice in a row (%s); the first three all differ',
    (situation) => {
      const said = [0, 1, 2, 3, 4, 5].map((told) =>
        compose(situation, told)
          .map(({ text }) => text)
          .join('\n'),
      );
      expect(new Set(said.slice(0, 3)).size).toBe(3);
      for (let index = 1; index < said.length; index += 1) expect(said[index]).not.toBe(said[index - 1]);
      for (const text of said) expect(text).toMatch(/119[\s\S]*110|110[\s\S]*119/);
      expect(said[1]?.length).toBeLessThan(said[0]?.length ?? 0);
      expect(said[2]?.length).toBeLessThan(said[1]?.length ?? 0);
    },
  );

  it('promise no person when nobody is connected', () => {
    const { reach } = textsOf(lang);
    const { handoff } = coreTexts(lang);
    for (const situation of SITUATIONS) {
      for (const told of [0, 1, 2, 3, 4]) {
        const text = compose(situation, told)
          .map((message) => message.text)
          .join('\n');
        expect(text).not.toContain(reach.now);
        expect(text).not.toContain(handoff.now);
        expect(text).not.toMatch(
          /advisor|相談員|tư vấn viên|konselor|tagapayo|咨询员|အကြံပေး|ប្រឹក្សា|ที่ปรึกษา|зөвлөх|सल्लाहकार|পরামর্শক|උපදේශක|ທີ່ປຶກສາ/,
        );
      }
    }
  });

  it('have short labels, and a reminder with both numbers', () => {
    for (const { label } of safeChoices(lang)) expect(graphemes(label)).toBeLessThanOrEqual(20);
    expect(textsOf(lang).reminder).toMatch(/119[\s\S]*110/);
  });
});

describe('lines in danger', () => {
  const lines = (lang: 'vi' | 'my' | 'ja', situation: Situation, now: number) =>
    composeDanger({
      kind: 'crisis',
      situation,
      lang,
      audience: 'trainee',
      told: 0,
      reach: { state: 'nobody' },
      tables,
      now,
    })
      .map(({ text }) => text)
      .join('\n');

  it('only those that can be called at this moment', () => {
    const night = NOON + 12 * 3_600_000;
    expect(lines('vi', 'attack', NOON)).toContain('0120-250-168');
    expect(lines('vi', 'attack', night)).not.toContain('0120-250-168');
    expect(lines('vi', 'self', night)).toContain('0120-061-338');
  });

  it('a company is not told that its company hears nothing', () => {
    const said = composeDanger({
      kind: 'emergency',
      situation: 'emergency',
      lang: 'ja',
      audience: 'company',
      told: 0,
      reach: { state: 'nobody' },
      tables,
      now: NOON,
    });
    expect(said.map(({ text }) => text).join()).not.toContain(textsOf('ja').company);
  });
});
