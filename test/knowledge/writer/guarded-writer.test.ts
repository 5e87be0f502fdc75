import { describe, expect, it } from 'vitest';
import type { DraftSentence, Writer } from '../../../bot/ports/writer.ts';
import { CallCaps } from '../../../knowledge/writer/call-caps.ts';
import { GuardedWriter, WRITE_DEADLINE } from '../../../knowledge/writer/guarded-writer.ts';
import { personHash } from '../../../knowledge/writer/person-hash.ts';
import { WriterError } from '../../../knowledge/writer/writer-error.ts';
import { createManualClock } from '../../fakes/manual-clock.ts';

type Step = readonly DraftSentence[] | WriterError | 'hang';
const DRAFT: readonly DraftSentence[] = [{ text: 'a', passage: 'p1' }];
const down = () => new WriterError('writer_down', 'down');

function scene(...steps: Step[]) {
  const clock = createManualClock();
  let calls = 0;
  const writer: Writer = {
    model: 'm',
    write: async () => {
      const step = steps[calls] ?? DRAFT;
      calls += 1;
      if (step === 'hang') return new Promise(() => {});
      if (step instanceof WriterError) throw step;
      return step;
    },
  };
  const guarded = new GuardedWriter(writer, clock, {
    atOnce: 2,
    perConversation: 5,
    perHour: 8,
    charactersPerDay: 1000,
  });
  const stop = new AbortController();
  const write = (conversation = 'c', question = 'q') => {
    const result = guarded.write({
      question,
      lang: 'en',
      passages: [],
      person: 'p',
      conversation,
      signal: stop.signal,
    });
    return result.then(
      () => 'draft',
      (error: unknown) => (error instanceof WriterError ? error.code : String(error)),
    );
  };
  return { clock, write, stop, calls: () => calls };
}

describe('a writer with a guard', () => {
  it('tries a second time after a fault that may pass, once', async () => {
    const { clock, write, calls } = scene(down(), DRAFT, down(), down());
    const first = write();
    await clock.advance(400);
    expect([await first, calls()]).toEqual(['draft', 2]);
    const second = write();
    await clock.advance(400);
    expect([await second, calls()]).toEqual(['writer_down', 4]);
  });

  it('does not repeat what will not pass', async () => {
    const { write, calls } = scene(
      new WriterError('writer_denied', 'no'),
      new WriterError('writer_refused', 'no'),
    );
    expect([await write(), await write(), calls()]).toEqual(['writer_denied', 'writer_refused', 2]);
  });

  it('gives up at the deadline of all tries together', async () => {
    const { clock, write, calls } = scene(down(), 'hang');
    const writing = write();
    await clock.advance(WRITE_DEADLINE - 1);
    expect(calls()).toBe(2);
    await clock.advance(1);
    expect(await writing).toBe('writer_late');
    expect(clock.sleeping()).toBe(0);
  });

  it('stops at once when the turn is stopped, and does not blame the model', async () => {
    const { write, stop } = scene('hang');
    const writing = write();
    stop.abort(new Error('danger'));
    expect(await writing).toBe('Error: danger');
  });

  it('rests after three failures; one call tries after a minute, the others wait for it', async () => {
    const denied = () => new WriterError('writer_denied', 'no');
    const { clock, write, calls } = scene(denied(), denied(), denied(), 'hang');
    for (let n = 0; n < 3; n += 1) await write(`c${n}`);
    expect([await write(), calls()]).toEqual(['writer_resting', 3]);
    await clock.advance(60_000);
    const trial = write();
    expect(await write('other')).toBe('writer_resting');
    await clock.advance(WRITE_DEADLINE);
    expect([await trial, calls()]).toEqual(['writer_late', 4]);
    await clock.advance(60_000);
    expect(await write()).toBe('draft');
    expect(await write()).toBe('draft');
  });

  it('keeps the caps of a conversation and of all, and forgets them with the hour', async () => {
    const { clock, write } = scene();
    const results: string[] = [];
    for (let n = 0; n < 6; n += 1) results.push(await write('a'));
    for (let n = 0; n < 4; n += 1) results.push(await write('b'));
    expect(
      results.map((code, index) => (code === 'draft' ? '' : index)).filter((index) => index !== ''),
    ).toEqual([5, 9]);
    await clock.advance(3_600_000);
    expect(await write('a')).toBe('draft');
  });

  it('lets only so many wait for the model at once', async () => {
    const { clock, write, calls } = scene('hang', 'hang');
    const waiting = [write('a'), write('b')];
    expect([await write('c'), calls()]).toEqual(['writer_capped', 2]);
    await clock.advance(WRITE_DEADLINE);
    expect(await Promise.all(waiting)).toEqual(['writer_late', 'writer_late']);
    expect(await write('c')).toBe('draft');
  });

  it('keeps the cap of characters of a day', () => {
    const caps = new CallCaps({ atOnce: 9, perConversation: 9, perHour: 9, charactersPerDay: 10 });
    expect([
      caps.take('a', 6, 0),
      caps.take('a', 5, 0),
      caps.take('a', 4, 0),
      caps.take('a', 1, 86_400_000),
    ]).toEqual([true, false, true, true]);
  });
});

describe('the name of a person for the provider', () => {
  it('is short, keyed, and another one next week', () => {
    const week = 7 * 86_400_000;
    const name = personHash('key', 'line:U1', 0);
    expect(name).toMatch(/^[0-9a-f]{64}$/);
    expect(personHash('key', 'line:U1', week - 1)).toBe(name);
    const others = [
      personHash('key', 'line:U1', week),
      personHash('other', 'line:U1', 0),
      personHash('key', 'line:U2', 0),
    ];
    expect(new Set([name, ...others]).size).toBe(4);
  });
});
