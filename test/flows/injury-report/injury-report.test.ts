import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGE_TAGS } from '../../../bot/languages.ts';
import { loadTables } from '../../../bot/tables/load.ts';
import type { Answer } from '../../../flows/answer.ts';
import { applyCommand, type Command, startFlow } from '../../../flows/engine.ts';
import { REVIEW, restoreState } from '../../../flows/flow-state.ts';
import { closingText } from '../../../flows/injury-report/closing-text.ts';
import { INJURY_STEPS, injuryReportFlow } from '../../../flows/injury-report/flow.ts';
import { formsNeeded } from '../../../flows/injury-report/forms.ts';
import { japaneseHtml, japaneseText } from '../../../flows/injury-report/japanese-summary.ts';
import { nextSteps } from '../../../flows/injury-report/next-steps.ts';
import { outcome } from '../../../flows/injury-report/outcome.ts';
import type { InjuryReport } from '../../../flows/injury-report/report.ts';

const NOW = Date.parse('2026-11-25T03:00:00Z');
const tables = loadTables({});
const names = {
  prefecture: (id: string) => tables.prefectures.find((item) => item.id === id)?.ja ?? id,
  form: (id: string) => tables.forms.find((item) => item.id === id)?.ja ?? id,
};

const VALUES = {
  consent: { text: '1', lang: 'vi', at: '2026-11-25T03:00:00.000Z' },
  danger: false,
  who: 'self',
  date: '2026-11-24',
  time: '15:30',
  prefecture: 'aichi',
  site: 'factory',
  situation: 'work',
  accident: 'caught',
  story: 'Máy <kẹp> tay tôi & chảy máu',
  body: ['finger'],
  side: 'right',
  treatment: 'hospital',
  designated: true,
  changed: false,
  paid: false,
  card: 'accident',
  companyKnows: true,
  companySaid: ['helped', 'reports'],
  daysOff: 5,
  witnesses: false,
  readers: ['advisors', 'office'],
};

type Values = { [Key in keyof typeof VALUES]?: unknown };

function report(change: Values = {}): InjuryReport {
  const entries = Object.entries({ ...VALUES, ...change }).map(([id, value]): [string, Answer] => [
    id,
    value === 'unknown' ? { state: 'unknown' } : { state: 'given', value: JSON.parse(JSON.stringify(value)) },
  ]);
  return outcome(Object.fromEntries(entries), { id: 'r1', startedAt: NOW, submittedAt: NOW });
}

const formIds = (change: Values) =>
  formsNeeded(report(change)).map(({ form }) => form.replace('rousai-', ''));

