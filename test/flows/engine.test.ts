import { describe, expect, it } from 'vitest';
import { applyCommand, type Command, openStep, progress, standing, startFlow } from '../../flows/engine.ts';
import { type FlowState, restoreState } from '../../flows/flow-state.ts';
import { sampleFlow, sampleLabel } from './sample-flow.ts';

const NOW = Date.parse('2026-11-25T03:00:00Z');
const around = { lang: 'en' as const, now: NOW, label: sampleLabel };

/** A run that is told one thing after another. Strings are typed words. */
function run(...commands: readonly (string | Command)[]) {
  let moved: ReturnType<typeof apply> = standing(startFlow(sampleFlow, 's1', NOW));
  for (const command of commands) {
    if (!('state' in moved)) throw new Error('The flow has ended.');
    moved = apply(moved.state, command);
  }
  return moved;
}

function apply(state: FlowState, command: string | Command) {
  const done: Command = typeof command === 'string' ? { type: 'answer', input: { text: command } } : command;
  return applyCommand(sampleFlow, state, done, around);
}

const stepOf = (moved: ReturnType<typeof run>) => ('state' in moved ? moved.state.step : moved.to);
const back: Command = { type: 'back' };
const skip: Command = { type: 'skip' };

describe('flow engine', () => {
  it('asks what applies and ends at the review', () => {
    expect(stepOf(run())).toBe('consent');
    expect(stepOf(run('yes', 'me'))).toBe('where');
    expect(stepOf(run('yes', 'somebody else'))).toBe('name');
    expect(stepOf(run('yes', 'me', '1, 3'))).toBe('doctor');
    expect(stepOf(run('yes', 'me', '1, 2'))).toBe('story');
    expect(run('yes', 'me', '1, 2', 'It fell', skip)).toMatchObject({ to: 'review' });
  });

  it('submits exactly what the review shows', () => {
    const moved = run(
      'yes',
      'somebody else',
      'Minh',
      { type: 'back' },
      { type: 'back' },
      'me',
      '1, 2',
      'It fell',
      skip,
      {
        type: 'submit',
      },
    );
    expect(moved).toMatchObject({
      to: 'submitted',
      report: {
        id: 's1',
        answers: {
          who: { state: 'given', value: 'self', words: 'me' },
          where: { value: ['hand', 'foot'] },
          story: { value: 'It fell' },
          photos: { state: 'skipped' },
        },
      },
    });
    expect(JSON.stringify(moved)).toContain('Minh');
    expect(moved.to === 'submitted' && JSON.stringify(moved.report)).not.toContain('Minh');
  });

  it('keeps nothing after a refused consent or a confirmed stop', () => {
    expect(run('no')).toEqual({ to: 'ended', why: 'declined' });
    expect(run('yes', 'me', { type: 'stop' }, { type: 'stop-yes' })).toEqual({ to: 'ended', why: 'stopped' });
    expect(stepOf(run('yes', 'me', { type: 'stop-yes' }))).toBe('where');
    expect(run('yes', 'me', { type: 'stop' })).toMatchObject({ to: 'stop?' });
    expect(stepOf(run('yes', 'me', { type: 'stop' }, { type: 'stop-no' }))).toBe('where');
  });

  it('does not let consent be passed by', () => {
    for (const type of ['skip', 'unknown', 'submit', 'keep', 'back'] as const) {
      expect(stepOf(run({ type }))).toBe('consent');
    }
  });

  it('goes back, keeps or changes an answer, and returns to the open question', () => {
    const at = run('yes', 'me', '1, 2', back);
    expect(stepOf(at)).toBe('where');
    expect('state' in at && stepOf(apply(at.state, { type: 'keep' }))).toBe('story');
    expect('state' in at && stepOf(apply(at.state, '2, 3'))).toBe('doctor');
  });

  it('changes an answer at the review and asks what follows from it', () => {
    const change: Command = { type: 'change', step: 'where' };
    const asked = run('yes', 'me', '1, 2', 'It fell', skip, change);
    expect(stepOf(asked)).toBe('where');
    expect(stepOf(run('yes', 'me', '1, 2', 'It fell', skip, change, '1, 3'))).toBe('doctor');
    expect(stepOf(run('yes', 'me', '1, 2', 'It fell', skip, change, '1, 3', 'no'))).toBe('review');
    expect(stepOf(run('yes', 'me', '1, 2', 'It fell', skip, { type: 'change', step: 'name' }))).toBe(
      'review',
    );
  });

  it('collects several taps and files, then goes on', () => {
    const tap = (option: string): Command => ({ type: 'answer', input: { option } });
    expect(stepOf(run('yes', 'me', tap('hand'), tap('foot'), tap('foot'), tap('done')))).toBe('story');
    const moved = run('yes', 'me', tap('head'), tap('hand'), tap('done'), { type: 'unknown' }, 'It fell', {
      type: 'answer',
      input: { attachments: ['a', 'b'] },
    });
    expect(moved).toMatchObject({ to: 'step', state: { step: 'photos', draft: ['a', 'b'] } });
    expect('state' in moved && apply(moved.state, 'That is all')).toMatchObject({
      to: 'review',
      state: {
        answers: {
          photos: { value: ['a', 'b'] },
          where: { value: ['hand', 'head'] },
          doctor: { state: 'unknown' },
        },
      },
    });
  });

  it('says why an input is no answer and stays', () => {
    expect(run('yes', 'blue')).toMatchObject({ to: 'step', problem: 'choose', state: { step: 'who' } });
    expect(run('yes', 'me', '1, 2', '...')).toMatchObject({ problem: 'text' });
    expect(run('yes', 'somebody else', 'x'.repeat(51))).toMatchObject({ problem: 'long' });
    expect(run('yes', 'me', '1, 2', 'It fell', 'later')).toMatchObject({ problem: 'photo' });
  });

  it('counts its progress by what applies', () => {
    const at = run('yes', 'me');
    expect('state' in at && progress(sampleFlow, at.state)).toEqual({ at: 3, of: 6 });
    expect('state' in at && openStep(sampleFlow, at.state)?.kind).toBe('multi-choice');
  });

  it('is restored days later, and dropped when it is of another version or form', () => {
    const moved = run('yes', 'me', '1, 2');
    if (!('state' in moved)) throw new Error('no state');
    const stored = JSON.parse(JSON.stringify(moved.state));
    expect(restoreState(sampleFlow, stored)).toEqual(moved.state);
    expect(restoreState({ ...sampleFlow, version: 2 }, stored)).toBeUndefined();
    expect(restoreState(sampleFlow, { ...stored, step: 'gone' })).toBeUndefined();
    const answers = { ...stored.answers, who: { state: 'given', value: 'nobody' } };
    expect(restoreState(sampleFlow, { ...stored, answers })).toBeUndefined();
  });
});
