import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGE_TAGS } from '../../bot/languages.ts';
import { applyCommand, type Command, standing, startFlow } from '../../flows/engine.ts';
import { shownAnswers } from '../../flows/flow.ts';
import { type FlowState, REVIEW, restoreState } from '../../flows/flow-state.ts';
import { sampleFlow, sampleLabel } from './sample-flow.ts';

const text = fc.constantFrom('yes', 'no', '1', '2', '1, 3', 'me', 'hand', 'It fell on me', '...', '', 'done');
const option = fc.constantFrom('self', 'other', 'hand', 'foot', 'head', 'yes', 'no', 'done', 'strange');
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 6, arbitrary: text.map((words): Command => ({ type: 'answer', input: { text: words } })) },
  { weight: 6, arbitrary: option.map((tapped): Command => ({ type: 'answer', input: { option: tapped } })) },
  fc.constant<Command>({ type: 'answer', input: { attachments: ['p1'] } }),
  fc.constant<Command>({ type: 'attach', files: ['p2'] }),
  { weight: 4, arbitrary: fc.constantFrom('skip', 'unknown', 'submit').map((type): Command => ({ type })) },
  fc.constantFrom('back', 'keep', 'stop', 'stop-yes', 'stop-no').map((type): Command => ({ type })),
  fc.constantFrom('who', 'where', 'name', 'gone').map((step): Command => ({ type: 'change', step })),
);

/** An answer that fits the open step, so that runs also come to their end. */
const FITTING: Readonly<Record<string, Command>> = {
  consent: { type: 'answer', input: { option: 'yes' } },
  who: { type: 'answer', input: { text: 'somebody else' } },
  name: { type: 'skip' },
  where: { type: 'answer', input: { text: '2, 3' } },
  doctor: { type: 'unknown' },
  story: { type: 'answer', input: { text: 'It fell' } },
  photos: { type: 'skip' },
  review: { type: 'submit' },
};

const act = fc.record({
  fits: fc.integer({ min: 0, max: 5 }),
  command,
  lang: fc.constantFrom(...LANGUAGE_TAGS),
  again: fc.boolean(),
  restart: fc.boolean(),
});

describe('flow engine, any sequence', () => {
  it('makes at most one report a run, of exactly the shown answers, and never loses its place', () => {
    let submitted = 0;
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        let state: FlowState | undefined = startFlow(sampleFlow, 's0', 0);
        let runs = 0;
        const reports: string[] = [];
        for (const { command: any, lang, again, restart, fits } of acts) {
          if (!state) {
            runs += 1;
            state = startFlow(sampleFlow, `s${runs}`, 0);
          }
          // A restart of the program: the state comes back from the store.
          if (restart) state = restoreState(sampleFlow, JSON.parse(JSON.stringify(state)));
          if (!state) throw new Error('A stored state was not readable.');
          const done = fits > 0 ? (FITTING[state.step] ?? any) : any;
          const around = { lang, now: 1000, label: sampleLabel };
          const moved = applyCommand(sampleFlow, state, done, around);
          // A turn that is computed again (conflict, redelivery) comes to the same end.
          if (again) expect(applyCommand(sampleFlow, state, done, around)).toEqual(moved);
          if (moved.to === 'submitted') {
            expect(state.step).toBe(REVIEW);
            expect(moved.report.answers).toEqual(shownAnswers(sampleFlow, state.answers));
            expect(moved.report.answers).toHaveProperty('consent.state', 'given');
            reports.push(moved.report.id);
          }
          if (moved.to !== 'submitted' && moved.to !== 'ended') {
            expect(standing(moved.state).to).toBe(moved.to);
            expect(restoreState(sampleFlow, JSON.parse(JSON.stringify(moved.state)))).toEqual(moved.state);
            state = moved.state;
          } else state = undefined;
        }
        expect(new Set(reports).size).toBe(reports.length);
        submitted += reports.length;
      }),
      { numRuns: 10_000 },
    );
    // Only says that runs do come to their end in this test; three times as many are usual.
    expect(submitted).toBeGreaterThan(500);
  }, 60_000);
});