describe('injury report', () => {
  it.each([
    [{}, ['5', '8']],
    [{ daysOff: 3 }, ['5']],
    [{ daysOff: 4, treatment: 'none' }, ['8']],
    [{ changed: true, daysOff: 0 }, ['5', '6']],
    [{ designated: false, paid: true, daysOff: 0 }, ['7']],
    [{ situation: 'commute' }, ['16-3', '16-6']],
    [{ situation: 'commute', changed: true, daysOff: 0 }, ['16-3', '16-4']],
    [{ situation: 'commute', designated: false, paid: true }, ['16-5', '16-6']],
    [{ situation: 'private' }, []],
  ] as const)('%j needs the forms %j', (change, forms) => {
    expect(formIds(change)).toEqual(forms);
  });

  it('says "maybe" where an answer is missing, and names only forms of the table', () => {
    const forms = formsNeeded(
      report({ designated: 'unknown', paid: true, daysOff: 'unknown', situation: 'unknown' }),
    );
    expect(forms.map(({ certain }) => certain)).toEqual([false, false, false]);
    const known = new Set(tables.forms.map(({ id }) => id));
    for (const { form } of forms) expect(known).toContain(form);
  });

  it.each([
    [{}, 'normal'],
    [{ danger: true }, 'critical'],
    [{ danger: 'unknown' }, 'high'],
    [{ body: ['eye'] }, 'high'],
    [{ accident: 'fall-height' }, 'high'],
    [{ companySaid: ['use-health-card'] }, 'high'],
  ] as const)('%j is %s', (change, urgency) => {
    expect(report(change).urgency).toBe(urgency);
  });

  it('gives next steps with days', () => {
    expect(nextSteps(report())).toEqual([
      { code: 'keep-proof' },
      { code: 'employer-report' },
      { code: 'claim-treatment', by: '2028-11-24' },
      { code: 'claim-absence', by: '2028-11-24' },
      { code: 'claim-disability', by: '2031-11-24' },
    ]);
    expect(nextSteps(report({ danger: true, treatment: 'none' }))[0]).toEqual({ code: 'call-119' });
    expect(nextSteps(report({ daysOff: 2 }))).toContainEqual({ code: 'employer-report', by: '2027-01-31' });
    expect(nextSteps(report({ card: 'health' }))).toContainEqual({ code: 'switch-card' });
    expect(nextSteps(report({ date: '2024-02-29' }))).toContainEqual({
      code: 'claim-treatment',
      by: '2026-02-28',
    });
    expect(nextSteps(report({ situation: 'private', daysOff: 2 })).map(({ code }) => code)).toEqual([
      'keep-proof',
    ]);
  });

  it.each(LANGUAGE_TAGS)('%s: tells what to do next, with days and forms', (lang) => {
    const text = closingText(
      report({ card: 'health', designated: 'unknown', danger: true }),
      lang,
      names.form,
    );
    expect(text).toContain('119');
    expect(text).toContain('2028');
    expect(text).toContain('2031');
    expect(text).toMatch(/労災/);
    expect(text).toMatch(/様式第5号 \(.+\)/);
    expect(text).toMatch(/様式第8号$/m);
    expect(text).not.toMatch(/undefined|rousai-/);
  });

  it('writes a Japanese page that quotes the person and escapes every word', () => {
    const hidden = report({ companySaid: ['keep-quiet'], card: 'health' });
    const text = japaneseText(hidden, names);
    for (const part of [
      '2026年11月24日',
      '愛知県',
      'はさまれ・巻き込まれ',
      '「Máy <kẹp> tay tôi & chảy máu」',
      '様式第5号',
      '労災かくし',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toMatch(/undefined|null|rousai-|\[object/);
    const html = japaneseHtml(hidden, names);
    expect(html).toContain('<q lang="vi">Máy &lt;kẹp&gt; tay tôi &amp; chảy máu</q>');
    expect(html).not.toContain('<kẹp>');
    expect(html).not.toMatch(/<script|https?:/);
  });

  it('names every code in Japanese', () => {
    for (const step of INJURY_STEPS) {
      if (!['choice', 'multi-choice', 'body'].includes(step.kind)) continue;
      for (const option of step.options()) {
        const value = step.kind === 'choice' ? option : [option];
        const needed = { treatment: step.id === 'treatment' ? value : 'hospital' };
        expect(japaneseText(report({ ...needed, [step.id]: value }), names)).not.toMatch(
          new RegExp(`：${option}(?:$|\n|、)`),
        );
      }
    }
  });
});

const label = (_step: string, option: string) => option;

/** An input that answers the step, chosen by `pick`. */
function fitting(id: string, pick: number): Command {
  const step = INJURY_STEPS.find((item) => item.id === id);
  if (!step) return { type: 'submit' };
  const options = step.options();
  if (step.kind === 'consent') return { type: 'answer', input: { option: 'yes' } };
  if (pick % 7 === 0 && step.unknowable) return { type: 'unknown' };
  if (pick % 5 === 0 && step.optional) return { type: 'skip' };
  if (step.kind === 'photos') return { type: 'skip' };
  if (step.kind === 'text') return { type: 'answer', input: { text: 'It fell on my hand' } };
  if (step.kind === 'place') return { type: 'answer', input: { text: 'Aichi' } };
  if (step.kind === 'multi-choice' || step.kind === 'body') {
    return { type: 'answer', input: { text: `1, ${(pick % (options.length - 1)) + 2}` } };
  }
  return { type: 'answer', input: { option: options[pick % options.length] ?? '' } };
}

describe('every path of the injury report', () => {
  it('ends at a report that fits its form, and every step is reached', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 30, maxLength: 30 }), (picks) => {
        let state = startFlow(injuryReportFlow, 's1', NOW);
        for (const pick of picks) {
          if (state.step === REVIEW) break;
          reached.add(state.step);
          const moved = applyCommand(injuryReportFlow, state, fitting(state.step, pick), {
            lang: 'en',
            now: NOW,
            label,
          });
          if (!('state' in moved) || moved.to === 'submitted') throw new Error(`ended at ${state.step}`);
          expect(moved.state.step).not.toBe(state.step);
          expect(restoreState(injuryReportFlow, JSON.parse(JSON.stringify(moved.state)))).toEqual(
            moved.state,
          );
          state = moved.state;
        }
        expect(state.step).toBe(REVIEW);
        const done = applyCommand(
          injuryReportFlow,
          state,
          { type: 'submit' },
          { lang: 'en', now: NOW, label },
        );
        if (done.to !== 'submitted') throw new Error(done.to);
        expect(japaneseText(done.report, names)).not.toMatch(/undefined|\[object/);
      }),
      { numRuns: 500 },
    );
    expect([...reached].sort()).toEqual(INJURY_STEPS.map(({ id }) => id).sort());
  });
});
