import { describe, expect, it } from 'vitest';
import { situationOf } from '../../escalation/guard/situation-of.ts';

describe('what is happening, by rule', () => {
  it.each(['attacked', 'threatened', 'raped', 'locked', 'lexicon:vi:violence'])(
    '%s is done by another',
    (rule) => {
      expect(situationOf({ kind: 'crisis', lang: 'vi', rule })).toBe('attack');
    },
  );

  it.each([
    'wish-to-die',
    'not-wake-up',
    'no-wish-to-live',
    'suicide',
    'self-harm',
    'overdose',
    'disappear',
    'farewell',
  ])('%s is danger from oneself', (rule) => {
    expect(situationOf({ kind: 'crisis', lang: 'vi', rule })).toBe('self');
  });

  it.each(['bleeding', 'caught', 'attacked'])('an emergency stays one (%s)', (rule) => {
    expect(situationOf({ kind: 'emergency', lang: 'vi', rule })).toBe('emergency');
  });
});
