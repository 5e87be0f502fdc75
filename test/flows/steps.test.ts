import { describe, expect, it } from 'vitest';
import type { LanguageTag } from '../../bot/languages.ts';
import { loadTables } from '../../bot/tables/load.ts';
import type { Input, Step } from '../../flows/step.ts';
import { dateStep } from '../../flows/steps/date.ts';
import { numberStep } from '../../flows/steps/number.ts';
import { placeStep, REGIONS } from '../../flows/steps/place.ts';
import { timeStep } from '../../flows/steps/time.ts';
import { understandTime } from '../../flows/understand/understand-time.ts';

/** 2026-11-25, a Wednesday, noon in Japan. */
const NOW = Date.parse('2026-11-25T03:00:00Z');
const { prefectures } = loadTables({});
const labels: Readonly<Record<string, string>> = {
  ...Object.fromEntries(prefectures.map(({ id, ja, romaji }) => [id, `${romaji} ${ja}`])),
  chubu: 'Chubu',
  kanto: 'Kanto',
  night: 'Night',
  morning: 'Morning',
};

function tell(
  step: Step,
  input: Input | string,
  more: { lang?: LanguageTag; draft?: string | string[] } = {},
) {
  const label = (option: string) => labels[option] ?? option;
  const given = typeof input === 'string' ? { text: input } : input;
  return step.accept(given, {
    lang: more.lang ?? 'en',
    now: NOW,
    label,
    ...(more.draft ? { draft: more.draft } : {}),
  });
}

describe('date step', () => {
  const step = dateStep({ id: 'when' });
  it('takes buttons and words, refuses the future and the far past', () => {
    expect(tell(step, { option: 'yesterday' })).toEqual({ type: 'value', value: '2026-11-24' });
    expect(tell(step, 'hôm qua', { lang: 'vi' })).toEqual({ type: 'value', value: '2026-11-24' });
    expect(tell(step, '2027-01-02')).toEqual({ type: 'problem', problem: 'future' });
    expect(tell(step, '2001-01-02')).toEqual({ type: 'problem', problem: 'long-ago' });
    expect(tell(step, 'dunno')).toEqual({ type: 'problem', problem: 'date' });
  });

  it('asks which day when two are meant, and takes the tap, the number or better words', () => {
    const two = ['2026-05-03', '2026-03-05'];
    expect(tell(step, '3/5')).toEqual({ type: 'more', draft: two });
    expect(step.options(two)).toEqual(two);
    expect(tell(step, { option: '2026-03-05' }, { draft: two })).toEqual({
      type: 'value',
      value: '2026-03-05',
    });
    expect(tell(step, '1', { draft: two })).toEqual({ type: 'value', value: '2026-05-03' });
    expect(tell(step, 'May 3', { draft: two })).toEqual({ type: 'value', value: '2026-05-03' });
    expect(tell(step, { option: '2020-01-01' }, { draft: two })).toMatchObject({ type: 'problem' });
  });
});

describe('time step', () => {
  const step = timeStep({ id: 'hour' });
  it.each([
    ['ja', '午後3時半', '15:30'],
    ['ja', '15時05分', '15:05'],
    ['en', '3pm', '15:00'],
    ['en', '08:30', '08:30'],
    ['en', '10 in the morning', undefined],
    ['vi', '3 giờ chiều', '15:00'],
    ['vi', '15h30', '15:30'],
    ['id', 'jam 9 malam', '21:00'],
    ['fil', '3:00 ng hapon', '15:00'],
    ['my', 'ညနေ ၅ နာရီ', '17:00'],
    ['km', 'ម៉ោង ៣ រសៀល', '15:00'],
    ['th', 'บ่าย 3 โมง', '15:00'],
    ['th', '2 ทุ่ม', '20:00'],
    ['th', '9 โมงเช้า', '09:00'],
    ['zh', '下午三点', '15:00'],
    ['zh', '下午3点', '15:00'],
    ['mn', 'өглөө 9 цаг', '09:00'],
    ['ne', 'बिहान ९ बजे', '09:00'],
    ['bn', 'বিকাল ৪টা', '16:00'],
    ['si', 'හවස 4ට', '16:00'],
    ['lo', 'ບ່າຍ 3 ໂມງ', '15:00'],
  ] as const)('%s: %s', (lang, text, time) => {
    expect(understandTime(text, lang)).toEqual(time ? [time] : []);
  });

  it('asks back when day and night are possible', () => {
    expect(tell(step, '3:00')).toEqual({ type: 'more', draft: ['15:00', '03:00'] });
    expect(tell(step, '2', { draft: ['15:00', '03:00'] })).toEqual({ type: 'value', value: '03:00' });
    expect(tell(step, 'night')).toEqual({ type: 'value', value: 'night' });
    expect(tell(step, { option: 'morning' })).toEqual({ type: 'value', value: 'morning' });
    expect(tell(step, '25:00')).toEqual({ type: 'problem', problem: 'time' });
  });
});

describe('number step', () => {
  const step = numberStep({ id: 'days', min: 0, max: 365, offer: [0, 1, 2, 3] });
  it('takes digits of any script, words and a plain no', () => {
    expect(tell(step, '၃ ရက်', { lang: 'my' })).toEqual({ type: 'value', value: 3 });
    expect(tell(step, { option: '2' })).toEqual({ type: 'value', value: 2 });
    expect(tell(step, 'wala', { lang: 'fil' })).toEqual({ type: 'value', value: 0 });
    expect(tell(step, '400')).toEqual({ type: 'problem', problem: 'range' });
    expect(tell(step, 'long')).toEqual({ type: 'problem', problem: 'number' });
  });
});

describe('place step', () => {
  const step = placeStep({ id: 'prefecture' });
  it('holds every prefecture of the table once', () => {
    expect(Object.values(REGIONS).flat().sort()).toEqual(prefectures.map(({ id }) => id).sort());
  });

  it('goes from region to prefecture, or straight by name', () => {
    expect(tell(step, { option: 'chubu' })).toEqual({ type: 'more', draft: 'chubu' });
    expect(tell(step, { option: 'aichi' }, { draft: 'chubu' })).toEqual({ type: 'value', value: 'aichi' });
    expect(tell(step, '9', { draft: 'chubu' })).toEqual({ type: 'value', value: 'aichi' });
    expect(tell(step, 'in Aichi, Toyota city')).toEqual({ type: 'value', value: 'aichi' });
    expect(tell(step, '東京都大田区')).toEqual({ type: 'value', value: 'tokyo' });
    expect(tell(step, '京都です')).toEqual({ type: 'value', value: 'kyoto' });
    expect(tell(step, 'Osaka')).toEqual({ type: 'value', value: 'osaka' });
    expect(tell(step, 'in a factory')).toEqual({ type: 'problem', problem: 'choose' });
  });
});
