import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { LANGUAGE_TAGS } from '../../../bot/languages.ts';
import { coreTexts } from '../../../bot/locales/core.ts';
import { linesFor } from '../../../bot/tables/lines-for.ts';
import { loadTables } from '../../../bot/tables/load.ts';
import { opening } from '../../../bot/tables/opening.ts';
import { referenceText } from '../../../bot/tables/reference-text.ts';
import { lineCategory } from '../../../bot/tables/schema.ts';

const tables = loadTables();
const at = (text: string) => Date.parse(`${text}+09:00`);
const NONE = new Set<string>();

const folders: string[] = [];
function overlay(name: string, yaml: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'tables-'));
  folders.push(folder);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.yaml`), yaml);
  return folder;
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

describe('shipped tables', () => {
  it('hold 47 prefectures, each with a wage and one of twelve offices', () => {
    expect(tables.prefectures).toHaveLength(47);
    expect(tables.offices).toHaveLength(12);
    expect(new Set(tables.wages.map((row) => row.id))).toEqual(
      new Set(tables.prefectures.map((row) => row.id)),
    );
    for (const office of tables.offices)
      expect(
        tables.prefectures.some((row) => row.office === office.id),
        office.id,
      ).toBe(true);
  });

  it('lead every kind of case to a specialist', () => {
    const kinds = [
      'crisis',
      'emergency',
      'injury',
      'mental-health',
      'rights',
      'question',
      'training-plan',
    ] as const;
    expect(tables.specialists).toHaveLength(4);
    for (const kind of kinds)
      expect(
        tables.specialists.some((row) => row.cases.includes(kind)),
        kind,
      ).toBe(true);
  });

  it('name a line that helps trainees in all fifteen languages, and never by death', () => {
    const own = ['embassy', 'jitco'];
    for (const line of tables.lines) {
      if (line.categories.every((category) => own.includes(category))) continue;
      expect(Object.keys(line.names).sort(), line.id).toEqual([...LANGUAGE_TAGS].sort());
      expect(Object.values(line.names).join(' '), line.id).not.toMatch(
        /death|suicid|自殺|自杀|tự tử|bunuh diri/i,
      );
    }
  });

  it('know the holidays of 2026 to 2028', () => {
    expect(tables.holidays.has('2026-11-23')).toBe(true);
    expect(tables.holidays.has('2027-03-22')).toBe(true);
    expect(tables.holidays.has('2026-11-24')).toBe(false);
    for (const year of ['2026', '2027', '2028'])
      expect([...tables.holidays].filter((day) => day.startsWith(year)).length).toBeGreaterThanOrEqual(16);
  });
});

describe('opening hours', () => {
  const office = {
    intervals: [
      {
        days: ['mon' as const, 'tue' as const, 'wed' as const, 'thu' as const, 'fri' as const],
        from: '09:00',
        to: '17:00',
      },
    ],
    holidays: 'closed' as const,
    newYearClosed: true,
  };

  it('are read in the time of Japan, wherever the server stands', () => {
    expect(opening(office, at('2026-11-24T09:00'), NONE)).toEqual({
      state: 'open',
      until: at('2026-11-24T17:00'),
    });
    expect(opening(office, at('2026-11-24T08:59'), NONE)).toEqual({
      state: 'closed',
      opensAt: at('2026-11-24T09:00'),
    });
    expect(opening(office, at('2026-11-24T17:00'), NONE)).toEqual({
      state: 'closed',
      opensAt: at('2026-11-25T09:00'),
    });
  });

  it('skip weekends, public holidays and the turn of the year', () => {
    expect(opening(office, at('2026-11-20T18:00'), tables.holidays)).toEqual({
      state: 'closed',
      opensAt: at('2026-11-24T09:00'),
    });
    expect(opening(office, at('2026-11-23T12:00'), tables.holidays)).toMatchObject({ state: 'closed' });
    expect(opening(office, at('2026-12-28T18:00'), tables.holidays)).toEqual({
      state: 'closed',
      opensAt: at('2027-01-04T09:00'),
    });
  });

  it('may have other hours on holidays', () => {
    const hours = { ...office, holidays: { from: '09:00', to: '21:00' } };
    expect(opening(hours, at('2026-11-23T20:00'), tables.holidays)).toMatchObject({ state: 'open' });
    expect(opening(hours, at('2026-11-24T20:00'), tables.holidays)).toMatchObject({ state: 'closed' });
  });

  it('may cross midnight', () => {
    const night = {
      intervals: [{ days: ['fri' as const], from: '22:00', to: '06:00' }],
      holidays: 'open' as const,
      newYearClosed: false,
    };
    expect(opening(night, at('2026-11-28T05:59'), NONE)).toEqual({
      state: 'open',
      until: at('2026-11-28T06:00'),
    });
    expect(opening(night, at('2026-11-28T06:00'), NONE)).toEqual({
      state: 'closed',
      opensAt: at('2026-12-04T22:00'),
    });
    expect(opening(night, at('2026-11-27T23:00'), NONE)).toMatchObject({ state: 'open' });
    const day = { ...night, intervals: [{ days: ['fri' as const], from: '08:00', to: '24:00' }] };
    expect(opening(day, at('2026-11-27T23:59'), NONE)).toMatchObject({ state: 'open' });
    expect(opening(day, at('2026-11-28T00:00'), NONE)).toMatchObject({ state: 'closed' });
  });

  it('say when they are not known', () => {
    expect(opening('varies', at('2026-11-24T12:00'), NONE)).toEqual({ state: 'varies' });
    expect(opening('always', at('2027-01-01T03:00'), NONE)).toEqual({ state: 'open', until: undefined });
  });
});

describe('lines for a reader', () => {
  it('put the own language first, open ones before closed ones', () => {
    const offers = linesFor(tables, 'labour', 'vi', at('2026-11-25T18:00'));
    expect(offers[0]).toMatchObject({
      line: { id: 'labour-hotline-vi' },
      speech: 'own',
      opening: { state: 'open' },
    });
    expect(offers[1]).toMatchObject({ line: { id: 'labour-dial-vi' }, opening: { state: 'closed' } });
    const noon = linesFor(tables, 'labour', 'vi', at('2026-11-25T12:00'));
    expect(noon[0]).toMatchObject({ line: { id: 'labour-dial-vi' }, opening: { state: 'open' } });
  });

  it('never show a number that was not read in a source, in any language', () => {
    const hidden = tables.lines.filter((row) => row.mark !== 'seen').map((row) => row.number);
    expect(hidden).toContain('0120-022332');
    for (const lang of LANGUAGE_TAGS)
      for (const category of lineCategory.options) {
        const text = referenceText(tables, `lines ${category}`, lang, at('2026-11-25T12:00'))?.text ?? '';
        for (const number of hidden) expect(text).not.toContain(number);
      }
    expect(referenceText(tables, 'line otit-km', 'km', at('2026-11-25T12:00'))?.text).toBe(
      coreTexts('km').lines.none,
    );
  });

  it('offer English lines to who has none in their own language, and no other foreign ones', () => {
    const offers = linesFor(tables, 'otit', 'mn', at('2026-11-25T12:00'));
    expect(offers.length).toBeGreaterThan(0);
    expect(offers.every(({ line, speech }) => speech === 'english' && line.languages.includes('en'))).toBe(
      true,
    );
    expect(referenceText(tables, 'lines otit', 'mn', at('2026-11-25T12:00'))?.text).toMatch(/English/);
    const own = linesFor(tables, 'otit', 'vi', at('2026-11-25T12:00'));
    expect(own.some(({ speech }) => speech === 'english')).toBe(false);
  });

  it('leave no trace where nothing is known for the reader', () => {
    expect(referenceText(tables, 'lines otit', 'ja', at('2026-11-25T12:00'))).toEqual({
      text: '',
      links: [],
    });
  });

  it('give a language without a line the Japanese line with what to say', () => {
    const reply = referenceText(tables, 'lines crisis', 'my', at('2026-11-25T03:00'));
    expect(reply?.text).toContain('0120-061-338');
    expect(reply?.text).toContain('ミャンマー語の通訳をお願いします。');
    expect(reply?.text).toContain('Myanmaa-go no tsuuyaku o onegai shimasu.');
    expect(reply?.links).toContainEqual({ label: '0120-061-338', href: 'tel:0120061338' });
  });

  it('count easy Japanese as Japanese and ask for no interpreter there', () => {
    const text = referenceText(tables, 'lines labour', 'ja-simple', at('2026-11-25T18:00'))?.text ?? '';
    expect(text).toContain('0120-811-610');
    expect(text).not.toContain('通訳を');
  });

  it('say the day on which a number was read, and that hours can change', () => {
    const text = referenceText(tables, 'line otit-id', 'id', at('2026-11-24T12:00'))?.text ?? '';
    expect(text).toContain('0120-250-192');
    expect(text).toContain('2026');
    expect(text).toContain(coreTexts('id').lines.openNow);
    expect(text).toContain(coreTexts('id').lines.hoursVary);
  });

  it('always have 110 and 119, around the clock, in every language', () => {
    for (const lang of LANGUAGE_TAGS) {
      const reply = referenceText(tables, 'lines emergency', lang, at('2027-01-01T03:00'));
      expect(reply?.links.map((link) => link.href)).toEqual(['tel:110', 'tel:119']);
    }
  });
});

describe('other references', () => {
  it('name a form and what it is for', () => {
    expect(referenceText(tables, 'form rousai-16-3', 'en', 0)?.text).toBe(
      '様式第16号の3 (Yoshiki dai 16-go no 3): free treatment at a designated hospital (injury on the way to or from work)',
    );
    for (const lang of LANGUAGE_TAGS)
      for (const form of tables.forms)
        expect(referenceText(tables, `form ${form.id}`, lang, 0)?.text).toContain(form.ja);
  });

  it('give the wage that holds today and the one that comes', () => {
    const before = referenceText(tables, 'wages', 'en', at('2026-11-24T12:00'))?.text ?? '';
    expect(before).toContain('Okinawa (沖縄県): 1,023 yen, from December 2, 2026 1,086 yen');
    expect(before).toContain('Tokyo (東京都): 1,280 yen');
    const after = referenceText(tables, 'wages', 'en', at('2026-12-02T00:00'))?.text ?? '';
    expect(after).toContain('Okinawa (沖縄県): 1,086 yen');
  });

  it('say openly that an office has no checked number', () => {
    expect(referenceText(tables, 'office sendai', 'en', 0)).toEqual({
      text: `JITCO office Sendai (仙台)\n${coreTexts('en').offices.noNumber}`,
      links: [],
    });
  });

  it('are undefined when they name nothing', () => {
    for (const wrong of ['line nothing', 'lines nothing', 'form x', 'office x', 'weather', ''])
      expect(referenceText(tables, wrong, 'en', 0)).toBeUndefined();
  });
});

describe("the operator's overlay", () => {
  it('replaces a row by its id and adds new ones', () => {
    const folder = overlay(
      'lines',
      `- id: otit-km
  categories: [otit]
  names: { ja: テスト窓口, en: Test line }
  number: 0120-000-000
  languages: [km]
  hours: always
  mark: seen
  source: { title: Operator, checked: 2026-11-24 }
`,
    );
    const own = loadTables({ overlay: folder });
    expect(own.lines).toHaveLength(tables.lines.length);
    expect(linesFor(own, 'otit', 'km', 0)).toMatchObject([{ line: { number: '0120-000-000' } }]);
  });

  it('is refused with file, row and fault when it is wrong', () => {
    const folder = overlay('lines', '- id: x\n  number: call me\n');
    expect(() => loadTables({ overlay: folder })).toThrow(/lines\.yaml: row 1, \w+/);
    expect(() => loadTables({ overlay: overlay('wages', 'just words') })).toThrow(/must be a list of rows/);
    expect(() =>
      loadTables({
        overlay: overlay('prefectures', '- { id: nara, ja: 奈良県, romaji: Nara, office: moon }\n'),
      }),
    ).toThrow(/unknown office moon/);
  });
});
